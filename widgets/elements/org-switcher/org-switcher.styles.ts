import { css } from 'lit';
import { mark } from './organisation-mark.styles.ts';

const current = css`
  :host {
    display: inline-block;
    position: relative;
    inline-size: min(100%, var(--kontor-org-switcher-width, 18rem));
    vertical-align: top;
  }
  .trigger {
    display: flex;
    align-items: center;
    gap: calc(3 * var(--_space));
    inline-size: 100%;
    block-size: var(--kontor-org-switcher-height, 3rem);
    padding-inline: calc(2 * var(--_space));
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
    anchor-name: --kontor-org-switcher;
  }
  button.trigger {
    cursor: pointer;
  }
  button.trigger:hover,
  button.trigger[aria-expanded='true'] {
    background: var(--_surface-hover);
  }
  .trigger.failed {
    color: var(--_danger);
  }
  .trigger.failed .main {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-height: 1.25;
  }
  .main {
    flex: 1;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    overflow: hidden;
    line-height: 1.3;
  }
  .cut {
    display: flex;
    min-inline-size: 0;
    font-weight: var(--_weight-strong);
    white-space: pre;
  }
  .head {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .tail {
    flex: none;
    max-inline-size: 60%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .facts {
    font-size: var(--_size-small);
    color: var(--_text-muted);
  }
  .icon {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .spinner {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    border: 2px solid var(--_border);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 800ms linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }
  .bone {
    inline-size: 70%;
    block-size: 10px;
    border-radius: var(--_radius-inner);
    background: var(--_neutral-soft);
  }
  .bone.short {
    inline-size: 35%;
    margin-block-start: calc(2 * var(--_space));
  }
`;

const panel = css`
  .panel {
    position: fixed;
    inset: auto;
    margin: var(--_space) 0;
    inline-size: min(var(--kontor-org-switcher-panel-width, 26rem), 100vw - 16px);
    max-block-size: calc(100dvh - 16px);
    padding: 0;
    overflow: hidden;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
    color: var(--_text);
    box-shadow: var(--_shadow);
    position-anchor: --kontor-org-switcher;
    position-area: block-end span-inline-end;
    position-try-fallbacks: flip-inline, flip-block, flip-block flip-inline;
  }
  .panel:popover-open {
    display: flex;
    flex-direction: column;
  }
  @supports not (position-area: block-end) {
    .panel {
      inset: 8px 8px auto;
      margin: 0 auto;
    }
  }
  .search,
  .foot,
  .problem,
  .entry {
    flex: none;
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    padding-inline: calc(3 * var(--_space));
  }
  .search {
    border-block-end: 1px solid var(--_border);
    color: var(--_text-muted);
  }
  .search:focus-within {
    box-shadow: inset 0 -2px 0 var(--_focus);
  }
  input {
    flex: 1;
    min-inline-size: 0;
    block-size: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_text);
  }
  input:focus-visible {
    outline: 0;
  }
  input::placeholder {
    color: var(--_text-muted);
    opacity: 1;
  }
  .plain,
  .entry {
    min-block-size: var(--_target);
    border: 0;
    border-radius: var(--_radius-inner);
    background: none;
    cursor: pointer;
  }
  .plain {
    flex: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: calc(2 * var(--_space));
    padding-inline: calc(2 * var(--_space));
    color: var(--_text);
  }
  .plain.square {
    inline-size: var(--_target);
    padding: 0;
  }
  .plain:hover,
  .entry:hover {
    background: var(--_surface-hover);
  }
  .entry {
    inline-size: 100%;
    border-block-end: 1px solid var(--_border);
    border-radius: 0;
    text-align: start;
  }
  .entry .cut {
    font-weight: inherit;
  }
  .entry:focus-visible {
    outline-offset: -2px;
  }
  .area {
    flex: 0 1 auto;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .area.tall {
    block-size: var(--kontor-org-switcher-list-height, 28rem);
  }
  .area .notice {
    flex: 1;
  }
  .foot {
    justify-content: space-between;
    min-block-size: calc(var(--_target) + 1px);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_size-small);
    color: var(--_text-muted);
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
  .problem,
  .switch-problem {
    color: var(--_danger);
  }
  .problem {
    justify-content: space-between;
    min-block-size: var(--_target);
    margin: 0;
    background: var(--_danger-soft);
  }
  .switch-problem {
    position: absolute;
    inset: calc(100% + var(--_space)) 0 auto;
    z-index: var(--_z-popup);
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(2 * var(--_space));
    padding: calc(2 * var(--_space));
    border: 1px solid currentColor;
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .switch-problem p {
    flex: 1 1 10rem;
    margin: 0;
  }
  slot[name='footer']::slotted(*) {
    display: block;
    flex: none;
    padding: calc(2 * var(--_space)) calc(3 * var(--_space));
    border-block-start: 1px solid var(--_border);
  }
`;

/** A unit of the list is 1.75rem: a heading has one, a row two (`organisation-list.ts`). */
const list = css`
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

export const styles = [mark, current, panel, list];
