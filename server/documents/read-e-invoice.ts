import { checkTotals } from './check-totals.ts';
import { decodeXml } from './decode-xml.ts';
import { EInvoiceError, oneLine } from './e-invoice-error.ts';
import type { EInvoice } from './e-invoice.ts';
import { readCii } from './read-cii.ts';
import { readUbl } from './read-ubl.ts';
import type { XmlElement } from './xml-element.ts';
import { parseXml } from './xml.ts';

/** Largest file that is read, in bytes: 20 MiB. Official examples with attachments have 3. */
export const MAX_E_INVOICE_BYTES = 20 * 1024 * 1024;

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
const CII = 'urn:un:unece:uncefact:data:standard:';

const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${UBL}Invoice-2`, 'ubl'],
  [`${UBL}CreditNote-2`, 'ubl-cn'],
  [`${UBL}CommonAggregateComponents-2`, 'cac'],
  [`${UBL}CommonBasicComponents-2`, 'cbc'],
  [`${CII}CrossIndustryInvoice:100`, 'rsm'],
  [`${CII}ReusableAggregateBusinessInformationEntity:100`, 'ram'],
  [`${CII}UnqualifiedDataType:100`, 'udt'],
]);

const READERS: ReadonlyMap<string, (root: XmlElement) => EInvoice> = new Map([
  ['ubl:Invoice', readUbl],
  ['ubl-cn:CreditNote', readUbl],
  ['rsm:CrossIndustryInvoice', readCii],
]);

/**
 * Reads the bytes of an e-invoice of EN 16931: UBL 2.1 Invoice or CreditNote, or UN/CEFACT CrossIndustryInvoice (D16B).
 * Throws `EInvoiceError`, and nothing else, where the bytes are no such document or the document contradicts itself.
 */
export function readEInvoice(bytes: Uint8Array): EInvoice {
  if (bytes.length > MAX_E_INVOICE_BYTES) {
    throw new EInvoiceError('too-large', `The file has ${bytes.length} bytes; at most ${MAX_E_INVOICE_BYTES} are read.`);
  }
  const root = parseXml(decodeXml(bytes), PREFIXES);
  const read = READERS.get(root.name);
  if (!read) {
    const expected = 'UBL 2.1 Invoice or CreditNote, or CrossIndustryInvoice (D16B)';
    throw new EInvoiceError('not-an-e-invoice', `The root element is ${oneLine(root.name, 120)}, not one of EN 16931: ${expected}.`);
  }
  const invoice = read(root);
  checkTotals(invoice);
  return invoice;
}
