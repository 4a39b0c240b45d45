import { html, nothing, type TemplateResult } from 'lit';
import type { InvoiceRow } from '../../../shared/contract/invoice.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { formatDay } from '../../parts/format-day.ts';
import { marksOf, numberOf } from './marks-of.ts';
import { statusCell } from './status-badge.ts';
import type { InvoiceListTerms } from './terms/terms.ts';

interface HistoryRowModel {
  /** Undefined while it is not here yet: no words, the same nodes and height. */
  readonly row: InvoiceRow | undefined;
  readonly index: number;
  readonly focusable: boolean;
  /** Whether the pointer is over it, so that what is cut is told whole. */
  readonly pointed: boolean;
  /** Whether a document of this row is on its way. */
  readonly busy: boolean;
  readonly terms: InvoiceListTerms;
  readonly locale: string;
}

/**
 * One invoice on one line. Every row has the same nodes, so that scrolling only changes texts. The arrow is a
 * letter: a second drawing in each row costs a jump a twentieth of its time.
 */
export function historyRow({ row, index, focusable, pointed, busy, terms, locale }: HistoryRowModel): TemplateResult {
  const { issued, number, marks, notes, subject, seller, due, total, get } = textsOf(row, terms, locale);
  const tab = focusable ? 0 : -1;
  const title = (text: string): string | typeof nothing => (pointed ? text : nothing);
  return html`<div class=${row ? 'row opens' : 'row placeholder'} part="row" role="row" aria-rowindex=${index + 2} data-index=${index}>
    <span role="gridcell" class="issued">${issued}</span>
    <span role="rowheader" class="number"
      ><button type="button" data-lead data-act="open" aria-haspopup="dialog" tabindex=${tab} aria-label=${row ? nothing : terms.loading} title=${title(number)}>
        ${number}
      </button></span
    >
    <span role="gridcell" class="subject" title=${title(`${subject} · ${seller}`)}
      ><span class="mark" title=${notes || nothing}>${marks}</span><span class="what">${subject}</span><span class="who">${seller}</span></span
    >
    <span role="gridcell" class="due">${due}</span>
    ${statusCell(row?.status, row ? terms.status[row.status] : '')}
    <span role="gridcell" class="total amount"><span class="currency">${row?.total.currency}</span> ${total}</span>
    <span role="gridcell" class="get"
      ><button
        type="button"
        class="icon"
        data-act="download"
        tabindex=${tab}
        ?hidden=${get === ''}
        aria-busy=${busy}
        aria-label=${get}
        title=${title(get)}
        >${get && '↓'}</button></span
    >
  </div>`;
}

type RowTexts = Record<'issued' | 'number' | 'marks' | 'notes' | 'subject' | 'seller' | 'due' | 'total' | 'get', string>;

const NO_TEXTS: RowTexts = {
  issued: '', number: '', marks: '', notes: '', subject: '', seller: '', due: '', total: '', get: '',
};

function textsOf(row: InvoiceRow | undefined, terms: InvoiceListTerms, locale: string): RowTexts {
  if (!row) return NO_TEXTS;
  const number = numberOf(row);
  const { marks, notes } = marksOf(row, terms);
  const [document] = row.documents;
  return {
    issued: formatDay(row.issuedOn, locale),
    number,
    marks,
    notes: notes.join(' '),
    subject: row.subject,
    seller: row.seller,
    due: row.dueOn === null ? '–' : formatDay(row.dueOn, locale),
    total: formatAmount(row.total, locale),
    get: document ? terms.download(terms.documents[document], number) : '',
  };
}
