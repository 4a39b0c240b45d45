import { css } from 'lit';

/** The course, parties, lines and sums of one invoice. */
export const detailsBodyStyles = css`
  .course {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .course li {
    position: relative;
    display: grid;
    grid-template-columns: minmax(8rem, 12rem) 6rem 1fr;
    gap: 0 calc(3 * var(--_space));
    padding: var(--_space) 0 var(--_space) calc(6 * var(--_space));
    font-variant-numeric: tabular-nums;
  }
  .course li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.6rem;
    inset-inline-start: 0.25rem;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    background: var(--_accent);
  }
  .course li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.25rem -0.5rem;
    inset-inline-start: calc(0.5rem - 0.5px);
    border-inline-start: 1px solid var(--_border-strong);
  }
  .course .ahead {
    color: var(--_text-muted);
  }
  .course .ahead::before {
    background: none;
    border-color: var(--_border-strong);
  }
  .course .number {
    overflow-wrap: anywhere;
  }
  .parties {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    gap: calc(6 * var(--_space));
  }
  .muted {
    color: var(--_text-muted);
    font-weight: var(--_weight);
  }
  .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: calc(2 * var(--_space)) 0 calc(2 * var(--_space)) calc(3 * var(--_space));
    border-block-end: 1px solid var(--_border);
    text-align: end;
    vertical-align: top;
    font-weight: var(--_weight);
  }
  td {
    white-space: nowrap;
  }
  th:first-child {
    padding-inline-start: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }
  thead th {
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .lines .muted {
    display: block;
    font-size: var(--_size-small);
  }
  .sums {
    inline-size: min(26rem, 100%);
    margin-inline-start: auto;
  }
  .sums tr:last-child > * {
    border-block-end: 0;
  }
  .strong > * {
    font-weight: var(--_weight-strong);
  }
  @container (max-width: 680px) {
    .course li {
      grid-template-columns: 1fr auto;
    }
    .course .number {
      grid-column: 1 / -1;
    }
    .lines thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .lines tr {
      display: block;
      padding-block: calc(2 * var(--_space));
      border-block-end: 1px solid var(--_border);
    }
    .lines :is(th, td) {
      padding: 0;
      border: 0;
    }
    .lines :is(th, td) {
      display: block;
    }
    .lines td {
      display: flex;
      justify-content: space-between;
    }
    .lines td::before {
      content: attr(data-label);
      color: var(--_text-muted);
    }
  }
`;
