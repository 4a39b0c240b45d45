import { css } from 'lit';
import { spinner } from '../../styles/spinner.styles.ts';
import { list } from './organisation-list.styles.ts';
import { mark } from './organisation-mark.styles.ts';
import { panel } from './switcher-panel.styles.ts';

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
    max-inline-size: 100%;
    font-weight: var(--_weight-strong);
    white-space: pre;
  }
  .main .cut {
    align-self: start;
  }
  .head {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* Here a logo has room, and stands for the name. */
  .trigger .mark:has(img:not([hidden])) {
    inline-size: auto;
    + .main .cut {
      display: none;
    }
  }
  .tail {
    flex: none;
  }
  .facts {
    font-size: var(--_size-small);
    color: var(--_text-muted);
  }
  .bone {
    border-radius: var(--_radius-inner);
    background: var(--_neutral-soft);
  }
  .main .bone {
    inline-size: 70%;
    block-size: 10px;
  }
  .main .short {
    inline-size: 35%;
    margin-block-start: calc(2 * var(--_space));
  }
`;

export const styles = [mark, spinner, current, panel, list];
