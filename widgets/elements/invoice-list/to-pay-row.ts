import { html, type TemplateResult } from 'lit';
import type { ToPayRow } from '../../../shared/contract/to-pay.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { daysBetween, formatDay } from '../../parts/format-day.ts';
import { statusCell } from './status-badge.ts';
import type { InvoiceListTerms } from './terms/terms.ts';

interface ToPayRowModel {
  /** Undefined while it is not here yet: no words, the same nodes and height. */
  readonly row: ToPayRow | undefined;
  readonly index: number;
  readonly focusable: boolean;
  readonly today: string;
  readonly terms: InvoiceListTerms;
  readonly locale: string;
}

/** One thing to pay on one line. An invoice opens; a renewal has no document yet and only takes the focus. */
export function toPayRow({ row, index, focusable, today, terms, locale }: ToPayRowModel): TemplateResult {
  const tab = focusable ? 0 : -1;
  const late = row?.status === 'overdue';
  const opens = row?.kind === 'invoice';
  const status = row ? (late ? terms.daysLate(daysBetween(row.dueOn, today)) : terms.status[row.status]) : '';
  const subject = row?.subject ?? '';
  return html`<div
    class="row ${row ? '' : 'placeholder'} ${late ? 'late' : ''} ${opens ? 'opens' : ''}"
    part="row"
    role="row"
    aria-rowindex=${index + 2}
    data-index=${index}
  >
    <span role="gridcell" class="due">${row ? formatDay(row.dueOn, locale) : ''}</span>
    ${opens
      ? html`<span role="rowheader" class="subject"
          ><button type="button" data-lead data-act="open" aria-haspopup="dialog" tabindex=${tab} title=${subject}>${subject}</button></span
        >`
      : html`<span role="rowheader" class="subject" data-lead tabindex=${tab} title=${subject}>${subject || terms.loading}</span>`}
    <span role="gridcell" class="about" title=${row?.status === 'pro-forma' ? terms.proFormaNote : ''}>${row ? aboutOf(row, terms) : ''}</span>
    ${statusCell(row?.status, status)}
    <span role="gridcell" class="total amount"
      ><span class="currency">${row?.total.currency}</span> ${row ? formatAmount(row.total, locale) : ''}</span
    >
  </div>`;
}

/** The number of an invoice; for a renewal whether it will happen by itself. */
function aboutOf(row: ToPayRow, terms: InvoiceListTerms): string {
  if (row.number !== null) return row.number;
  return row.autoRenew ? terms.autoRenewOn : terms.autoRenewOff;
}
