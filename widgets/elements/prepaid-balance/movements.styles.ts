import { css } from 'lit';

/** Lines of a statement: four columns, in a narrow place two lines each. */
export const movementsStyles = css`
  :host {
    container-type: inline-size;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th {
    block-size: var(--_target-dense);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: var(--_weight-strong);
    text-align: start;
  }
  th,
  td {
    padding: 0 calc(3 * var(--_space)) 0 0;
    border-block-end: 1px solid var(--_border);
  }
  td {
    block-size: 2.5rem;
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .amount,
  .balance {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .day {
    inline-size: 1%;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .balance {
    color: var(--_text-muted);
  }
  .what {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    margin-inline-end: calc(2 * var(--_space));
    vertical-align: middle;
  }
  .icon {
    color: var(--_text-muted);
  }
  .link {
    min-block-size: var(--_target-dense);
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent-strong);
    cursor: pointer;
    overflow-wrap: anywhere;
    vertical-align: middle;
  }
  .link:hover {
    text-decoration: underline;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
    padding-block: calc(3 * var(--_space)) calc(2 * var(--_space));
  }
  .failed {
    color: var(--_danger);
  }
  i {
    display: block;
    inline-size: 6rem;
    max-inline-size: 100%;
    block-size: 0.625rem;
    border-radius: var(--_radius-inner);
    background: var(--_neutral-soft);
  }
  @container (max-width: 520px) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 calc(3 * var(--_space));
      padding-block: calc(1.5 * var(--_space));
      border-block-end: 1px solid var(--_border);
    }
    td {
      block-size: auto;
      padding: 0;
      border: 0;
    }
    .day {
      grid-area: 2 / 1;
      inline-size: auto;
      padding-inline-start: calc(1rem + 2 * var(--_space));
    }
    .amount {
      grid-area: 1 / 2;
    }
    .balance {
      grid-area: 2 / 2;
    }
    .day,
    .balance {
      font-size: var(--_size-small);
    }
    .link {
      min-block-size: 1.5rem;
    }
    tr > .day > i {
      margin-block: 0.25rem;
    }
  }
`;
