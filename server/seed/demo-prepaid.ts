import type { Queryable } from '../storage/database.ts';
import { lockAccounts } from '../ledger/lock-accounts.ts';
import { post } from '../ledger/post.ts';
import { addDays } from '../../shared/domain/add-days.ts';
import { WEBMASTER } from './demo-credentials.ts';
import { DEMO_ORGANISATIONS, DWARFS, GEPPETTO, MUSICIANS, STERNTALER, type DemoOrganisation } from './demo-organisations.ts';
import { insertRows } from './insert-rows.ts';
import type { InvoiceDraft } from './invoice-draft.ts';
import { ledgerAccountRows } from './ledger-account-rows.ts';
import { documentEvents, planPrepaid, topUpRow, type PrepaidEvent, type PrepaidPlan } from './plan-prepaid.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';

/** What happened on prepaid accounts besides documents; days count from today. */
const EXTRA_EVENTS: readonly (readonly [DemoOrganisation, number, Omit<PrepaidEvent, 'day' | 'document'>])[] = [
  [STERNTALER, -5, { from: 'outside', to: 'prepaid', amount: 10_000, cause: 'top-up' }],
  [DWARFS, -150, { from: 'outside', to: 'prepaid', amount: 30_000, cause: 'bank-transfer' }],
  [DWARFS, -148, { from: 'prepaid', to: 'reserved', amount: 30_000, cause: 'withdrawal' }],
  [DWARFS, -146, { from: 'reserved', to: 'outside', amount: 30_000, cause: 'withdrawal' }],
  [DWARFS, -2, { from: 'outside', to: 'prepaid', amount: 48_000, cause: 'bank-transfer' }],
  [DWARFS, -1, { from: 'prepaid', to: 'reserved', amount: 15_000, cause: 'withdrawal' }],
  [MUSICIANS, -90, { from: 'outside', to: 'prepaid', amount: 100_000, cause: 'bank-transfer' }],
];

/** Days after which the money of the late top-up arrives. */
const LATE_DAYS = 3;

/**
 * The prepaid history of the demo, posted through the ledger itself: whatever it refuses, the seed refuses.
 * An organisation to which nothing happened has no ledger accounts.
 */
export async function seedDemoPrepaid(
  tx: Queryable, drafts: readonly InvoiceDraft[], today: string, random: Random,
): Promise<void> {
  for (const organisation of DEMO_ORGANISATIONS) {
    const plan = planOf(organisation, drafts, today, random);
    if (plan.postings.length === 0) continue;
    await insertRows(tx, 'top_up', plan.topUps);
    await insertRows(tx, 'ledger_account', ledgerAccountRows(organisation, plan.postings[0]?.at ?? new Date(today), random));
    await postPlan(tx, plan);
  }
  await seedWaitingTopUps(tx, today, random);
}

function planOf(
  organisation: DemoOrganisation, drafts: readonly InvoiceDraft[], today: string, random: Random,
): PrepaidPlan {
  const extra = EXTRA_EVENTS.flatMap(([owner, days, event]): PrepaidEvent[] =>
    owner === organisation ? [{ ...event, day: addDays(today, days), document: null }] : []);
  const events = [...documentEvents(drafts.filter((draft) => draft.organisation === organisation)), ...extra];
  const payer = organisation.members.find(({ billingRight }) => billingRight) ?? organisation.members[0];
  const manner = {
    person: payer?.login.account ?? WEBMASTER.account,
    cushions: [0, 5_000, 15_000],
    lastTopUpChargedBack: organisation === GEPPETTO,
  };
  return planPrepaid(organisation, events, manner, today, random);
}

async function postPlan(tx: Queryable, { organisation, postings }: PrepaidPlan): Promise<void> {
  const accounts = await lockAccounts(tx, organisation.id, organisation.currency, ['outside', 'owed', 'prepaid', 'reserved']);
  for (const posting of postings) await post(tx, accounts, posting);
}

/** One top-up that is still on its way, with the job that will settle it, and one that never came. */
async function seedWaitingTopUps(tx: Queryable, today: string, random: Random): Promise<void> {
  const facts = { organisation: DWARFS.id, currency: DWARFS.currency, person: WEBMASTER.account } as const;
  const declined = topUpRow({ ...facts, day: addDays(today, -20), amount: 25_000, card: 'declined', state: 'declined' }, random);
  const late = topUpRow({ ...facts, day: addDays(today, -1), amount: 20_000, card: 'late', state: 'pending' }, random);
  await insertRows(tx, 'top_up', [declined, late]);
  const runAt = `${addDays(today, LATE_DAYS)}T08:30:00Z`;
  await insertRows(tx, 'job', [{
    id: seedId(runAt, random),
    kind: 'settle-top-up',
    natural_key: late.id,
    payload: { organisation: DWARFS.id, topUp: late.id },
    run_at: runAt,
    attempts: 0,
  }]);
}
