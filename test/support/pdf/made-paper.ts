import type { InvoiceDetail, InvoiceLine, InvoiceRow } from '../../../shared/contract/invoice.ts';
import type { Party } from '../../../shared/contract/value.ts';
import { vatOn } from '../../../shared/domain/vat.ts';
import { decimalText } from '../../../shared/money/decimal-text.ts';
import { paymentReference } from '../../../server/documents/qr-bill/payment-reference.ts';

/** A QR-IBAN and an IBAN of the guidelines' examples. */
export const QR_IBAN = 'CH4431999123000889012';
export const IBAN = 'CH5800791123000889012';

export const SELLER: Party = {
  name: 'Wolkenschloss Hosting AG', vatId: 'CHE-000.000.000 MWST',
  address: { lines: ['Luftweg 1'], postcode: '0000', town: 'Seldwyla', country: 'CH' },
};
export const BUYER: Party = {
  name: 'Sieben Zwerge Bergbau AG', vatId: 'CHE-000.000.007 MWST',
  address: { lines: ['Stollen 7', 'Hinter den sieben Bergen'], postcode: '0077', town: 'Seldwyla', country: 'CH' },
};

export interface PaperWishes {
  readonly row?: Partial<InvoiceRow>;
  readonly seller?: Party;
  readonly buyer?: Party;
  readonly currency?: string;
  /** How many, or the lines themselves. */
  readonly lines?: number | readonly InvoiceLine[];
  readonly iban?: string;
  readonly more?: Partial<InvoiceDetail>;
}

/** A line of a given net price in minor units. */
export function paperLine(index: number, price: number, currency: string, more: Partial<InvoiceLine> = {}): InvoiceLine {
  const quantity = 1 + (index % 3);
  return {
    id: String(index + 1), name: `Web hosting ${index + 1}`, quantity: String(quantity), unit: ['ANN', 'MON', 'C62'][index % 3] ?? 'C62',
    unitPrice: decimalText({ amount: price, currency }), net: quantity * price, vatCategory: 'S', vatRate: '8.1', ...more,
  };
}

/** An invoice that adds up: a pro forma of one line in francs, unless wished otherwise. */
export function madePaper({ row, seller = SELLER, buyer = BUYER, currency = 'CHF', lines = 1, iban = QR_IBAN, more }: PaperWishes = {}): InvoiceDetail {
  const all = typeof lines === 'number' ? Array.from({ length: lines }, (_, index) => paperLine(index, 12_345 + index, currency)) : [...lines];
  const net = all.reduce((sum, line) => sum + line.net, 0);
  const tax = vatOn(net, 810);
  const total = { amount: net + tax, currency };
  const id = '019a0000-1234-7abc-8def-0123456789ab';
  return {
    row: {
      id, kind: 'invoice', origin: 'kontor', number: null, proFormaNumber: 'PF-2026-000150', status: 'pro-forma', issuedOn: '2026-11-01',
      dueOn: '2026-12-01', paidOn: null, seller: seller.name, subject: 'Web hosting', total, payable: total, sameNumber: false, documents: ['pdf'], ...row,
    },
    seller, buyer, lines: all,
    taxes: [{ category: 'S', rate: '8.1', taxable: net, tax }],
    totals: { lines: net, allowances: 0, charges: 0, net, tax, gross: net + tax, prepaid: 0, rounding: 0, payable: net + tax },
    payTo: { iban, reference: paymentReference(iban, id) },
    chain: [],
    ...more,
  };
}
