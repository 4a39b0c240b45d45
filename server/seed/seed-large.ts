import type { Queryable } from '../storage/database.ts';
import { addMonths } from '../../shared/domain/to-pay-horizon.ts';
import { LARGE_LOGIN, LARGE_OWNER } from './demo-credentials.ts';
import { insertRows } from './insert-rows.ts';
import type { InvoiceDraft } from './invoice-draft.ts';
import { invoiceRow } from './invoice-row.ts';
import { largeDocuments } from './large-documents.ts';
import { largeOrganisations } from './large-organisations.ts';
import { ledgerRows, type LedgerRows } from './ledger-rows.ts';
import { numberDocuments } from './number-documents.ts';
import { documentEvents, planPrepaid } from './plan-prepaid.ts';
import { seededRandom, type Random } from './random.ts';
import { seedDemo } from './seed-demo.ts';
import { seedLargeTenants } from './seed-large-tenants.ts';
import { seedAccounts } from './seed-people.ts';
import type { SeedOrganisation } from './seed-organisation.ts';
import type { Progress } from './seed.ts';

/** How many organisations and invoices come besides the demo's. */
export interface LargeScale {
  readonly organisations: number;
  readonly invoices: number;
}

export const FULL_SCALE: LargeScale = { organisations: 10_000, invoices: 100_000 };

const START = 100_000;
const CUSTOMER_MONTHS = 37;
/** In a series of their own, so that the demo's numbers stay as they are. */
const NUMBER_PREFIX = 'L-';
/** Documents turned into rows at a time; all hundred thousand at once would fill the memory. */
const SLICE = 2_000;
const ORGANISATIONS_AT_ONCE = 200;
/** Money comes less often and more at once than in the demo. */
const CUSHIONS = [20_000, 100_000, 250_000];

/** The demo's story and beside it one login with very many organisations and invoices. */
export async function seedLarge(tx: Queryable, today: string, scale: LargeScale, onProgress: Progress): Promise<void> {
  await seedDemo(tx, today, () => {});
  const random = seededRandom(START);
  const createdOn = addMonths(today, -CUSTOMER_MONTHS);
  // Every organisation counts twice: for itself and for its prepaid history.
  const total = 2 * scale.organisations + scale.invoices;
  await seedAccounts(tx, [LARGE_LOGIN, LARGE_OWNER], createdOn);
  const organisations = largeOrganisations(scale.organisations, createdOn, random);
  await seedLargeTenants(tx, organisations, today, createdOn, random, (done) => onProgress(done, total, 'organisations'));
  const drafts = largeDocuments(organisations, scale.invoices, today, random);
  await insertDocuments(tx, drafts, (done) => onProgress(scale.organisations + done, total, 'invoices'));
  const before = scale.organisations + scale.invoices;
  await insertPrepaid(tx, organisations, drafts, today, random, (done) => onProgress(before + done, total, 'prepaid history'));
}

async function insertDocuments(tx: Queryable, drafts: readonly InvoiceDraft[], onDone: (count: number) => void): Promise<void> {
  const numbers = numberDocuments(drafts, NUMBER_PREFIX);
  for (let start = 0; start < drafts.length; start += SLICE) {
    const slice = drafts.slice(start, start + SLICE);
    await insertRows(tx, 'invoice', slice.map((draft) => invoiceRow(draft, numbers)));
    onDone(start + slice.length);
  }
}

async function insertPrepaid(
  tx: Queryable, organisations: readonly SeedOrganisation[], drafts: readonly InvoiceDraft[], today: string,
  random: Random, onDone: (count: number) => void,
): Promise<void> {
  const draftsOf = Map.groupBy(drafts, ({ organisation }) => organisation);
  const manner = { person: LARGE_OWNER.account, cushions: CUSHIONS };
  let waiting: LedgerRows[] = [];
  for (const [index, organisation] of organisations.entries()) {
    const plan = planPrepaid(organisation, documentEvents(draftsOf.get(organisation) ?? []), manner, today, random);
    waiting.push(ledgerRows(plan, random));
    if (waiting.length < ORGANISATIONS_AT_ONCE && index + 1 < organisations.length) continue;
    await insertLedgerRows(tx, waiting);
    waiting = [];
    onDone(index + 1);
  }
}

async function insertLedgerRows(tx: Queryable, rows: readonly LedgerRows[]): Promise<void> {
  await insertRows(tx, 'top_up', rows.flatMap(({ topUps }) => topUps));
  await insertRows(tx, 'ledger_account', rows.flatMap(({ accounts }) => accounts));
  await insertRows(tx, 'ledger_transfer', rows.flatMap(({ transfers }) => transfers));
  await insertRows(tx, 'ledger_entry', rows.flatMap(({ entries }) => entries));
}
