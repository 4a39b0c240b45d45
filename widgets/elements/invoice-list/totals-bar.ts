import { html, nothing, type TemplateResult } from 'lit';
import type { CurrencyTotal } from '../../../shared/contract/invoice.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { formatCount } from '../../parts/format-count.ts';
import type { InvoiceListTerms } from './terms/terms.ts';

interface TotalsModel {
  readonly totals: readonly CurrencyTotal[];
  readonly terms: InvoiceListTerms;
  readonly locale: string;
  /** Whether what is still open is said apart. */
  readonly open: boolean;
}

/** One line a currency, with its count where there are several; nothing is added over two of them. An empty line keeps the place. */
export function totalsBar({ totals, terms, locale, open }: TotalsModel): TemplateResult {
  const figure = (label: string, amount: number, currency: string, name: string): TemplateResult =>
    html`<span class=${name}
      ><span class="label">${label}</span> <span class="currency">${currency}</span>
      <span class="amount">${formatAmount({ amount, currency }, locale)}</span></span
    >`;
  return html`<ul class="totals" part="totals" aria-label=${terms.totals}>
    ${totals.map(
      ({ currency, count, total, open: unpaid }) => html`<li>
        <span class="count">${totals.length > 1 ? (open ? terms.invoices : terms.items)(count, formatCount(count, locale)) : nothing}</span>
        ${open && unpaid.count > 0 ? figure(`${terms.open} (${formatCount(unpaid.count, locale)})`, unpaid.total, currency, 'open') : nothing}
        ${figure(terms.total, total, currency, 'sum')}
      </li>`,
    )}
    ${totals.length === 0 ? html`<li aria-hidden="true">&nbsp;</li>` : nothing}
  </ul>`;
}
