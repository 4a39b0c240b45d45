import { createHash } from 'node:crypto';
import type { EInvoice, EInvoiceLine } from '../../documents/e-invoice.ts';
import type { InvoiceContent } from './invoice-content.ts';
import { invoiceSearchText } from './invoice-search-text.ts';

const LONGEST_SUBJECT = 200;

/** What is stored of an imported e-invoice, beside its original. Amounts carry the sign of the list. */
export interface ImportedInvoice {
  readonly sha256: Uint8Array;
  readonly kind: EInvoice['kind'];
  readonly number: string;
  readonly seller: string;
  readonly issuedOn: string;
  readonly dueOn: string | null;
  readonly currency: string;
  readonly total: number;
  readonly payable: number;
  readonly subject: string;
  readonly searchText: string;
  readonly content: InvoiceContent;
}

/** A credit note counts against the buyer's invoices, so it stands with a minus in the list. */
export function importedInvoice(invoice: EInvoice, bytes: Uint8Array): ImportedInvoice {
  const { kind, number, issuedOn, currency, gross, payable, lines, seller } = invoice;
  const sign = kind === 'credit-note' ? -1 : 1;
  return {
    sha256: createHash('sha256').update(bytes).digest(),
    kind, number, seller: seller.name, issuedOn, dueOn: invoice.dueOn ?? null, currency,
    total: sign * gross,
    payable: sign * payable,
    subject: subjectOf(lines),
    searchText: invoiceSearchText({ numbers: [number], seller: seller.name, currency, amounts: [gross, payable], lines }),
    content: contentOf(invoice),
  };
}

function subjectOf(lines: readonly EInvoiceLine[]): string {
  const names = lines.slice(0, 2).map(({ name }) => name).join(', ').slice(0, LONGEST_SUBJECT);
  return lines.length > 2 ? `${names} +${lines.length - 2}` : names;
}

function contentOf(invoice: EInvoice): InvoiceContent {
  const { seller, buyer, taxes, note, lineTotal, allowanceTotal, chargeTotal } = invoice;
  const { net, tax, gross, prepaid, rounding, payable } = invoice;
  return {
    seller: partyOf(seller),
    buyer: partyOf(buyer),
    lines: invoice.lines.map(lineOf),
    taxes: [...taxes],
    totals: { lines: lineTotal, allowances: allowanceTotal, charges: chargeTotal, net, tax, gross, prepaid, rounding, payable },
    ...(note === undefined ? {} : { note }),
  };
}

function partyOf({ address, ...party }: EInvoice['seller']): InvoiceContent['seller'] {
  return { ...party, address: { ...address, lines: [...address.lines] } };
}

/** A price for several units stands as `120.00 / 1000`; the quotient may have no end. */
function lineOf({ id, name, description, quantity, unit, unitPrice = '', priceBase, net, vatCategory, vatRate }: EInvoiceLine) {
  const price = priceBase === undefined || unitPrice === '' ? unitPrice : `${unitPrice} / ${priceBase}`;
  const described = description === undefined ? {} : { description };
  return { id, name, ...described, quantity, unit, unitPrice: price, net, vatCategory, vatRate };
}
