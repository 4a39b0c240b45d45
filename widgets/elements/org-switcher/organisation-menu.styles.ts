import { css } from 'lit';

/** The list with its rows, and the line under it. */
export const menuStyles = css`
  .list:focus-visible {
    outline-offset: -2px;
  }
  .sizer {
    position: relative;
    overflow: hidden;
  }
  .group {
    display: contents;
  }
  .block.raised {
    margin-block-start: -1.75rem;
  }
  .heading {
    display: flex;
    align-items: end;
    padding: 0 calc(3 * var(--_space)) var(--_space);
    font-size: var(--_size-small);
    font-weight: var(--_weight-strong);
    color: var(--_text-muted);
  }
  .row:is(:hover, .active) {
    z-index: 1;
    block-size: fit-content;
    min-block-size: 100%;
    padding-block: 2px;
  }
  /* Nothing is below the last one: it grows upwards, and alone it takes the list with it. */
  .row:last-child {
    align-self: end;
  }
  .sizer:has(> .block > .row:only-child) {
    min-block-size: max-content;
    > .block {
      grid-auto-rows: minmax(1.75rem, auto);
    }
  }
  .row:hover {
    background: var(--_surface-hover);
  }
  .row.active {
    background: var(--_accent-soft);
  }
  .row[aria-selected='true'] {
    box-shadow: inset 3px 0 0 var(--_accent);
  }
  .row[aria-selected='true']:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }
  .title {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    color: var(--_text);
  }
  .title .icon {
    color: var(--_accent);
    stroke-width: 2;
  }
  .name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    line-height: 1.25;
  }
  .by-id .name {
    -webkit-line-clamp: 1;
  }
  .row:is(:hover, .active) .name {
    -webkit-line-clamp: none;
  }
  mark {
    border-radius: 2px;
    background: var(--_mark);
    color: inherit;
  }
  .row .facts {
    display: flex;
    gap: calc(2 * var(--_space));
    white-space: nowrap;
  }
  .by-id .facts {
    flex-wrap: wrap;
    row-gap: 0;
  }
  .id {
    flex: 1 0 100%;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  /* What is overdue is to be paid anyway. */
  @container (inline-size < 25rem) {
    .to-pay:has(+ .overdue) {
      display: none;
    }
  }
  @container (inline-size < 22rem) {
    .row {
      gap: calc(2 * var(--_space));
    }
    .name {
      -webkit-line-clamp: 1;
    }
    .row .facts {
      flex-wrap: wrap;
      row-gap: 0;
    }
    .row .pin {
      inline-size: var(--_target-dense);
    }
  }
  .overdue {
    flex: none;
    display: inline-flex;
    align-items: center;
    gap: 2px;
    color: var(--_danger);
  }
  .overdue .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .role,
  .to-pay {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .row .amount {
    flex: none;
    margin-inline-start: auto;
    color: var(--_text);
  }
  .pin {
    align-self: stretch;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: var(--_target);
    color: var(--_text-muted);
    opacity: 0;
  }
  .row:is(:hover, .active, .pinned) .pin {
    opacity: 1;
  }
  .pin:hover,
  .pinned .pin {
    color: var(--_accent);
  }
  .pinned .pin .icon {
    fill: currentColor;
  }
  @media (pointer: coarse) {
    .pin {
      opacity: 1;
    }
  }
  .foot .plain {
    color: inherit;
    margin-inline-end: calc(-2 * var(--_space));
  }
  kbd {
    padding-inline: var(--_space);
    border: 1px solid var(--_border);
    border-radius: var(--_radius-inner);
    font: inherit;
  }
  @media (pointer: coarse) {
    kbd {
      display: none;
    }
  }
  .problem {
    justify-content: space-between;
    min-block-size: var(--_target);
    margin: 0;
    background: var(--_danger-soft);
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .row.active {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .title .icon {
      color: Highlight;
    }
    mark {
      background: Mark;
      color: MarkText;
      forced-color-adjust: none;
    }
  }
`;
