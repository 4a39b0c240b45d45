import { css } from 'lit';

/** The place of the history before it is here: its filters, its line, its rows and its sums, each as high as there. */
export const historyPlace = css`
  kontor-internal-invoice-history {
    display: block;
    container-type: inline-size;
  }
  .coming {
    --_filters: var(--_target);
    --_row: max(var(--_target), 2.5rem);
    --_rows: calc(12 * var(--_row));
    --_head: 2.25rem;
    --_sums: 4rem;
    padding-block-end: var(--_sums);
  }
  .coming::before {
    content: '';
    display: block;
    block-size: var(--_filters);
    margin-block-end: var(--_target);
    border-radius: var(--_radius);
  }
  .rows {
    display: grid;
    block-size: calc(var(--_head) + var(--kontor-invoice-list-block-size, var(--_rows)) + 2px);
    overflow: auto;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .coming[aria-busy='true']::before {
    background: var(--_neutral-soft);
  }
  .coming[aria-busy='true'] .rows {
    background:
      linear-gradient(var(--_surface-sunken) 0 0) 0 0 / 100% var(--_head) no-repeat,
      repeating-linear-gradient(transparent 0 calc(var(--_row) - 1px), var(--_border) 0 var(--_row)) 0 calc(var(--_head) - var(--_row)) var(--_surface);
  }
  @container (max-width: 680px) {
    .coming {
      --_filters: calc(2 * var(--_target) + 2 * var(--_space));
      --_row: max(3.75rem, 60px);
      --_rows: calc(8 * var(--_row));
      --_head: 0px;
      --_sums: 5rem;
    }
  }
`;
