import { css } from 'lit';

/** A windowed table: a head, a box of rows of one height, sums below; two lines a row where it is narrow. */
export const grid = css`
  :host {
    container-type: inline-size;
  }
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    flex-wrap: wrap;
    gap: 0 calc(2 * var(--_space));
    min-block-size: var(--_target);
  }
  .count {
    flex: 1;
    margin: 0;
    color: var(--_text-muted);
  }
  .sort-select {
    display: none;
  }
  .box {
    --_head: 2.25rem;
    --_row: max(var(--_target), 2.5rem);
    --_scroll: var(--kontor-invoice-list-block-size, calc(var(--_rows) * var(--_row)));
    block-size: calc(var(--_head) + var(--_scroll) + 2px);
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .box > .notice {
    block-size: 100%;
    overflow: auto;
  }
  .notice.calm svg {
    inline-size: 2rem;
    block-size: 2rem;
    color: var(--_success);
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: var(--_weight-strong);
  }
  .scroller {
    block-size: 100%;
    overflow: hidden auto;
    scroll-padding-block-start: var(--_head);
    scrollbar-width: thin;
    contain: content;
  }
  .scroller:focus-visible {
    outline-offset: -2px;
  }
  .block {
    transition: opacity var(--_motion) 150ms;
  }
  .stale .block {
    opacity: 0.55;
  }
  .sizer {
    overflow: clip;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: var(--_columns);
    align-items: center;
    gap: 0 calc(3 * var(--_space));
    block-size: var(--_row);
    padding-inline: calc(4 * var(--_space));
    contain: layout style;
  }
  .block > .row {
    border-block-end: 1px solid var(--_border);
  }
  .block > .row:hover {
    background: var(--_surface-hover);
  }
  .row > * {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row .total {
    text-align: end;
  }
  .block .status {
    display: flex;
    overflow: visible;
  }
  .head .row {
    block-size: calc(var(--_head) - 1px);
  }
  .head button {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_target-dense);
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
    cursor: pointer;
  }
  .head button:focus-visible {
    outline-offset: -2px;
  }
  .head button:hover {
    color: var(--_text);
  }
  .head .total button {
    flex-direction: row-reverse;
  }
  .arrow {
    inline-size: 0.75rem;
    block-size: 0.75rem;
    opacity: 0;
  }
  .head button:hover .arrow {
    opacity: 0.5;
  }
  [aria-sort='ascending'],
  [aria-sort='descending'] {
    color: var(--_text);
  }
  [aria-sort='ascending'] .arrow,
  [aria-sort='descending'] .arrow {
    opacity: 1 !important;
  }
  [aria-sort='ascending'] .arrow,
  .ascending .arrow {
    transform: scaleY(-1);
  }
  .sort-select .arrow {
    opacity: 1;
  }
  .issued,
  .due,
  .number,
  .about {
    font-variant-numeric: tabular-nums;
  }
  .row button[data-lead] {
    display: block;
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    background: none;
    color: var(--_accent-strong);
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
  }
  /* The whole row is the button. */
  .row button[data-lead]::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  [data-lead]:focus-visible {
    outline: none;
  }
  .row:has([data-lead]:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  /* What takes the focus stays. */
  .placeholder > * > :not([data-lead]) {
    visibility: hidden;
  }
  .placeholder > .subject {
    color: transparent;
  }
  .placeholder > ::before {
    content: '';
    display: block;
    block-size: 0.75rem;
    inline-size: 70%;
    max-inline-size: 8rem;
    border-radius: var(--_radius-inner);
    background: var(--_neutral-soft);
  }
  .placeholder > .get::before {
    content: none;
  }
  .placeholder > .total::before {
    margin-inline-start: auto;
  }
  .totals {
    display: grid;
    grid-template-columns: 1fr auto auto;
    align-content: start;
    gap: var(--_space) calc(6 * var(--_space));
    min-block-size: 4rem;
    margin: 0;
    padding: calc(2 * var(--_space)) calc(4 * var(--_space)) 0;
    list-style: none;
  }
  .totals li {
    display: grid;
    grid-column: 1 / -1;
    grid-template-columns: subgrid;
    align-items: baseline;
  }
  .totals .count {
    color: var(--_text-muted);
  }
  .totals .open,
  .totals .sum {
    text-align: end;
  }
  .totals .sum {
    grid-column: 3;
  }
  .totals .sum .amount {
    font-weight: var(--_weight-strong);
  }
  @container (max-width: 560px) {
    .sort-select {
      display: flex;
    }
    .sort-select select {
      min-block-size: var(--_target-dense);
      border: 1px solid var(--_border-strong);
      border-radius: var(--_radius-inner);
      background: var(--_surface);
    }
    .box {
      --_head: 0px;
      --_row: max(3.75rem, 60px);
    }
    .head {
      display: none;
    }
    .row {
      gap: 0 calc(3 * var(--_space));
      align-content: center;
      padding-inline: calc(3 * var(--_space));
    }
    .row .status {
      justify-self: end;
      max-inline-size: 100%;
    }
    .row .issued,
    .row .due,
    .row .number,
    .row .about,
    .row .status {
      font-size: var(--_size-small);
    }
    .placeholder > ::before {
      inline-size: 4rem;
    }
    .totals {
      grid-template-columns: 1fr auto;
      gap: var(--_space) calc(3 * var(--_space));
      padding-inline: calc(3 * var(--_space));
    }
    .totals .sum {
      grid-column: 2;
      grid-row: 1;
    }
    .totals .open {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .placeholder > ::before {
      background: GrayText;
    }
  }
`;
