import { html, type TemplateResult } from 'lit';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { formatRate } from './code-rows.ts';
import type { OrderView } from './order-form.ts';

/** Net price, discount, tax and what is to pay. */
export function orderTotals({ words, locale, order }: OrderView): TemplateResult {
  const { list = 0, discount = 0, vat = 0, gross = 0, vatBasisPoints = 0 } = order?.totals ?? {};
  const currency = order?.currency ?? '';
  const line = (label: string, amount: number, sum = false): TemplateResult => html`<div class=${sum ? 'sum' : ''}>
    <dt>${label}</dt>
    <dd><span class="currency">${currency}</span> <span class="amount">${formatAmount({ amount, currency }, locale)}</span></dd>
  </div>`;
  return html`<dl class="totals" part="totals" aria-label=${words.totals} tabindex="-1">
    ${line(words.list, list)} ${line(words.discount, discount === 0 ? 0 : -discount)} ${line(words.vat(formatRate(vatBasisPoints, locale)), vat)}
    ${line(words.total, gross, true)}
  </dl>`;
}
