import { css } from 'lit';

/** The head that sorts, and the choice that stands for it where it is narrow. */
export const sorting = css`
  .sort-select {
    display: none;
  }
  .head button {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_target-dense);
    max-inline-size: 100%;
    padding: 0;
    border: 0;
    background: none;
    font-weight: inherit;
    cursor: pointer;
  }
  .head button:focus-visible {
    outline-offset: -2px;
  }
  .head button:hover {
    color: var(--_text);
  }
  .head .total button {
    flex-direction: row-reverse;
  }
  .arrow {
    inline-size: 0.75rem;
    block-size: 0.75rem;
    opacity: 0;
  }
  .head button:hover .arrow {
    opacity: 0.5;
  }
  [aria-sort='ascending'],
  [aria-sort='descending'] {
    color: var(--_text);
  }
  [aria-sort='ascending'] .arrow,
  [aria-sort='descending'] .arrow {
    opacity: 1 !important;
  }
  [aria-sort='ascending'] .arrow,
  .ascending .arrow {
    transform: scaleY(-1);
  }
  .sort-select .arrow {
    opacity: 1;
  }
  @container (max-width: 680px) {
    .sort-select {
      display: flex;
    }
    .sort-select select {
      min-block-size: var(--_target-dense);
      border: 1px solid var(--_border-strong);
      border-radius: var(--_radius-inner);
      background: var(--_surface);
    }
    .head {
      display: none;
    }
  }
`;
