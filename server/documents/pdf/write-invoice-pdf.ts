import { readFile } from 'node:fs/promises';
import type { InvoiceDetail } from '../../../shared/contract/invoice.ts';
import type { Language } from '../../../shared/contract/session.ts';
import type { QrBill } from '../qr-bill/qr-bill.ts';
import { closing } from './closing.ts';
import { invoicePaper } from './invoice-paper.ts';
import type { InvoicePaper } from './invoice-paper.ts';
import { letterhead } from './letterhead.ts';
import { linesTable } from './lines-table.ts';
import { FONT } from './look.ts';
import { notices } from './notices.ts';
import { fitsReceipt, paymentPart } from './payment-part.ts';
import { pageFoot, runningHead } from './running-texts.ts';
import { Sheet } from './sheet.ts';
import { pdfTerms } from './terms/pdf-terms.ts';
import { totals } from './totals.ts';

const fontFile = (weight: string): Promise<Buffer> => readFile(new URL(`../fonts/liberation-sans-${weight}.ttf`, import.meta.url));

/**
 * Writes one of our own invoices, pro formas or credit notes as a tagged PDF with its fonts inside. The same
 * document in the same language gives the same bytes.
 * @param bill to end it with as payment part, where there is room; it must have passed `checkQrBill`
 */
export async function writeInvoicePdf(invoice: InvoiceDetail, language: Language, bill?: QrBill): Promise<Uint8Array> {
  const draft = invoicePaper(invoice, language, pdfTerms(language));
  const doc = await openDocument(draft);
  const bytes = bytesOf(doc);
  const sheet = new Sheet(doc);
  const paper = { ...draft, bill: bill && fitsReceipt(sheet, bill) ? bill : undefined };
  letterhead(sheet, paper);
  sheet.onPage(() => runningHead(sheet, paper));
  notices(sheet, paper);
  linesTable(sheet, paper);
  totals(sheet, paper);
  closing(sheet, paper);
  if (paper.bill) await paymentPart(sheet, paper.bill, language);
  pageFoot(sheet, paper);
  doc.end();
  return await bytes;
}

async function openDocument({ invoice: { row, seller }, title, number, language }: InvoicePaper): Promise<PDFKit.PDFDocument> {
  // Loaded when first needed: most starts of the gateway write no PDF.
  const [{ default: PDFDocument }, regular, bold] = await Promise.all([import('pdfkit'), fontFile('regular'), fontFile('bold')]);
  const doc = new PDFDocument({
    size: 'A4', margin: 0, bufferPages: true, font: '', pdfVersion: '1.7',
    tagged: true, lang: language, displayTitle: true,
    info: {
      Title: `${title} ${number}`, Author: seller.name, Creator: 'Kontor', Producer: 'Kontor',
      // Of the document and not of this moment, so that the bytes are always the same.
      CreationDate: new Date(`${row.issuedOn}T12:00:00Z`),
    },
  });
  return doc.registerFont(FONT, regular).registerFont(`${FONT}-Bold`, bold);
}

function bytesOf(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  doc.on('data', (part: Buffer) => parts.push(part));
  doc.on('end', () => resolve(Buffer.concat(parts)));
  doc.on('error', reject);
  return promise;
}
