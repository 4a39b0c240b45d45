import { css } from 'lit';

/** The two views as tabs, and what stands in their place. */
export const invoiceList = css`
  [hidden] {
    display: none;
  }
  .tabs {
    display: flex;
    gap: calc(4 * var(--_space));
    margin-block-end: calc(3 * var(--_space));
    border-block-end: 1px solid var(--_border);
  }
  .tabs button {
    min-block-size: var(--_target);
    margin-block-end: -1px;
    padding: 0 var(--_space);
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .tabs button:hover {
    color: var(--_text);
  }
  .tabs [aria-selected='true'] {
    border-block-end-color: var(--_accent);
    color: var(--_text);
    font-weight: var(--_weight-strong);
  }
  .badge {
    display: inline-block;
    min-inline-size: 1.25rem;
    margin-inline-start: var(--_space);
    padding-inline: calc(1.5 * var(--_space));
    border-radius: 0.75rem;
    background: var(--_neutral-soft);
    color: var(--_text);
    font-size: var(--_size-small);
    font-variant-numeric: tabular-nums;
    text-align: center;
  }
  .badge.late {
    background: var(--_danger-soft);
    color: var(--_danger);
    font-weight: var(--_weight-strong);
  }
  .stand-in {
    display: grid;
    min-block-size: 30rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  /* In view wherever the row is that could not be opened. */
  .unopened {
    position: sticky;
    inset-block-end: calc(2 * var(--_space));
    z-index: 1;
    margin-block-start: calc(3 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  .unopened > button {
    position: absolute;
    inset-block-start: var(--_space);
    inset-inline-end: var(--_space);
    inline-size: var(--_target-dense);
    block-size: var(--_target-dense);
    border: 0;
    border-radius: var(--_radius-inner);
    background: none;
    cursor: pointer;
  }
  .unopened > button:hover {
    background: var(--_surface-hover);
  }
  /* Until the language has arrived: the place, no words. */
  .wordless {
    visibility: hidden;
  }
  @media (forced-colors: active) {
    .badge {
      border: 1px solid;
    }
    .tabs button {
      border-block-end-color: Canvas;
    }
    .tabs [aria-selected='true'] {
      border-block-end-color: Highlight;
    }
  }
`;
