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
  /** Account and reference of a bank transfer in groups, as people read them; undefined where none is possible or called for. */
  readonly payTo: InvoiceDetail['payTo'];
  /** The payment part that it ends with. */
  readonly bill: QrBill | undefined;
}

/** The paper of an invoice, as yet without a bill. */
export function invoicePaper(invoice: InvoiceDetail, language: Language, terms: PdfTerms): InvoicePaper {
  const { row, buyer, payTo } = invoice;
  const isProForma = row.kind === 'invoice' && row.number === null;
  const isOpen = row.kind === 'invoice' && OPEN_STATUSES.includes(row.status) && row.payable.amount > 0;
  // Swiss accounts for invoices take no other currency.
  const transfers = row.payable.currency === 'CHF' || row.payable.currency === 'EUR';
  return {
    invoice, language, terms, bill: undefined, isProForma, isOpen,
    figures: figuresFor(language, buyer.address.country, row.total.currency),
    title: terms.title[isProForma ? 'pro-forma' : row.kind],
    number: row.number ?? row.proFormaNumber ?? '',
    payTo: isOpen && transfers && payTo ? { iban: inGroups(payTo.iban), reference: inGroups(payTo.reference) } : undefined,
  };
}

/** Account or reference as it is printed: a QR reference in fives from the right, everything else in fours. */
function inGroups(text: string): string {
  if (/^\d{27}$/.test(text)) return `${text.slice(0, 2)} ${text.slice(2).replaceAll(/(.{5})(?=.)/g, '$1 ')}`;
  return text.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
