import type { TestCard, TopUp } from '../../shared/contract/prepaid.ts';
import { jobHandlers } from '../../server/jobs/handlers.ts';
import { workJobs } from '../../server/jobs/work-jobs.ts';
import { checkInvariants } from '../../server/ledger/check-invariants.ts';
import type { Database } from '../../server/storage/database.ts';
import type { Wish } from './caller.ts';

type StoredTopUp = { organisation_id: string; id: string; amount: bigint; card: TestCard; state: TopUp['state']; key: string | null };

/** Where every top-up ends once all its news has come. */
const END: Readonly<Record<TestCard, TopUp['state']>> = {
  approved: 'settled', late: 'settled', 'charged-back': 'charged-back', declined: 'declined',
};

const STORED = `select u.organisation_id, u.id, u.amount, u.card, u.state, k.key
  from top_up u left join idempotency_key k on k.organisation_id = u.organisation_id and k.answer ->> 'id' = u.id::text`;

/**
 * Compares what the callers were told with what the database holds: everything acknowledged is there
 * once, nothing is there twice, nothing is half done. Late news is worked off first.
 * @returns what is wrong, a line each.
 */
export async function verify(database: Database, wishes: readonly Wish[]): Promise<string[]> {
  const faults = await checkInvariants(database);
  const later = new Date(Date.now() + 3_600_000);
  await workJobs({ database, clock: { now: () => later }, handlers: jobHandlers() });
  faults.push(...await checkInvariants(database));
  const stored = await database.asOwner((tx) => tx.query<StoredTopUp>(STORED));
  const byKey = Map.groupBy(stored, ({ key }) => key);
  for (const topUp of byKey.get(null) ?? []) faults.push(`top-up ${topUp.id} belongs to no request`);
  for (const wish of wishes) faults.push(...compare(wish, byKey.get(wish.key) ?? []));
  const asked = new Set(wishes.map(({ key }) => key));
  for (const { id, key } of stored) if (key !== null && !asked.has(key)) faults.push(`nobody asked for top-up ${id}`);
  const stuck = await database.asOwner((tx) => tx.query<{ kind: string; natural_key: string }>(
    `select kind, natural_key from job where done_at is null and kind <> 'purge'`));
  return [...faults, ...stuck.map((job) => `${job.kind} of ${job.natural_key} was not done`)];
}

function compare(wish: Wish, stored: readonly StoredTopUp[]): string[] {
  const told = new Set(wish.answers.map(({ id }) => id));
  const [topUp] = stored;
  if (stored.length > 1) return [`key ${wish.key} has ${stored.length} top-ups`];
  if (told.size > 1) return [`key ${wish.key} was answered with ${told.size} different top-ups`];
  if (!topUp) return told.size === 0 ? [] : [`key ${wish.key} was acknowledged and is lost`];
  const same = topUp.organisation_id === wish.organisation && topUp.amount === BigInt(wish.amount) && topUp.card === wish.card;
  if (!same) return [`key ${wish.key} has a top-up of another request`];
  if (told.size === 1 && !told.has(topUp.id)) return [`key ${wish.key} was answered with a top-up that is not there`];
  return topUp.state === END[wish.card] ? [] : [`top-up ${topUp.id} with the ${wish.card} card ended as ${topUp.state}`];
}
