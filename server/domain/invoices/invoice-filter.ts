import type { InvoiceQuery } from '../../../shared/contract/invoice.ts';
import type { StoredInvoiceStatus } from '../../../shared/domain/invoice-status.ts';
import { searchWords } from '../../../shared/domain/search-words.ts';
import type { Parameter } from '../../storage/database.ts';
import { likeText } from '../like-pattern.ts';

/** A condition on `invoice` with its parameters, which are numbered from $1. */
export interface Condition {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

type Filters = Pick<InvoiceQuery, 'status' | 'from' | 'to' | 'search'>;

/**
 * The invoices of an organisation that all filters hold for. The text depends on which filters there are,
 * never on their values.
 * @param today calendar day, which parts due from overdue
 */
export function invoiceFilter(organisation: string, { status, from, to, search = '' }: Filters, today: string): Condition {
  const parameters: Parameter[] = [organisation];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const conditions = ['organisation_id = $1'];
  if (status !== undefined) conditions.push(statusCondition(status, today, value));
  if (from !== undefined) conditions.push(`issued_on >= ${value(from)}::date`);
  if (to !== undefined) conditions.push(`issued_on <= ${value(to)}::date`);
  const words = searchWords(search);
  if (words.length > 0) conditions.push(`search_text like all (${value(words.map((word) => `%${likeText(word)}%`))}::text[])`);
  return { text: conditions.join(' and '), parameters };
}

/** Overdue is due before today. */
function statusCondition(
  wanted: NonNullable<Filters['status']>, today: string, value: (parameter: Parameter) => string,
): string {
  const stored = wanted.filter((status): status is StoredInvoiceStatus => status !== 'due' && status !== 'overdue');
  const parts = stored.length > 0 ? [`state = any (${value(stored)}::text[])`] : [];
  if (wanted.includes('due')) parts.push(`state = 'due' and sort_due >= ${value(today)}::date`);
  if (wanted.includes('overdue')) parts.push(`state = 'due' and sort_due < ${value(today)}::date`);
  return parts.length > 0 ? `(${parts.join(' or ')})` : 'false';
}
