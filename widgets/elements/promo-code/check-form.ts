import { html, nothing, type TemplateResult } from 'lit';
import { entry } from './code-field.ts';
import { type OrderView, partFailure } from './order-form.ts';

/** The field for codes that are only looked at, and what they offer. */
export function checkForm(view: OrderView): TemplateResult {
  const { words, desk, act } = view;
  return html`${entry(view, words.check, () => act((desk) => desk.check()))}
    <div class="under"><p id="hint" class="hint">${words.checkHint}</p></div>
    ${partFailure(view)} ${desk?.message() ?? nothing} ${desk?.checked() ?? nothing}`;
}
