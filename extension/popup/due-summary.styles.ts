import { css } from 'lit';

export const dueSummary = css`
  section {
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }
  header {
    display: flex;
    align-items: baseline;
    gap: calc(2 * var(--_space));
    padding: calc(3 * var(--_space)) calc(4 * var(--_space)) calc(2 * var(--_space));
  }
  h2 {
    margin: 0;
    font-size: inherit;
    font-weight: var(--_weight-strong);
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
  .overdue,
  .late {
    color: var(--_danger);
  }
  .overdue {
    display: inline-flex;
    align-self: center;
    align-items: center;
    gap: var(--_space);
    font-size: var(--_size-small);
    white-space: nowrap;
  }
  .icon {
    flex: none;
    inline-size: 14px;
    block-size: 14px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-content: center;
    column-gap: calc(4 * var(--_space));
    block-size: 2.75rem;
    padding-inline: calc(4 * var(--_space));
    border-block-start: 1px solid var(--_border);
    line-height: 1.3;
  }
  .subject,
  .when {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .when {
    grid-column: 1 / -1;
    font-size: var(--_size-small);
    color: var(--_text-muted);
  }
  .when.late {
    color: var(--_danger);
  }
  .when .icon {
    margin-inline-end: var(--_space);
    vertical-align: -2px;
  }
  button {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    inline-size: 100%;
    min-block-size: var(--_target);
    padding-inline: calc(4 * var(--_space)) calc(3 * var(--_space));
    border: 0;
    border-block-start: 1px solid var(--_border);
    background: none;
    color: var(--_accent-strong);
    cursor: pointer;
  }
  button:hover {
    background: var(--_surface-hover);
  }
  button:focus-visible {
    outline-offset: -2px;
  }
  .count {
    margin-inline-start: auto;
    font-size: var(--_size-small);
    color: var(--_text-muted);
  }
  .none {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    margin: 0;
    padding: 0 calc(4 * var(--_space)) calc(3 * var(--_space));
    color: var(--_text-muted);
  }
  .none .icon {
    color: var(--_success);
  }
  i {
    display: block;
    inline-size: 45%;
    block-size: 10px;
    border-radius: var(--_radius-inner);
    background: var(--_neutral-soft);
  }
  li i:last-child {
    grid-row: 1;
    grid-column: 2;
    inline-size: 4rem;
  }
  .sums i {
    inline-size: 5rem;
  }
`;
