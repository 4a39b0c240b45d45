import { css } from 'lit';

/** What every visible element of the kit has in common. */
export const host = css`
  :host {
    box-sizing: border-box;
    display: block;
    color: var(--_text);
    font-family: var(--_font);
    font-size: var(--_size-body);
    font-weight: var(--_weight);
    line-height: var(--_line);
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  button,
  input,
  select {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  svg.icon {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .amount {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .currency {
    font-size: var(--_size-small);
    color: var(--_text-muted);
  }
`;
