import { html, nothing, type TemplateResult } from 'lit';
import type { AppliedCode } from '../../../shared/contract/promo-code.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { icon } from '../../parts/icon.ts';
import type { OrderView } from './order-form.ts';

const removeIcon = icon('M4.5 4.5l7 7M11.5 4.5l-7 7');
export const countsIcon = icon('M3 8.5l3.5 3.5L13 4.5');
export const refusedIcon = icon('M8 2.5l6 11H2zM8 6.5v3.5M8 11.6v.4');

/** The codes of an order: what each takes off, or why it does not count. One that was just removed leaves its place with a way back. */
export function codeRows(view: OrderView): TemplateResult | typeof nothing {
  const { words, order, desk } = view;
  const rows = order?.codes.map((code, index) => codeRow(view, code, index)) ?? [];
  const undo = desk?.undoRow();
  if (undo) rows.splice(undo.at, 0, undo.row);
  if (rows.length === 0) return nothing;
  return html`<ul class="codes" part="codes" aria-label=${words.codes}>
    ${rows}
  </ul>`;
}

function codeRow({ words, locale, order, desk, locked, act }: OrderView, applied: AppliedCode, index: number): TemplateResult {
  const { code, discount, offer } = applied;
  const counts = discount !== null;
  const remove = (): void => act((desk) => desk.remove(index));
  return html`<li class=${counts ? 'code counts' : 'code refused'} part="code">
    <span class="chip"
      >${counts ? countsIcon : refusedIcon}<span class="name">${code}</span>${locked || order?.state !== 'open'
        ? nothing
        : html`<button type="button" part="remove" data-index=${index} aria-label=${words.remove(code)} title=${words.remove(code)} @click=${remove}>
            ${removeIcon}
          </button>`}</span
    >
    <span class="rate">${counts && offer?.percent ? formatRate(-offer.percent * 100, locale) : nothing}</span>
    <span class="amount">${counts ? formatAmount({ amount: -discount, currency: order?.currency ?? '' }, locale) : '–'}</span>
    ${counts ? nothing : html`<span class="reason">${desk?.reason(applied)}</span>`}
  </li>`;
}

/** @param basisPoints hundredths of a per cent */
export function formatRate(basisPoints: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  return format.format(basisPoints / 10_000).replace('-', '−');
}
