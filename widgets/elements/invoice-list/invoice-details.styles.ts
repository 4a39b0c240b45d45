import { css } from 'lit';

/** One invoice in full, in a panel at the end of the page. */
export const invoiceDetails = css`
  dialog {
    position: fixed;
    inset-block: 0;
    inset-inline: auto 0;
    inline-size: min(44rem, 100%);
    max-inline-size: none;
    block-size: 100%;
    max-block-size: none;
    margin: 0;
    padding: 0;
    overflow: auto;
    border: 0;
    border-inline-start: 1px solid var(--_border);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    container-type: inline-size;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 32%);
  }
  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: var(--_space) calc(2 * var(--_space));
    min-block-size: 6rem;
    align-content: start;
    padding: calc(4 * var(--_space)) calc(6 * var(--_space));
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-raised);
  }
  h2,
  h3,
  p {
    margin: 0;
  }
  h2 {
    overflow-wrap: anywhere;
    font-size: var(--_size-title);
    font-weight: var(--_weight-strong);
  }
  h3 {
    margin-block-end: calc(2 * var(--_space));
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: var(--_weight-strong);
  }
  .facts {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(3 * var(--_space));
  }
  .badge.overdue {
    margin: 0;
  }
  .figure {
    margin-inline-start: auto;
  }
  .figure .amount {
    font-size: var(--_size-title);
    font-weight: var(--_weight-strong);
  }
  .content {
    display: grid;
    gap: calc(6 * var(--_space));
    padding: calc(5 * var(--_space)) calc(6 * var(--_space)) calc(8 * var(--_space));
  }
  .remark {
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .downloads {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }
  .get {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--_space));
  }
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
  .skeleton {
    display: grid;
    gap: calc(5 * var(--_space));
  }
  .skeleton i:nth-child(3n) {
    inline-size: 60%;
  }
  @container (max-width: 560px) {
    header,
    .content {
      padding-inline: calc(4 * var(--_space));
    }
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
