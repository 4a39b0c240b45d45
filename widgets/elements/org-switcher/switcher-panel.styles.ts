import { css } from 'lit';

/** The open panel without its list, and the notice of a failed switch. */
export const panel = css`
  .panel {
    position: fixed;
    inset: auto;
    margin: var(--_space) 0;
    inline-size: min(var(--kontor-org-switcher-panel-width, 26rem), 100vw - 16px);
    max-block-size: calc(100dvh - 16px);
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    position-anchor: --kontor-org-switcher;
    position-area: block-end span-inline-end;
    position-try-fallbacks: flip-inline, flip-block, flip-block flip-inline;
  }
  .panel:popover-open {
    display: flex;
    flex-direction: column;
  }
  @supports not (position-area: block-end) {
    .panel {
      inset: 8px 8px auto;
      margin: 0 auto;
    }
  }
  .search,
  .foot,
  .problem,
  .entry {
    flex: none;
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    padding-inline: calc(3 * var(--_space));
  }
  .search {
    border-block-end: 1px solid var(--_border);
    color: var(--_text-muted);
  }
  .search:focus-within {
    box-shadow: inset 0 -2px 0 var(--_focus);
  }
  input {
    flex: 1;
    min-inline-size: 0;
    block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
  }
  input:focus-visible {
    outline: 0;
  }
  input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .plain,
  .entry {
    min-block-size: var(--_target);
    border: 0;
    border-radius: var(--_radius-inner);
    background: none;
    cursor: pointer;
  }
  .plain {
    flex: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(2 * var(--_space));
    padding-inline: calc(2 * var(--_space));
    color: var(--_text);
  }
  .plain.square {
    inline-size: var(--_target);
    padding: 0;
  }
  .plain:hover,
  .entry:hover {
    background: var(--_surface-hover);
  }
  .entry {
    inline-size: 100%;
    border-block-end: 1px solid var(--_border);
    border-radius: 0;
    text-align: start;
  }
  .entry .cut {
    font-weight: inherit;
  }
  .entry:focus-visible {
    outline-offset: -2px;
  }
  .area {
    flex: 0 1 auto;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .area.tall {
    block-size: var(--kontor-org-switcher-list-height, 28rem);
  }
  .area .notice {
    flex: 1;
  }
  .foot {
    justify-content: space-between;
    min-block-size: calc(var(--_target) + 1px);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_size-small);
    color: var(--_text-muted);
  }
  .switch-problem {
    position: absolute;
    inset: calc(100% + var(--_space)) 0 auto;
    z-index: var(--_z-popup);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    padding: calc(2 * var(--_space));
    border: 1px solid currentColor;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_danger);
  }
  .switch-problem p {
    flex: 1 1 10rem;
    margin: 0;
  }
  slot[name='footer']::slotted(*) {
    display: block;
    flex: none;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }
`;
