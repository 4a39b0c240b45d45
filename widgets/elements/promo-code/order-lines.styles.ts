import { css } from 'lit';

/** The codes of an order and its totals, which share a column of amounts. */
export const orderLines = css`
  .codes {
    display: grid;
    gap: calc(2 * var(--_space));
    list-style: none;
  }
  .code {
    display: grid;
    grid-template-columns: minmax(0, auto) 1fr auto;
    align-items: center;
    gap: 0 calc(2 * var(--_space));
  }
  .chip {
    display: flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    min-block-size: var(--_target-dense);
    padding-inline: calc(2 * var(--_space));
    border-radius: var(--_radius-inner);
    background: var(--_neutral-soft);
  }
  .counts > .chip > .icon {
    color: var(--_success);
  }
  .refused > .chip > .icon {
    color: var(--_warning);
  }
  .name {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-family: var(--_font-mono);
    font-weight: var(--_weight-strong);
  }
  .refused .name {
    font-weight: var(--_weight);
  }
  .chip button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--_target-dense);
    block-size: var(--_target-dense);
    margin-inline-end: calc(-2 * var(--_space));
    padding: 0;
    border: 0;
    border-radius: var(--_radius-inner);
    background: none;
    color: var(--_text-muted);
    cursor: pointer;
  }
  .chip button:hover {
    background: var(--_border);
    color: var(--_text);
  }
  .rate {
    color: var(--_text-muted);
    font-size: var(--_size-small);
    white-space: nowrap;
  }
  .reason {
    grid-column: 1 / -1;
    min-block-size: 1lh;
    color: var(--_warning);
    font-size: var(--_size-small);
  }
  .totals {
    display: grid;
    gap: var(--_space);
    padding-block-start: calc(3 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }
  .totals > div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: calc(3 * var(--_space));
  }
  .totals dt {
    color: var(--_text-muted);
  }
  .totals dd {
    min-inline-size: 7rem;
    border-radius: var(--_radius-inner);
    text-align: end;
    white-space: nowrap;
  }
  .totals .sum {
    margin-block-start: var(--_space);
    padding-block-start: calc(2 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }
  .totals .sum :is(dt, .amount) {
    color: inherit;
    font-weight: var(--_weight-strong);
  }
  .totals .sum .amount {
    font-size: var(--_size-title);
    line-height: 1.2;
  }
  @media (forced-colors: active) {
    .chip {
      border: 1px solid;
    }
  }
`;
