import type { InvoiceLine } from '../../../shared/contract/invoice.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { decimalText } from '../../../shared/money/decimal-text.ts';

/** Enough for some hundred lines; what stands behind is not found by text. */
const LONGEST = 20_000;

/** What of a document can be searched for. */
export interface SearchedInvoice {
  readonly numbers: readonly (string | null)[];
  readonly seller: string;
  readonly currency: string;
  /** Minor units, as they stand in the document. */
  readonly amounts: readonly number[];
  readonly lines: readonly Pick<InvoiceLine, 'name' | 'description'>[];
}

/**
 * The folded text in which invoices are searched, column `invoice.search_text`: numbers, seller, amounts
 * (`129.00`) and lines.
 */
export function invoiceSearchText({ numbers, seller, currency, amounts, lines }: SearchedInvoice): string {
  const money = amounts.map((amount) => decimalText({ amount, currency }));
  const words = lines.flatMap(({ name, description }) => [name, description]);
  return foldText([...numbers, seller, ...new Set(money), currency, ...words].join(' ')).slice(0, LONGEST);
}
