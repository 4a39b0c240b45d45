import { css } from 'lit';

/** The sums below the rows. */
export const totals = css`
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
  @container (max-width: 680px) {
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
`;
