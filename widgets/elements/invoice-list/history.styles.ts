import { css } from 'lit';

/** Filters and columns of the history. */
export const historyColumns = css`
  .field {
    min-block-size: var(--_target);
    min-inline-size: 0;
    padding-inline: calc(3 * var(--_space));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .field::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }
  .search {
    flex: 1 1 14rem;
  }
  .period {
    flex: 0 1 auto;
    max-inline-size: 100%;
  }
  .day {
    display: inline-flex;
    align-items: center;
    gap: calc(2 * var(--_space));
  }
  .filters .plain {
    min-block-size: var(--_target);
  }
  .menu {
    position: relative;
    max-inline-size: 100%;
  }
  .menu summary {
    /* Not inherited: what the browser puts around it has none. */
    box-sizing: border-box;
    display: flex;
    align-items: center;
    gap: var(--_space);
    max-inline-size: 18rem;
    overflow: hidden;
    white-space: nowrap;
    cursor: pointer;
    list-style: none;
  }
  .menu summary::-webkit-details-marker {
    display: none;
  }
  .menu summary::after {
    content: '';
    flex: none;
    inline-size: 0.4rem;
    block-size: 0.4rem;
    margin: -0.2rem 0.1rem 0 auto;
    border: solid currentColor;
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(45deg);
  }
  .menu b {
    overflow: hidden;
    text-overflow: ellipsis;
    font-weight: var(--_weight);
  }
  .choices {
    position: absolute;
    z-index: var(--_z-popup);
    inset-block-start: calc(100% + var(--_space));
    inset-inline-start: 0;
    min-inline-size: 13rem;
    margin: 0;
    padding: calc(2 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    box-shadow: var(--_shadow);
  }
  .choices label {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target-dense);
    padding-inline: calc(2 * var(--_space));
    border-radius: var(--_radius-inner);
    cursor: pointer;
  }
  .choices label:hover {
    background: var(--_surface-hover);
  }
  .choices input {
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    accent-color: var(--_accent);
  }
  .choices .badge.is-overdue {
    margin: 0;
  }
  .box {
    --_rows: 12;
    --_columns: 6rem minmax(6rem, 9rem) minmax(0, 1fr) 6rem 8.25rem 8.5rem 2rem;
  }
  .subject {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
  }
  .what {
    flex: 0 1 auto;
    min-inline-size: 4rem;
    overflow: clip;
    text-overflow: ellipsis;
  }
  .who {
    flex: 0 9 auto;
    min-inline-size: 0;
    overflow: clip;
    text-overflow: ellipsis;
    color: var(--_text-muted);
  }
  .mark:empty,
  .what:empty {
    display: none;
  }
  .get button {
    font-size: 1rem;
    line-height: 1;
    text-decoration: underline 1.5px;
    text-underline-offset: 0.08em;
  }
  .totals {
    padding-inline-end: calc(2rem + 7 * var(--_space));
  }
  @container (max-width: 1080px) {
    .who {
      display: none;
    }
  }
  @container (max-width: 820px) {
    .box {
      --_columns: 6rem minmax(6rem, 9rem) minmax(0, 1fr) 8.25rem 8rem 2rem;
    }
    .row .due {
      display: none;
    }
  }
  @container (max-width: 680px) {
    .search {
      flex-basis: 100%;
    }
    .menu,
    .period {
      flex: 1 1 8rem;
    }
    .menu summary {
      max-inline-size: none;
    }
    .box {
      --_rows: 8;
      --_columns: auto minmax(0, 1fr) auto;
    }
    .row {
      grid-template-areas: 'subject subject total' 'issued number status';
    }
    .row .subject {
      grid-area: subject;
    }
    .row .total {
      grid-area: total;
    }
    .row .issued {
      grid-area: issued;
    }
    .row .number {
      grid-area: number;
    }
    .row .status {
      grid-area: status;
    }
    .row .get {
      display: none;
    }
    .totals {
      min-block-size: 5rem;
      padding-inline-end: calc(3 * var(--_space));
    }
  }
`;
