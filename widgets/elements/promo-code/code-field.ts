import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../parts/icon.ts';
import type { OrderView } from './order-form.ts';

const noteIcon = icon('M8 14A6 6 0 108 2a6 6 0 000 12zM8 7.5V11M8 5v.4');

/** The field for codes of an order, or the question that opens it. */
export function codeField(view: OrderView): TemplateResult {
  const { words, order, collapsed, act, open } = view;
  if (collapsed) {
    return html`<button type="button" class="plain disclosure" part="disclosure" aria-expanded="false" @click=${open}>${words.have}</button>`;
  }
  const missing = order?.paymentMethod === null && !view.desk?.asksMethod;
  return html`${entry(view, words.apply, () => act((desk) => desk.apply()))}
    <div class="under">
      <p id=${order ? 'hint' : nothing} class=${missing ? 'hint first' : 'hint'}>
        ${missing ? html`${noteIcon}${words.methodFirst}` : words.several}
      </p>
      <button type="button" class="plain" part="try" aria-busy=${view.desk?.busy === 'try'} @click=${() => act((desk) => desk.tryOut())}>
        ${words.tryOut}
      </button>
    </div>`;
}

/** Field and button in one small form, so that Enter does what the button does. */
export function entry(view: OrderView, label: string, send: () => void): TemplateResult {
  const { words, text, desk, acting, type } = view;
  const busy = acting || desk?.busy === 'apply' || desk?.busy === 'check';
  return html`<form class="entry" novalidate @submit=${(event: Event) => (event.preventDefault(), send())}>
    <label class="label">
      <span>${words.label}</span>
      <input type="text" class="field" part="field" maxlength="3000" autocomplete="off" autocapitalize="characters" spellcheck="false"
        enterkeyhint="go" aria-describedby="hint" aria-invalid=${desk?.fieldInvalid ? 'true' : nothing} .value=${text} ?readonly=${busy}
        @input=${(event: InputEvent) => type((event.target as HTMLInputElement).value)} @paste=${(event: ClipboardEvent) => paste(event, type)} />
    </label>
    <button type="submit" class="secondary" part="apply" aria-busy=${busy}>${label}</button>
  </form>`;
}

/** A field of one line would join the lines of a list into one word. */
function paste(event: ClipboardEvent, type: (text: string) => void): void {
  const lines = event.clipboardData?.getData('text/plain').trim().split(/\s*[\r\n]+\s*/u) ?? [];
  const field = event.target as HTMLInputElement;
  if (lines.length < 2 || field.readOnly) return;
  event.preventDefault();
  field.setRangeText(lines.join(', '), field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
  type(field.value);
}
