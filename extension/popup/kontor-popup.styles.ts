import { css } from 'lit';

export const popup = css`
  :host {
    display: grid;
    grid-template: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
    inline-size: 400px;
    block-size: 600px;
    background: var(--_surface-sunken);
    overflow: hidden;
    /* The panel begins where the field under it stands, and ends before the foot. */
    --kontor-org-switcher-width: 100%;
    --kontor-org-switcher-panel-width: 384px;
    --kontor-org-switcher-list-height: 25.75rem;
  }
  kontor-popup-sign-in {
    grid-row: 1 / -1;
  }
  .where {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    padding: calc(2 * var(--_space)) calc(2 * var(--_space)) 0;
    background: var(--_surface);
  }
  kontor-org-switcher {
    --kontor-border: transparent;
  }
  kontor-org-switcher::part(panel) {
    max-block-size: min(500px, 100dvh - 16px);
    border-color: var(--_border-strong);
  }
  .search {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    margin-block-start: var(--_space);
    padding-inline: calc(3 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    cursor: text;
  }
  .search:focus-within {
    border-color: var(--_focus);
    /* Inside, where the tabs below do not cover it. */
    box-shadow: inset 0 0 0 1px var(--_focus);
  }
  .search input {
    flex: 1;
    min-inline-size: 0;
    block-size: 38px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
  }
  .search input:focus-visible {
    outline: 0;
  }
  .search input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  nav {
    display: flex;
    gap: var(--_space);
    padding-inline: calc(2 * var(--_space));
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }
  nav button {
    min-block-size: 40px;
    padding: 2px calc(3 * var(--_space)) 0;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }
  nav button:hover {
    color: var(--_text);
  }
  nav button:focus-visible {
    outline-offset: -4px;
  }
  nav [aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_text);
    font-weight: var(--_weight-strong);
  }
  main {
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  [role='tabpanel'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
    padding: calc(2 * var(--_space));
  }
  /* The foot says it for everything shown. */
  ::part(old) {
    display: none;
  }
  #invoices,
  #promo-code {
    min-block-size: 100%;
    background: var(--_surface);
  }
  #invoices {
    align-content: start;
    --kontor-invoice-list-block-size: 14.5rem;
  }
  #promo-code {
    align-content: start;
    padding: calc(4 * var(--_space));
  }
  [role='tabpanel'][hidden] {
    display: none;
  }
  @media (forced-colors: active) {
    .search:focus-within {
      outline: 2px solid Highlight;
    }
    nav button {
      border-block-end-color: Canvas;
    }
    nav [aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
