import { css } from 'lit';

/** The buttons of the card and of what is fetched later. */
export const buttons = css`
  button.primary,
  button.plain {
    border: 0;
    cursor: pointer;
  }
  button.primary {
    min-block-size: var(--_target);
    padding-inline: calc(4 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent);
    color: light-dark(#fff, #10151a);
    font-weight: var(--_weight-strong);
    font-variant-numeric: tabular-nums;
  }
  button.primary:hover {
    background: var(--_accent-strong);
  }
  button.plain {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(1.5 * var(--_space));
    min-inline-size: var(--_target-dense);
    min-block-size: var(--_target-dense);
    padding-inline: calc(2 * var(--_space));
    border-radius: var(--_radius-inner);
    background: none;
    color: var(--_accent-strong);
  }
  button.plain:hover {
    background: var(--_surface-hover);
  }
  button:disabled {
    cursor: default;
    opacity: 0.6;
  }
  button[aria-busy='true'] {
    cursor: progress;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .icon {
      animation: none !important;
    }
  }
`;
