/** The states of an invoice as people see them. */
export type InvoiceStatus = 'pro-forma' | 'due' | 'overdue' | 'processing' | 'paid' | 'cancelled' | 'refunded';

/** The states as stored: `overdue` is `due` after its day. */
export type StoredInvoiceStatus = Exclude<InvoiceStatus, 'overdue'>;

/** In the order a list sorts them: what needs an act first. */
export const INVOICE_STATUSES: readonly InvoiceStatus[] = [
  'overdue', 'due', 'pro-forma', 'processing', 'paid', 'refunded', 'cancelled',
];

/** Not paid and still to be paid. */
export const OPEN_STATUSES: readonly InvoiceStatus[] = ['pro-forma', 'due', 'overdue'];

/**
 * @param dueOn last day of payment, `YYYY-MM-DD`
 * @param today the day it is for the reader, same form
 */
export function invoiceStatus(stored: StoredInvoiceStatus, dueOn: string | null, today: string): InvoiceStatus {
  return stored === 'due' && dueOn !== null && dueOn < today ? 'overdue' : stored;
}
