import type { InvoiceDetail } from '../../../shared/contract/invoice.ts';
import type { Language } from '../../../shared/contract/session.ts';
import { writeInvoicePdf } from '../../documents/pdf/write-invoice-pdf.ts';
import { Refusal } from '../../http/refusal.ts';
import { invoiceFileName } from './invoice-file.ts';
import type { InvoiceFile } from './invoice-file.ts';
import { qrBillOf } from './qr-bill-of.ts';

/**
 * An invoice of our own as PDF: the final one after payment, before it the pro forma, which says that it is
 * none. An imported invoice has its original. Writing takes a while: not inside a transaction.
 * @throws {Refusal} KONTOR_NOT_FOUND
 */
export async function pdfFile(invoice: InvoiceDetail, language: Language): Promise<InvoiceFile> {
  const { row } = invoice;
  if (!row.documents.includes('pdf')) throw new Refusal('KONTOR_NOT_FOUND');
  const bytes = await writeInvoicePdf(invoice, language, qrBillOf(invoice));
  return { mediaType: 'application/pdf', fileName: invoiceFileName(row, 'pdf'), bytes };
}
