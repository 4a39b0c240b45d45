/** A document to be downloaded. */
export interface InvoiceFile {
  readonly mediaType: string;
  /** Letters, digits, dot, hyphen and underscore only. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A name to save a document under, made of its number, which others may have chosen. */
export function invoiceFileName(number: string): string {
  const safe = number.replaceAll(/[^A-Za-z0-9-]+/g, '_').slice(0, 80);
  return `invoice-${safe}.xml`;
}
