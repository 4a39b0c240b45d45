import type { Clock } from '../clock.ts';
import { DatabaseError, type Database, type Queryable } from '../storage/database.ts';
import { enterScope, scopeSettings } from '../storage/scope-settings.ts';
import { idIn, type JobHandler, type JobHandlers, type Payload } from './handlers.ts';

export interface JobParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly handlers: JobHandlers;
}

/** After so many failures a job waits for somebody to look at it. */
export const ATTEMPTS = 10;
/** Milliseconds of patience after the first failure; doubled with each further one. */
const PATIENCE = 1000;

/** Marks the job done at once: that holds only if its effect is committed with it. */
const CLAIM = `update job set done_at = $1, attempts = attempts + 1, last_error = null where id = (
    select id from job where done_at is null and run_at <= $1 and attempts < ${ATTEMPTS} and kind = any ($2)
    order by run_at limit 1 for update skip locked)
  returning id, kind, payload`;

const FAIL = `update job set attempts = attempts + 1, last_error = $2,
    run_at = $3::timestamptz + least(${PATIENCE} * 2 ^ attempts, 3600000) * interval '1 millisecond'
  where id = $1 and done_at is null`;

const NEXT = `select min(run_at) as run_at from job where done_at is null and attempts < ${ATTEMPTS} and kind = any ($1)`;

type Claimed = { id: string; kind: string; payload: Payload };

/**
 * Does all work that is due, one transaction a job together with its effect, so that each happens exactly
 * once, over crashes and with any number of workers. A job that fails is tried again later.
 * @returns when the next job is due, if one waits.
 */
export async function workJobs(parts: JobParts): Promise<Date | undefined> {
  while (await workOne(parts)) { /* until none is due */ }
  const [row] = await parts.database.asOwner((tx) =>
    tx.query<{ run_at: Date | null }>(NEXT, [Object.keys(parts.handlers)]));
  return row?.run_at ?? undefined;
}

/** @returns whether there was one. */
async function workOne({ database, clock, handlers }: JobParts): Promise<boolean> {
  const now = clock.now();
  let claimed: Claimed | undefined;
  try {
    await database.asOwner(async (tx) => {
      [claimed] = await tx.query<Claimed>(CLAIM, [now, Object.keys(handlers)]);
      const handler = claimed && handlers[claimed.kind];
      if (claimed && handler) await perform(tx, handler, claimed.payload, now);
    });
  } catch (error) {
    // Without a claim it is the database that fails, not a job.
    if (!claimed) throw error;
    const { id } = claimed;
    await database.asOwner((tx) => tx.query(FAIL, [id, reason(error), now]));
  }
  return claimed !== undefined;
}

/** The queue is the owner's; the effect of a job happens under row-level security wherever it concerns one organisation. */
async function perform(tx: Queryable, { scope, work }: JobHandler, payload: Payload, at: Date): Promise<void> {
  if (scope === 'organisation') {
    await tx.query(enterScope, scopeSettings({ organisations: [idIn(payload, 'organisation')] }));
  }
  await work(tx, payload, at);
}

/** What went wrong, without the message: that may hold values of rows. */
function reason(error: unknown): string {
  if (error instanceof DatabaseError) return `${error.name} ${error.code} ${error.constraint ?? ''}`.trim();
  return error instanceof Error ? error.name : 'unknown';
}
