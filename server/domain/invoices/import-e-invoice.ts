import { v7 as uuid } from 'uuid';
import type { ImportResult } from '../../../shared/contract/operator.ts';
import { dayOf } from '../../clock.ts';
import { EInvoiceError } from '../../documents/e-invoice-error.ts';
import type { EInvoice } from '../../documents/e-invoice.ts';
import { readEInvoice } from '../../documents/read-e-invoice.ts';
import { Refusal } from '../../http/refusal.ts';
import type { Database, Queryable } from '../../storage/database.ts';
import { toNumber } from '../../storage/minor-units.ts';
import { audit } from '../audit.ts';
import type { Source } from '../audit.ts';
import { importedInvoice } from './imported-invoice.ts';
import type { ImportedInvoice } from './imported-invoice.ts';
import { invoicesChanged } from './invoices-changed.ts';

/** One file for the history of one organisation. */
export interface EInvoiceImport {
  readonly organisation: string;
  readonly bytes: Uint8Array;
  readonly now: Date;
  /** Who imports, for the audit log: `operator`, or the name of a program. */
  readonly actor: string;
  readonly source: Source;
}

type Line = {
  id: string; number: string; seller: string; currency: string; total: bigint; payable: bigint; same_number: boolean;
};

const KNOWN = `
  select id, number, seller, currency, total, payable, same_number
  from invoice where organisation_id = $1 and sha256 = $2`;

const ADD = `
  insert into invoice (organisation_id, id, kind, origin, number, state, issued_on, due_on, currency, total, payable,
    seller, subject, sha256, search_text, content)
  values ($1, $2, $3, 'imported', $4, 'paid', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

const MARK_SAME_NUMBER = `
  update invoice set same_number = true
  where organisation_id = $1 and origin = 'imported' and sort_number = left($2, 100) and number = $2 and seller = $3
    and exists (
      select 1 from invoice other
      where other.organisation_id = $1 and other.origin = 'imported' and other.sort_number = left($2, 100)
        and other.number = $2 and other.seller = $3 and other.id <> invoice.id)`;

/**
 * Adds an e-invoice to an organisation's history, unless the same bytes are there already.
 *
 * An imported invoice is history: it was settled where it was issued, so it is stored as paid, without a
 * day that nobody told us. It has no effect on the ledger, takes no number of ours, and never stands among
 * what is to be paid through Kontor, whatever the document asks for; `payable` shows that.
 * @throws {Refusal} KONTOR_E_INVOICE_REFUSED with the reason; KONTOR_NOT_FOUND where there is no such organisation.
 */
export async function importEInvoice(database: Database, { organisation, bytes, now, actor, source }: EInvoiceImport): Promise<ImportResult> {
  const invoice = importedInvoice(read(bytes), bytes);
  return await database.transaction({ organisations: [organisation] }, async (tx) => {
    await requireOrganisation(tx, organisation);
    const known = await findKnown(tx, organisation, invoice);
    if (known) return known;
    // From here on imports into one organisation run one after the other.
    await invoicesChanged(tx, organisation);
    const meanwhile = await findKnown(tx, organisation, invoice);
    if (meanwhile) return meanwhile;
    const id = uuid();
    await add(tx, organisation, id, invoice);
    await keepOriginal(tx, organisation, id, bytes, now);
    await tx.query(MARK_SAME_NUMBER, [organisation, invoice.number, invoice.seller]);
    await audit(tx, { organisation, at: now, actorKind: 'operator', actor, act: 'invoice.import', subject: id, source });
    const added = await findKnown(tx, organisation, invoice);
    if (!added) throw new Error('An invoice vanished inside its own transaction.');
    return { ...added, outcome: 'added' };
  });
}

function read(bytes: Uint8Array): EInvoice {
  try {
    return readEInvoice(bytes);
  } catch (error) {
    if (error instanceof EInvoiceError) throw new Refusal('KONTOR_E_INVOICE_REFUSED', error.message);
    throw error;
  }
}

async function requireOrganisation(tx: Queryable, organisation: string): Promise<void> {
  const found = await tx.query('select 1 from organisation where id = $1', [organisation]);
  if (found.length === 0) throw new Refusal('KONTOR_NOT_FOUND', 'There is no such organisation.');
}

async function findKnown(tx: Queryable, organisation: string, { sha256 }: ImportedInvoice): Promise<ImportResult | undefined> {
  const [line] = await tx.query<Line>(KNOWN, [organisation, sha256]);
  if (!line) return undefined;
  const { id, number, seller, currency, total, payable, same_number } = line;
  const money = (amount: bigint) => ({ amount: toNumber(amount), currency });
  return { outcome: 'known', invoice: id, number, seller, total: money(total), payable: money(payable), sameNumber: same_number };
}

async function add(tx: Queryable, organisation: string, id: string, invoice: ImportedInvoice): Promise<void> {
  const { kind, number, issuedOn, dueOn, currency, total, payable, seller, subject, sha256, searchText, content } = invoice;
  await tx.query(ADD, [
    organisation, id, kind, number, issuedOn, dueOn, currency, total, payable,
    seller, subject, sha256, searchText, JSON.stringify(content),
  ]);
}

async function keepOriginal(tx: Queryable, organisation: string, id: string, bytes: Uint8Array, now: Date): Promise<void> {
  await tx.query(
    `insert into invoice_original (organisation_id, invoice_id, media_type, bytes, imported_on) values ($1, $2, 'application/xml', $3, $4)`,
    [organisation, id, bytes, dayOf(now)],
  );
}
