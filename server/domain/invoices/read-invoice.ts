import type { InvoiceDetail } from '../../../shared/contract/invoice.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import type { InvoiceContent } from './invoice-content.ts';
import { invoiceRow, ROW_COLUMNS } from './invoice-row.ts';
import type { InvoiceLineOfList } from './invoice-row.ts';

type Step = InvoiceDetail['chain'][number];
type Line = InvoiceLineOfList & { pro_forma_on: string | null; ended_on: string | null; imported_on: string | null; content: InvoiceContent };

/** @throws {Refusal} KONTOR_NOT_FOUND for an invoice of another organisation as for none. */
export async function readInvoice({ tx, organisation, today }: Act, id: string): Promise<InvoiceDetail> {
  const [line] = await tx.query<Line>(
    `select ${ROW_COLUMNS}, i.pro_forma_on, i.ended_on, i.content, f.imported_on
     from invoice i left join invoice_original f on f.organisation_id = i.organisation_id and f.invoice_id = i.id
     where i.organisation_id = $1 and i.id = $2`,
    [organisation, id],
  );
  if (!line) throw new Refusal('KONTOR_NOT_FOUND');
  return { row: invoiceRow(line, today), ...line.content, chain: chainOf(line) };
}

/** The way of a document, in the order in which it was gone. */
function chainOf(line: Line): Step[] {
  const { state, number, pro_forma_number, pro_forma_on, issued_on, paid_on, ended_on, imported_on } = line;
  const steps: (Step | false)[] = [
    pro_forma_number !== null && { step: 'pro-forma', on: pro_forma_on, number: pro_forma_number },
    paid_on !== null && { step: 'payment', on: paid_on, number: null },
    number !== null && { step: 'final', on: issued_on, number },
    state === 'cancelled' && { step: 'cancellation', on: ended_on, number: null },
    state === 'refunded' && { step: 'refund', on: ended_on, number: null },
    imported_on !== null && { step: 'import', on: imported_on, number: null },
  ];
  return steps.filter((step) => step !== false);
}
