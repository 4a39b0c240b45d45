import { css } from 'lit';

/** How far it reaches, and the last days as a line. */
export const outlook = css`
  .outlook {
    display: grid;
    grid-template-columns: 1rem minmax(0, 1fr) auto;
    column-gap: calc(2 * var(--_space));
    align-items: center;
    padding-block-start: calc(3 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }
  /* What is missing takes three lines; nothing moves when it turns out so. */
  :host(:not([compact])) .outlook {
    align-content: center;
    min-block-size: calc(3em * var(--_line) + 3 * var(--_space) + 1px);
  }
  .outlook .icon {
    color: var(--_success);
  }
  .outlook.short .icon {
    color: var(--_warning);
  }
  .outlook.failed .icon {
    color: var(--_text-muted);
  }
  .outlook p {
    grid-column: 2;
  }
  .outlook .rest {
    grid-row: 2;
    overflow: hidden;
    color: var(--_text-muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .outlook.short .rest {
    white-space: normal;
  }
  .outlook.failed p {
    grid-row: 1 / 3;
    min-block-size: calc(2em * var(--_line));
    align-content: center;
  }
  .outlook button {
    grid-row: 1 / 3;
    grid-column: 3;
    min-block-size: calc(2em * var(--_line));
    font-variant-numeric: tabular-nums;
  }
  .trend {
    display: grid;
    gap: var(--_space);
  }
  .trend svg {
    display: block;
    inline-size: 100%;
    block-size: 3.5rem;
    border-block-end: 1px solid var(--_border-strong);
    overflow: visible;
  }
  .trend svg:dir(rtl) {
    transform: scaleX(-1);
  }
  .area {
    fill: var(--_accent-soft);
  }
  .line {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.5px;
    vector-effect: non-scaling-stroke;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(4 * var(--_space));
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  figcaption > :first-child {
    flex: 1;
  }
  :host([compact]) .rest {
    font-size: var(--_size-small);
    line-height: calc(var(--_size-body) * var(--_line));
  }
  :host([compact]) .trend {
    flex: 1 1 0;
    min-inline-size: 0;
    max-inline-size: 9rem;
    margin-inline-start: auto;
  }
  :host([compact]) .trend svg {
    block-size: 2rem;
  }
  :host([compact]) figcaption {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;

/** Where the money comes from, and the buttons. */
export const parts = css`
  .parts {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--_space) calc(8 * var(--_space));
    padding-block-start: calc(3 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }
  .part {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-content: start;
    gap: 0 calc(3 * var(--_space));
  }
  dt {
    color: var(--_text-muted);
  }
  .part .currency {
    line-height: 0;
  }
  .part.none .amount {
    color: var(--_text-muted);
  }
  .small {
    flex-basis: 100%;
    min-block-size: calc(1em * var(--_line));
    color: var(--_text-muted);
    font-size: var(--_size-small);
  }
  .acts {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(2 * var(--_space));
    min-block-size: calc(var(--_target) + 3 * var(--_space) + 1px);
    padding-block-start: calc(3 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }
  .disclose {
    margin-inline-start: calc(-2 * var(--_space));
  }
  .disclose .icon {
    transition: rotate var(--_motion);
  }
  .disclose[aria-expanded='true'] .icon {
    rotate: 180deg;
  }
  .refresh[aria-busy='true'] .icon {
    animation: turn 800ms linear infinite;
  }
  #movements {
    min-block-size: 8rem;
  }
  @container (max-width: 420px) {
    .rest {
      font-size: var(--_size-small);
    }
    .card {
      padding-inline: calc(4 * var(--_space));
    }
    .parts {
      grid-template-columns: minmax(0, 1fr);
    }
    .frame > .notice {
      padding: calc(3 * var(--_space)) calc(4 * var(--_space));
    }
    .outlook.short button {
      grid-row: 3;
      grid-column: 2 / -1;
      justify-self: start;
      margin-block-start: calc(2 * var(--_space));
      min-block-size: var(--_target-dense);
    }
  }
  @media (forced-colors: active) {
    i {
      background: GrayText;
    }
    .area {
      fill: none;
    }
    .line {
      stroke: CanvasText;
    }
  }
`;
