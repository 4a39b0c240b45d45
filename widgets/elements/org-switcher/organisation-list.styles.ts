import { css } from 'lit';

/**
 * The list as far as its skeleton needs. A unit of it is 1.75rem: a heading has one, a row two
 * (`organisation-list.ts`).
 */
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
  /* Tracks of one unit: a row that grows to show its whole name moves no other. */
  .block {
    display: grid;
    grid-auto-rows: 1.75rem;
    grid-template-columns: minmax(0, 1fr);
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
`;
