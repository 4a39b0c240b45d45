import { html, nothing, type TemplateResult } from 'lit';
import type { KontorError } from '../../../shared/client/kontor-error.ts';
import type { Order } from '../../../shared/contract/order.ts';
import type { PaymentMethod } from '../../../shared/contract/promo-code.ts';
import { formatMoney } from '../../../shared/money/format-money.ts';
import { problemText } from '../../parts/problem-text.ts';
import { codeField } from './code-field.ts';
import { codeRows } from './code-rows.ts';
import { orderTotals } from './order-totals.ts';
import type { DeskAct, PromoDesk } from './promo-desk.ts';
import type { PromoCodeTerms } from './terms/terms.ts';

const METHODS: readonly PaymentMethod[] = ['prepaid', 'card', 'bank-transfer'];

/** All that the form is drawn from. */
export interface OrderView {
  readonly words: PromoCodeTerms;
  readonly locale: string;
  /** Undefined while it is awaited: the form then keeps its place. */
  readonly order: Order | undefined;
  /** Why the order shown may be old. */
  readonly stale: KontorError | undefined;
  /** Undefined until the part is here that acts and answers. */
  readonly desk: PromoDesk | undefined;
  /** Why that part is not here though an act waits for it. */
  readonly failed: KontorError | undefined;
  readonly text: string;
  readonly locked: boolean;
  readonly collapsed: boolean;
  readonly hideMethods: boolean;
  readonly placeable: boolean;
  /** An act waits for the part. */
  readonly acting: boolean;
  readonly act: (act: DeskAct) => void;
  readonly type: (text: string) => void;
  /** Opens the collapsed field. */
  readonly open: () => void;
  /** Fetches the part again. */
  readonly retry: () => void;
  readonly reload: () => void;
}

/** Payment method, field, codes and total of an order. */
export function orderForm(view: OrderView): TemplateResult {
  const { words, order, desk, stale } = view;
  const open = order?.state === 'open' || !order;
  return html`
    ${stale ? failure(problemText(stale, words.problem), words.problem.retry, view.reload) : nothing}
    ${view.hideMethods || !open ? nothing : methods(view)}
    ${desk?.review() ?? nothing}
    ${view.locked || !open ? nothing : codeField(view)}
    ${partFailure(view)} ${desk?.message() ?? nothing} ${desk?.trial() ?? nothing}
    ${codeRows(view)} ${orderTotals(view)}
    ${open ? (view.placeable ? place(view) : nothing) : html`<p class="outcome" part="outcome" tabindex="-1">${desk?.outcome()}</p>`}
  `;
}

/** A failure in one line, with the way to try again. */
function failure(text: string, label: string, again: () => void): TemplateResult {
  return html`<p class="message failed" part="message" role="alert">
    ${text} <button type="button" class="plain" part="retry" @click=${again}>${label}</button>
  </p>`;
}

/** Where an act waits for a part that does not arrive. */
export function partFailure({ failed, words: { problem }, retry }: OrderView): TemplateResult | typeof nothing {
  return failed ? failure(problemText(failed, problem), problem.retry, retry) : nothing;
}

function methods({ words, order, desk, act }: OrderView): TemplateResult {
  const chosen = desk?.method ?? order?.paymentMethod;
  const choose = (event: Event): void => {
    const paymentMethod = (event.target as HTMLInputElement).value as PaymentMethod;
    // The order says what is chosen: until it changes, and where it does not, the old one stays.
    for (const radio of (event.currentTarget as Element).querySelectorAll('input')) radio.checked = radio.value === chosen;
    act((desk) => desk.propose({ paymentMethod }, true));
  };
  return html`<fieldset class="methods" part="methods" @change=${choose}>
    <legend>${words.method}</legend>
    ${METHODS.map(
      (method) => html`<label class="choice"
        ><input type="radio" name="method" value=${method} .checked=${method === chosen} />${words.methods[method]}</label
      >`,
    )}
  </fieldset>`;
}

function place({ words, locale, order, desk, act }: OrderView): TemplateResult {
  const { gross = 0 } = order?.totals ?? {};
  const amount = formatMoney({ amount: gross, currency: order?.currency ?? '' }, locale);
  return html`<button type="button" class="primary place" part="place" aria-busy=${desk?.busy === 'place'} @click=${() => act((desk) => desk.place())}>
    ${words.place(amount)}
  </button>`;
}
