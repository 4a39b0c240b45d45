import type { InvoiceRow } from '../../../shared/contract/invoice.ts';

/** Places of the rows, the newest issue first: what a list begins with. */
export function newestFirst(rows: readonly InvoiceRow[]): Uint32Array {
  const issued = Float64Array.from(rows, (row) => Date.parse(row.issuedOn));
  return Uint32Array.from(rows.keys()).sort((a, b) => issued[b]! - issued[a]! || b - a);
}
