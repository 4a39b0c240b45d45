import { css } from 'lit';

export const dueSummary = css`
  section {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }
  .head {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    inline-size: 100%;
    min-block-size: 44px;
    padding-inline: calc(4 * var(--_space)) calc(3 * var(--_space));
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .head:hover {
    background: var(--_surface-hover);
  }
  .head:focus-visible {
    outline-offset: -2px;
  }
  strong {
    font-weight: var(--_weight-strong);
  }
  .count,
  .head .late {
    font-size: var(--_size-small);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .count {
    min-inline-size: 1.25rem;
    padding-inline: calc(1.5 * var(--_space));
    border-radius: 0.75rem;
    background: var(--_neutral-soft);
    text-align: center;
  }
  .head > .icon {
    color: var(--_text-muted);
  }
  .late {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    color: var(--_danger);
  }
  .sums {
    display: grid;
    justify-items: end;
    margin-inline-start: auto;
    font-weight: var(--_weight-strong);
  }
  .sums .currency {
    font-weight: var(--_weight);
  }
  svg.icon {
    inline-size: 14px;
    block-size: 14px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
    block-size: 32px;
    padding-inline: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }
  .when {
    flex: none;
    inline-size: 6.5rem;
    font-size: var(--_size-small);
    font-variant-numeric: tabular-nums;
  }
  .when:not(.late) {
    color: var(--_text-muted);
  }
  .subject {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .none {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    margin: 0;
    padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    border-block-start: 1px solid var(--_border);
    color: var(--_text-muted);
  }
  .none .icon {
    color: var(--_success);
  }
  @media (forced-colors: active) {
    .count {
      border: 1px solid;
    }
  }
  i {
    inline-size: 5rem;
    block-size: 10px;
    border-radius: var(--_radius-inner);
    background: var(--_neutral-soft);
  }
  li i:nth-child(2) {
    flex: 1;
  }
`;
