import { writeUbl } from '../../documents/write-ubl.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { eInvoiceOf } from './e-invoice-of.ts';
import { invoiceFileName } from './invoice-file.ts';
import type { InvoiceFile } from './invoice-file.ts';
import { readInvoice } from './read-invoice.ts';

/**
 * One of our own final invoices as UBL 2.1. A pro forma has no legal value and so no e-invoice; an imported
 * invoice has its original.
 * @throws {Refusal} KONTOR_NOT_FOUND
 */
export async function readXml(act: Act, id: string): Promise<InvoiceFile> {
  const invoice = await readInvoice(act, id);
  const { number } = invoice.row;
  if (number === null || !invoice.row.documents.includes('xml')) throw new Refusal('KONTOR_NOT_FOUND');
  const text = await writeUbl(eInvoiceOf(invoice, number));
  return { mediaType: 'application/xml', fileName: invoiceFileName(number), bytes: new TextEncoder().encode(text) };
}
