import { css } from 'lit';

/** Small buttons and badges, shared by the views of the list. */
export const controls = css`
  [hidden] {
    display: none !important;
  }
  svg {
    inline-size: 1rem;
    block-size: 1rem;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .label {
    color: var(--_text-muted);
  }
  button.plain,
  button.icon {
    min-block-size: var(--_target-dense);
    border: 0;
    border-radius: var(--_radius-inner);
    background: none;
    color: var(--_accent-strong);
    cursor: pointer;
  }
  button.plain {
    padding-inline: calc(2 * var(--_space));
  }
  button.icon {
    display: inline-grid;
    place-items: center;
    inline-size: var(--_target-dense);
    padding: 0;
  }
  button.plain:hover,
  button.icon:hover {
    background: var(--_surface-hover);
  }
  button[aria-busy='true'] {
    color: var(--_text-muted);
    cursor: progress;
  }
  button[aria-busy='true'] svg {
    opacity: 0.4;
  }
  .badge {
    display: inline-flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
    white-space: nowrap;
    color: var(--_text-muted);
  }
  .badge svg {
    inline-size: 0.875rem;
    block-size: 0.875rem;
  }
  .badge.is-paid {
    color: var(--_success);
  }
  .badge.is-due,
  .badge.is-processing {
    color: var(--_warning);
  }
  .badge.is-pro-forma {
    color: var(--_accent-strong);
  }
  .badge.is-overdue {
    padding-inline: calc(1.5 * var(--_space));
    margin-inline-start: calc(-1.5 * var(--_space));
    border-radius: var(--_radius-inner);
    background: var(--_danger-soft);
    color: var(--_danger);
    font-weight: var(--_weight-strong);
  }
  .mark:not(:empty) {
    padding-inline: calc(1.5 * var(--_space));
    border-radius: var(--_radius-inner);
    background: var(--_neutral-soft);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    white-space: nowrap;
  }
  .failed {
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .mark:not(:empty),
    .badge.is-overdue {
      border: 1px solid;
    }
  }
`;
