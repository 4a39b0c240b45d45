import type { InvoiceSortKey } from '../../../shared/contract/invoice.ts';

/** A column that a list is ordered by. */
interface OrderColumn {
  readonly column: string;
  readonly type: 'date' | 'text' | 'smallint' | 'bigint' | 'uuid';
}

const ID: OrderColumn = { column: 'id', type: 'uuid' };
const DUE: OrderColumn = { column: 'sort_due', type: 'date' };

/**
 * The columns behind each order; each list of them is an index. Amounts of two currencies do not compare,
 * so they stand apart; what has no due day stands after what has one.
 */
const COLUMNS: Record<InvoiceSortKey, readonly OrderColumn[]> = {
  issued: [{ column: 'issued_on', type: 'date' }, ID],
  due: [DUE, ID],
  number: [{ column: 'sort_number', type: 'text' }, ID],
  status: [{ column: 'sort_status', type: 'smallint' }, DUE, ID],
  total: [{ column: 'currency', type: 'text' }, { column: 'total', type: 'bigint' }, ID],
  subject: [{ column: 'sort_subject', type: 'text' }, ID],
};

/** The order of a list of invoices. Descending is the same order from its end. */
export interface InvoiceOrder {
  readonly sort: InvoiceSortKey;
  readonly descending: boolean;
}

/** Newest first, unless asked otherwise. */
export function invoiceOrder({ sort = 'issued', descending }: { sort?: InvoiceSortKey; descending?: boolean }): InvoiceOrder {
  return { sort, descending: descending ?? sort === 'issued' };
}

/** The types of the values that place a row in an order. */
export function keyTypes({ sort }: InvoiceOrder): readonly OrderColumn['type'][] {
  return COLUMNS[sort].map(({ type }) => type);
}

/** The columns of an order, for `select`. */
export function keyColumns({ sort }: InvoiceOrder): string {
  return COLUMNS[sort].map(({ column }) => column).join(', ');
}

/** For `order by`. */
export function orderBy({ sort, descending }: InvoiceOrder): string {
  return COLUMNS[sort].map(({ column }) => `${column} ${descending ? 'desc' : 'asc'}`).join(', ');
}

/** The rows behind a place; its values are the parameters from $`first` on. */
export function behind(order: InvoiceOrder, first: number): string {
  const values = keyTypes(order).map((type, index) => `$${first + index}::${type}`);
  return `(${keyColumns(order)}) ${order.descending ? '<' : '>'} (${values.join(', ')})`;
}
