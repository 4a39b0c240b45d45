import { html, nothing, type TemplateResult } from 'lit';
import type { Order } from '../../../shared/contract/order.ts';
import { formatMoney } from '../../../shared/money/format-money.ts';
import type { Money } from '../../../shared/money/money.ts';
import { problemText } from '../../parts/problem-text.ts';
import { type AnswerWords, reasonText } from './code-answers.ts';
import { refusedIcon } from './code-rows.ts';
import type { Message } from './order-acts.ts';
import { totalText } from './review-panel.ts';

/** What went wrong or has to come first, what has changed, and the way on. */
export function deskMessage(message: Message, with_: AnswerWords, topUp: (amount: Money) => void): TemplateResult {
  const changes = 'now' in message ? orderChanges(message.before, message.now, with_) : [];
  return html`<div class="message" part="message" role="alert">
    ${refusedIcon}
    <div>
      <p>${messageText(message, with_)}</p>
      ${changes.length > 0 ? html`<ul>${changes.map((change) => html`<li>${change}</li> `)}</ul>` : nothing}
    </div>
    ${wayOn(message, with_, topUp)}
  </div>`;
}

function wayOn(message: Message, { words, answers }: AnswerWords, topUp: (amount: Money) => void): TemplateResult | typeof nothing {
  if (message.kind === 'not-covered') {
    return html`<slot name="top-up"
      ><button type="button" class="secondary" part="top-up" @click=${() => topUp(message.gross)}>${answers.topUp}</button></slot
    >`;
  }
  const again = 'again' in message && message.again;
  return again ? html`<button type="button" class="secondary" part="retry" @click=${again}>${words.problem.retry}</button>` : nothing;
}

function messageText(message: Message, { words, answers, locale }: AnswerWords): string {
  switch (message.kind) {
    case 'empty':
      return answers.enterCode;
    case 'full':
      return answers.full;
    case 'unapplied':
      return words.unapplied;
    case 'method':
      return words.methodFirst;
    case 'failed':
      return problemText(message.error, words.problem);
    case 'not-covered':
      return answers.notCovered(formatMoney(message.gross, locale));
    default:
      return answers.changed[message.kind];
  }
}

/** What is different between two readings of an order, a line each. */
function orderChanges(before: Order, now: Order, with_: AnswerWords): string[] {
  const { words, answers, locale } = with_;
  const cart = ({ items }: Order): string => items.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ');
  const worth = (order: Order): Map<string, number | null> => new Map(order.codes.map(({ code, discount }) => [code, discount]));
  const old = worth(before);
  const present = worth(now);
  const codes = now.codes.flatMap((applied) => {
    const { code, discount } = applied;
    if (old.get(code) === discount) return [];
    return [`${code}: ${discount === null ? reasonText(applied, with_) : formatMoney({ amount: -discount, currency: now.currency }, locale)}`];
  });
  return [
    ...(cart(before) === cart(now) ? [] : [answers.cart(cart(now))]),
    ...(before.paymentMethod === now.paymentMethod || !now.paymentMethod ? [] : [answers.pays(words.methods[now.paymentMethod])]),
    ...before.codes.flatMap(({ code }) => (present.has(code) ? [] : [answers.removed(code)])),
    ...codes,
    ...(before.totals.gross === now.totals.gross ? [] : [`${words.total}: ${totalText(before, now, with_)}`]),
  ];
}
