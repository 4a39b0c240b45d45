import type { InvoiceDetail } from '../../../shared/contract/invoice.ts';
import { writeUbl } from '../../documents/write-ubl.ts';
import { Refusal } from '../../http/refusal.ts';
import { eInvoiceOf } from './e-invoice-of.ts';
import { invoiceFileName } from './invoice-file.ts';
import type { InvoiceFile } from './invoice-file.ts';

/**
 * One of our own final invoices as UBL 2.1. A pro forma has no legal value and so no e-invoice; an imported
 * invoice has its original. Writing takes a while: not inside a transaction.
 * @throws {Refusal} KONTOR_NOT_FOUND
 */
export async function xmlFile(invoice: InvoiceDetail): Promise<InvoiceFile> {
  const { number, documents } = invoice.row;
  if (number === null || !documents.includes('xml')) throw new Refusal('KONTOR_NOT_FOUND');
  const text = await writeUbl(eInvoiceOf(invoice, number));
  return { mediaType: 'application/xml', fileName: invoiceFileName(invoice.row, 'xml'), bytes: new TextEncoder().encode(text) };
}
