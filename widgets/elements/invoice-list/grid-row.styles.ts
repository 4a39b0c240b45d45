import { css } from 'lit';

/** Rows of one height; two lines a row where it is narrow. */
export const gridRow = css`
  .stale .block {
    opacity: 0.55;
    transition: opacity var(--_motion) 150ms;
  }
  .row {
    display: grid;
    grid-template-columns: var(--_columns);
    align-items: center;
    gap: 0 calc(3 * var(--_space));
    block-size: var(--_row);
    padding-inline: calc(4 * var(--_space));
  }
  .block > .row {
    border-block-end: 1px solid var(--_border);
  }
  .block > .row:hover {
    background: var(--_surface-hover);
  }
  .row > * {
    min-inline-size: 0;
    white-space: nowrap;
  }
  /* Only what may be too long: to cut costs a step of painting for each cell. */
  .head .row > *,
  .subject,
  .about {
    overflow: clip;
    text-overflow: ellipsis;
  }
  .row .total {
    justify-self: end;
    text-align: end;
  }
  .block .status {
    justify-self: start;
  }
  .head .row {
    block-size: calc(var(--_head) - 1px);
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
    overflow: clip;
    text-overflow: ellipsis;
    background: none;
    color: var(--_accent-strong);
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
  }
  /* The whole row takes the click and shows the focus. */
  .row.opens {
    cursor: pointer;
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
  .placeholder > .status {
    justify-self: stretch;
  }
  .placeholder > .get::before {
    content: none;
  }
  .placeholder > .total::before {
    margin-inline-start: auto;
  }
  @container (max-width: 680px) {
    .row {
      gap: 0 calc(3 * var(--_space));
      align-content: center;
      padding-inline: calc(3 * var(--_space));
    }
    .row .status {
      justify-self: end;
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
  }
  @media (forced-colors: active) {
    .placeholder > ::before {
      background: GrayText;
    }
  }
`;
