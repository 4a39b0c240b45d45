import { css } from 'lit';

/** Amount and card. */
export const topUpFormStyles = css`
  .presets {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: calc(2 * var(--_space));
  }
  .preset {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
    padding-inline: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  .preset.missing {
    grid-column: 1 / -1;
  }
  .preset:hover {
    background: var(--_surface-hover);
  }
  .preset[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .entry {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    padding-inline-start: calc(3 * var(--_space));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .entry:focus-within {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  .entry.wrong {
    border-color: var(--_danger);
  }
  .entry input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: var(--_target);
    padding-inline: 0 calc(3 * var(--_space));
    border: 0;
    outline: 0;
    background: none;
    font-size: 1rem;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .cards {
    display: grid;
  }
  .card {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target-dense);
    cursor: pointer;
  }
  .card input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  @media (forced-colors: active) {
    .preset[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
