import type { InvoiceRow } from '../../../shared/contract/invoice.ts';

/** A document to be downloaded. */
export interface InvoiceFile {
  readonly mediaType: string;
  /** Letters, digits, dot, hyphen and underscore only. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** A name to save a document under: what it is, and its number, which others may have chosen. */
export function invoiceFileName({ kind, number, proFormaNumber }: Pick<InvoiceRow, 'kind' | 'number' | 'proFormaNumber'>, extension: 'pdf' | 'xml'): string {
  const word = kind === 'invoice' && number === null ? 'pro-forma' : kind;
  const safe = (number ?? proFormaNumber ?? '').replaceAll(/[^A-Za-z0-9-]+/g, '_').slice(0, 80);
  return `${word}-${safe}.${extension}`;
}
