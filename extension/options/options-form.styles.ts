import { css } from 'lit';

export const optionsForm = css`
  main {
    display: grid;
    gap: calc(2 * var(--_space));
    max-inline-size: 36rem;
    margin-inline: auto;
    padding: calc(10 * var(--_space)) calc(4 * var(--_space));
  }
  h1 {
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
    margin: 0 0 calc(4 * var(--_space));
    font-size: var(--_size-title);
    font-weight: var(--_weight-strong);
  }
  section {
    display: grid;
    gap: calc(2 * var(--_space));
    padding: calc(5 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  h2,
  label:not(.choice),
  legend {
    margin: 0;
    padding: 0;
    font-size: inherit;
    font-weight: var(--_weight-strong);
  }
  fieldset {
    display: grid;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: var(--_space);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
    cursor: pointer;
  }
  .choice input {
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    accent-color: var(--_accent);
  }
  input:not([type='radio']),
  select {
    inline-size: 100%;
    block-size: var(--_target);
    padding-inline: calc(3 * var(--_space));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
  }
  .money {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    color: var(--_text-muted);
  }
  .money input {
    inline-size: 10rem;
    text-align: end;
    font-variant-numeric: tabular-nums;
    color: var(--_text);
  }
  p {
    margin: 0;
  }
  .hint {
    font-size: var(--_size-small);
    color: var(--_text-muted);
  }
  .hint.invalid {
    color: var(--_danger);
  }
  .saved {
    margin-inline-start: calc(2 * var(--_space));
    font-size: var(--_size-small);
    font-weight: var(--_weight);
    color: var(--_success);
  }
  kbd {
    padding: var(--_space) calc(2 * var(--_space));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius-inner);
    background: var(--_surface-sunken);
    font: inherit;
  }
`;
