import type { InvoiceDocument, InvoiceRow } from '../../../shared/contract/invoice.ts';
import { invoiceStatus } from '../../../shared/domain/invoice-status.ts';
import type { StoredInvoiceStatus } from '../../../shared/domain/invoice-status.ts';
import { toNumber } from '../../storage/minor-units.ts';

/** The columns of `invoice i` that a list shows. */
export const ROW_COLUMNS = `i.id, i.kind, i.origin, i.number, i.pro_forma_number, i.state, i.issued_on, i.due_on, i.paid_on,
  i.currency, i.total, i.payable, i.seller, i.subject, i.same_number`;

/** What `ROW_COLUMNS` give. */
export type InvoiceLineOfList = {
  id: string; kind: InvoiceRow['kind']; origin: InvoiceRow['origin'];
  number: string | null; pro_forma_number: string | null; state: StoredInvoiceStatus;
  issued_on: string; due_on: string | null; paid_on: string | null;
  currency: string; total: bigint; payable: bigint; seller: string; subject: string; same_number: boolean;
};

/** @param today calendar day, which parts due from overdue */
export function invoiceRow(line: InvoiceLineOfList, today: string): InvoiceRow {
  const { id, kind, origin, number, currency, seller, subject } = line;
  return {
    id, kind, origin, number, seller, subject,
    proFormaNumber: line.pro_forma_number,
    status: invoiceStatus(line.state, line.due_on, today),
    issuedOn: line.issued_on,
    dueOn: line.due_on,
    paidOn: line.paid_on,
    total: { amount: toNumber(line.total), currency },
    payable: { amount: toNumber(line.payable), currency },
    sameNumber: line.same_number,
    documents: documentsOf(origin, number),
  };
}

/** An imported document is there as it came. Of our own all are on paper, and only final ones have the value of an e-invoice. */
function documentsOf(origin: InvoiceRow['origin'], number: string | null): InvoiceDocument[] {
  if (origin === 'imported') return ['original'];
  return number === null ? ['pdf'] : ['pdf', 'xml'];
}
