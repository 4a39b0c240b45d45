import { css } from 'lit';

/** Nine colours, each with the text colour, light or dark, that has the better contrast on it. */
export const mark = css`
  .mark {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    overflow: hidden;
    border-radius: var(--_radius-inner);
    font-size: var(--_size-body);
    font-weight: var(--_weight-strong);
    line-height: 1;
    color: #fff;
  }
  .mark > * {
    grid-area: 1 / 1;
  }
  .mark img {
    max-inline-size: 100%;
    block-size: 2.25rem;
    object-fit: contain;
  }
  .mark:has(img:not([hidden])) {
    background: none;
    font-size: 0;
  }
  .mark-0 {
    background: #0b5cad;
  }
  .mark-1 {
    background: #0f766e;
  }
  .mark-2 {
    background: #9d174d;
  }
  .mark-3 {
    background: #5b3fc0;
  }
  .mark-4 {
    background: #4d5b6a;
  }
  .mark-5 {
    background: #f2c14e;
    color: #1b2127;
  }
  .mark-6 {
    background: #8fd3c1;
    color: #1b2127;
  }
  .mark-7 {
    background: #f4a58a;
    color: #1b2127;
  }
  .mark-8 {
    background: #a9c1ff;
    color: #1b2127;
  }
`;
