import { css } from 'lit';

/** A unit of the list is 1.75rem: a heading has one, a row two (`organisation-list.ts`). */
export const list = css`
  .list {
    position: relative;
    flex: 0 1 auto;
    min-block-size: 0;
    max-block-size: var(--kontor-org-switcher-list-height, 28rem);
    overflow: hidden auto;
    overscroll-behavior: contain;
    container-type: inline-size;
  }
  .list:focus-visible {
    outline-offset: -2px;
  }
  .sizer {
    position: relative;
    overflow: hidden;
  }
  /* Tracks of one unit: a row that grows to show its whole name moves no other. */
  .group {
    display: contents;
  }
  .block {
    display: grid;
    grid-auto-rows: 1.75rem;
    grid-template-columns: minmax(0, 1fr);
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
  .row {
    position: relative;
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
    grid-row: span 2;
    block-size: 100%;
    padding-inline: calc(3 * var(--_space)) 0;
    overflow: hidden;
    cursor: pointer;
  }
  .row:hover,
  .row.active {
    z-index: 1;
    block-size: fit-content;
    min-block-size: 100%;
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
  .row.active .name,
  .row:hover .name {
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
    display: inline-flex;
    align-items: center;
    gap: 2px;
    color: var(--_danger);
  }
  .overdue .icon {
    inline-size: 14px;
    block-size: 14px;
  }
  .row .amount {
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
  .row:hover .pin,
  .row.active .pin,
  .row.pinned .pin {
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
