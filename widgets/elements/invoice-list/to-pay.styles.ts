import { css } from 'lit';

/** Columns of what is to pay. */
export const toPayColumns = css`
  .box {
    --_rows: 8;
    --_columns: 6.75rem minmax(0, 1fr) minmax(7rem, 12rem) 12rem 8rem;
  }
  .about {
    color: var(--_text-muted);
  }
  .late {
    position: relative;
    background: color-mix(in srgb, var(--_danger-soft) 45%, transparent);
  }
  .late::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 4px solid var(--_danger);
  }
  .late .due {
    color: var(--_danger);
    font-weight: var(--_weight-strong);
  }
  @container (max-width: 760px) {
    .box {
      --_columns: 6.75rem minmax(0, 1fr) 11.5rem 7.5rem;
    }
    .row .about {
      display: none;
    }
  }
  @container (max-width: 680px) {
    .box {
      --_rows: 6;
      --_columns: auto minmax(0, 1fr) auto auto;
    }
    /* The state may reach under the subject, which ends only where the amount begins. */
    .row {
      grid-template-areas: 'subject subject subject total' 'due about status status';
    }
    .row .subject {
      grid-area: subject;
    }
    .row .total {
      grid-area: total;
    }
    .row .due {
      grid-area: due;
    }
    .row .about {
      display: block;
      grid-area: about;
    }
    .count {
      flex-basis: 100%;
      min-block-size: calc(1em * var(--_line));
    }
    .row .status {
      grid-area: status;
    }
  }
  @container (max-width: 320px) {
    .row {
      column-gap: var(--_space);
    }
    .late .badge svg {
      display: none;
    }
  }
`;
