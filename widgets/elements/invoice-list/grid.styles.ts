import { css } from 'lit';

/** The frame of a windowed table: a line above, a box that scrolls. */
export const grid = css`
  :host {
    container-type: inline-size;
  }
  .line {
    display: flex;
    align-items: center;
    justify-content: space-between;
    flex-wrap: wrap;
    gap: 0 calc(2 * var(--_space));
    min-block-size: var(--_target);
    padding-block: var(--_space);
  }
  /* Where it has a line of its own, its words begin where the others do. */
  .line > .plain {
    margin-inline-start: calc(-2 * var(--_space));
  }
  .count {
    flex: 1;
    margin: 0;
    color: var(--_text-muted);
  }
  .box {
    --_head: 2.25rem;
    --_row: max(var(--_target), 2.5rem);
    --_scroll: var(--kontor-invoice-list-block-size, calc(var(--_rows) * var(--_row)));
    block-size: calc(var(--_head) + var(--_scroll) + 2px);
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .box > .notice {
    block-size: 100%;
    overflow: auto;
  }
  .notice.calm svg {
    inline-size: 2rem;
    block-size: 2rem;
    color: var(--_success);
  }
  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    border-block-end: 1px solid var(--_border);
    background: var(--_surface-sunken);
    color: var(--_text-muted);
    font-size: var(--_size-small);
    font-weight: var(--_weight-strong);
  }
  .scroller {
    block-size: 100%;
    overflow: hidden auto;
    scroll-padding-block-start: var(--_head);
    scrollbar-width: thin;
    contain: content;
  }
  .scroller:focus-visible {
    outline-offset: -2px;
  }
  .sizer {
    overflow: clip;
  }
  @container (max-width: 680px) {
    .box {
      --_head: 0px;
      --_row: max(3.75rem, 60px);
    }
  }
`;
