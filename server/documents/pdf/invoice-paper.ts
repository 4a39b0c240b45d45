import type { InvoiceDetail } from '../../../shared/contract/invoice.ts';
import type { Language } from '../../../shared/contract/session.ts';
import { OPEN_STATUSES } from '../../../shared/domain/invoice-status.ts';
import type { QrBill } from '../qr-bill/qr-bill.ts';
import { figuresFor } from './figures.ts';
import type { Figures } from './figures.ts';
import type { PdfTerms } from './terms/terms.ts';

/** An invoice as its paper shows it: what it is, in the reader's words and figures. */
export interface InvoicePaper {
  readonly invoice: InvoiceDetail;
  readonly language: Language;
  readonly terms: PdfTerms;
  readonly figures: Figures;
  readonly title: string;
  readonly number: string;
  /** Before payment: no invoice yet. */
  readonly isProForma: boolean;
  /** Whether it asks for money. */
  readonly isOpen: boolean;
  /** The reference of a payment in groups as people read it; undefined where nothing is to be paid. */
  readonly reference: string | undefined;
  readonly bill: QrBill | undefined;
}

/** @param bill checked, of an invoice that is to be paid */
export function invoicePaper(invoice: InvoiceDetail, language: Language, terms: PdfTerms, bill: QrBill | undefined): InvoicePaper {
  const { row, buyer, payTo } = invoice;
  const isProForma = row.kind === 'invoice' && row.number === null;
  const isOpen = row.kind === 'invoice' && OPEN_STATUSES.includes(row.status) && row.payable.amount > 0;
  return {
    invoice, language, terms, bill, isProForma, isOpen,
    figures: figuresFor(language, buyer.address.country, row.total.currency),
    title: terms.title[isProForma ? 'pro-forma' : row.kind],
    number: row.number ?? row.proFormaNumber ?? '',
    reference: isOpen && payTo ? inGroups(payTo.reference) : undefined,
  };
}

/** Account or reference as it is printed: a QR reference in fives from the right, everything else in fours. */
export function inGroups(text: string): string {
  if (/^\d{27}$/.test(text)) return `${text.slice(0, 2)} ${text.slice(2).replaceAll(/(.{5})(?=.)/g, '$1 ')}`;
  return text.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
