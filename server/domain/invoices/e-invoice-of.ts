import type { InvoiceDetail } from '../../../shared/contract/invoice.ts';
import type { EInvoice } from '../../documents/e-invoice.ts';

/** Codes of UNTDID 1001. */
const TYPE_CODES = { invoice: '380', 'credit-note': '381' } as const;

/** One of our own final invoices as an e-invoice of EN 16931. */
export function eInvoiceOf({ row, seller, buyer, lines, taxes, totals, note }: InvoiceDetail, number: string): EInvoice {
  const { lines: lineTotal, allowances: allowanceTotal, charges: chargeTotal, ...others } = totals;
  return {
    syntax: 'ubl', kind: row.kind, typeCode: TYPE_CODES[row.kind], number, issuedOn: row.issuedOn,
    ...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
    currency: row.total.currency, seller, buyer, taxes,
    lines: lines.map((line) => ({ ...line, allowances: [], charges: [] })),
    // Our own documents have none on the document as a whole.
    allowances: [], charges: [], lineTotal, allowanceTotal, chargeTotal, ...others,
    ...(note === undefined ? {} : { note }),
  };
}
