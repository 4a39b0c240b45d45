import { css } from 'lit';

/** The panel over the page: amount, card, and what has become of it. */
export const topUpStyles = css`
  dialog {
    inline-size: min(27rem, calc(100% - 8 * var(--_space)));
    max-inline-size: none;
    max-block-size: calc(100% - 4 * var(--_space));
    padding: 0;
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 32%);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: calc(4 * var(--_space)) calc(3 * var(--_space)) 0 calc(5 * var(--_space));
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: var(--_size-title);
    font-weight: var(--_weight-strong);
  }
  [hidden] {
    display: none !important;
  }
  .body {
    display: grid;
  }
  .body > * {
    grid-area: 1 / 1;
    min-inline-size: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: space-between;
    padding: calc(3 * var(--_space)) calc(5 * var(--_space)) calc(5 * var(--_space));
  }
  .covered {
    visibility: hidden;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(4 * var(--_space));
  }
  .fields:disabled {
    opacity: 0.6;
  }
  .fields > [role='alert']:empty {
    display: none;
  }
  .group {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(2 * var(--_space));
  }
  label[for],
  legend {
    padding: 0;
    font-weight: var(--_weight-strong);
  }
  .hint {
    display: flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .hint.fault {
    color: var(--_danger);
  }
  .note {
    display: flex;
    align-items: start;
    gap: calc(2 * var(--_space));
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-radius: var(--_radius-inner);
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  .note .icon {
    margin-block-start: 2px;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: calc(2 * var(--_space));
    padding-block-start: calc(5 * var(--_space));
  }
  .said {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: calc(3 * var(--_space));
    min-block-size: 12rem;
    text-align: center;
    text-wrap: balance;
  }
  .said .icon {
    inline-size: 2.5rem;
    block-size: 2.5rem;
    color: var(--_accent);
  }
  .said.settled .icon {
    color: var(--_success);
  }
  .said.failed .icon {
    color: var(--_danger);
  }
  .said.unsure .icon {
    color: var(--_warning);
  }
  .outcome {
    align-content: stretch !important;
    grid-template-rows: 1fr auto;
  }
`;
