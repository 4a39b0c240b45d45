import type { EInvoice } from './e-invoice.ts';
import { EInvoiceError, quoted } from './e-invoice-error.ts';
import type { XmlElement } from './xml-element.ts';

/** Type codes of UNTDID 1001 that EN 16931 calls credit notes (rule BR-CL-01). */
const CREDIT_NOTE_CODES = new Set(['81', '83', '261', '262', '296', '308', '381', '396', '420', '458', '502', '503', '532']);

/** Code 81, a credit note for financial adjustment, stands in both lists of the rule. */
const INVOICE_TOO = '81';

type Kind = EInvoice['kind'];

/** The document type (BT-3), and the kind that it means. `root` is the kind that the syntax itself says, if it does. */
export function readKind(element: XmlElement, root?: Kind): { kind: Kind; typeCode: string } {
  const typeCode = element.text();
  if (!/^\d{1,3}$/.test(typeCode)) {
    throw new EInvoiceError('bad-value', `${element.place}: ${quoted(typeCode)} is not a document type of UNTDID 1001.`);
  }
  const kind = CREDIT_NOTE_CODES.has(typeCode) ? 'credit-note' : 'invoice';
  if (root !== undefined && root !== kind && !(root === 'invoice' && typeCode === INVOICE_TOO)) {
    throw new EInvoiceError('bad-value', `${element.place}: type ${typeCode} is not a type of ${root.replace('-', ' ')}.`);
  }
  return { kind: root ?? kind, typeCode };
}
