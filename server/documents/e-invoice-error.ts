/**
 * Why a file was refused; stable, so that a caller may act on it.
 * `bad-value` is any other field that does not say what it must (a code, a yes or no, a text that is too long).
 */
export type EInvoiceErrorCode =
  | 'too-large'
  | 'wrong-encoding'
  | 'not-xml'
  | 'not-well-formed'
  | 'cut-short'
  | 'doctype'
  | 'too-complex'
  | 'not-an-e-invoice'
  | 'missing-field'
  | 'repeated-field'
  | 'bad-value'
  | 'bad-amount'
  | 'bad-date'
  | 'unknown-currency'
  | 'currency-mismatch'
  | 'contradicts-totals';

/** The one error of `readEInvoice`. The message is a sentence for people and names the place and the figures. */
export class EInvoiceError extends Error {
  readonly code: EInvoiceErrorCode;
  /** The rule of EN 16931 that the figures break (`BR-CO-16`), with `contradicts-totals` only. */
  readonly rule: string | undefined;

  constructor(code: EInvoiceErrorCode, message: string, rule?: string) {
    super(message);
    this.name = 'EInvoiceError';
    this.code = code;
    this.rule = rule;
  }
}

/**
 * Text that may come from the document made safe for a message: one line of at most `length` characters. Direction
 * marks and other invisible characters would let a document rewrite the message around it.
 */
export function oneLine(text: string, length: number): string {
  const short = text.length > length ? `${text.slice(0, length)}…` : text;
  return short.replace(/[\p{C}\p{Z}]+/gu, ' ');
}

/** Text of the document as a message shows it: on one line, in quotation marks, at most 40 characters. */
export function quoted(text: string): string {
  return `"${oneLine(text, 40)}"`;
}
