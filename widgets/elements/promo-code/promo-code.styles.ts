import { css } from 'lit';
import { codeField } from './code-field.styles.ts';
import { orderLines } from './order-lines.styles.ts';

/** The form as it stands before anything was done; what answers brings its own. */
const form = css`
  :host {
    container-type: inline-size;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  .promo {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .front,
  .form,
  .waiting {
    grid-area: 1 / 1;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: calc(3 * var(--_space));
  }
  /* Keeps its place and size while something else stands in it, or nothing yet. */
  .waiting {
    visibility: hidden;
  }
  [aria-busy='true'] > .waiting :is(.choice, .field, .secondary, .primary, dd) {
    visibility: visible;
    border-color: transparent;
    background: var(--_neutral-soft);
    color: transparent;
  }
  .waiting .choice input {
    visibility: hidden;
  }
  .wordless {
    visibility: hidden;
  }
  legend,
  .label > span {
    display: block;
    margin-block-end: var(--_space);
    padding: 0;
    font-weight: var(--_weight-strong);
  }
  .methods {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: calc(2 * var(--_space));
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(2 * var(--_space));
    min-block-size: var(--_target);
    padding: var(--_space) calc(3 * var(--_space));
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    line-height: 1.25;
    cursor: pointer;
  }
  .choice:hover {
    background: var(--_surface-hover);
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }
  .choice input {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin: 0;
    outline: 0;
    accent-color: var(--_accent);
  }
  button.plain {
    min-block-size: var(--_target-dense);
    padding-inline: calc(2 * var(--_space));
    border: 0;
    border-radius: var(--_radius-inner);
    background: none;
    color: var(--_accent-strong);
    cursor: pointer;
  }
  button.plain:hover {
    background: var(--_surface-hover);
  }
  button.primary {
    min-block-size: var(--_target);
    padding: var(--_space) calc(4 * var(--_space));
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_accent-strong);
    color: var(--_surface);
    font-weight: var(--_weight-strong);
    font-variant-numeric: tabular-nums;
    cursor: pointer;
  }
  button.primary:hover {
    background: var(--_accent);
  }
  .disclosure {
    justify-self: start;
    margin-inline-start: calc(-2 * var(--_space));
  }
  [aria-busy='true']:is(button) {
    opacity: 0.6;
    cursor: progress;
  }
  .promo:disabled {
    opacity: 0.6;
  }
  .message {
    color: var(--_danger);
  }
  .no-order {
    color: var(--_text-muted);
  }
  @container (max-width: 380px) {
    .methods {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .choice:has(:checked),
    .place {
      border: 1px solid;
    }
    .choice:has(:checked) {
      outline: 1px solid;
    }
  }
`;

export const promoCode = [form, codeField, orderLines];
