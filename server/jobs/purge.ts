import type { Queryable } from '../storage/database.ts';
import { enqueue } from './enqueue.ts';

const DAY = 86_400_000;

/**
 * Forgets what has served its time: ended sessions whose tokens have expired, idempotency keys older than
 * `keyDays`, and of sign-in whatever has expired. Then asks for the next round.
 */
export async function purge(tx: Queryable, keyDays: number, at: Date): Promise<void> {
  await tx.query('delete from revoked_session where expires_at < $1', [at]);
  await tx.query('delete from idempotency_key where created_at < $1', [new Date(at.getTime() - keyDays * DAY)]);
  await tx.query('delete from sign_in_record where expires_at < $1', [at]);
  await tx.query('delete from sign_in_attempt where ends_at < $1', [at]);
  await enqueuePurge(tx, new Date(at.getTime() + DAY));
}

/** One purge a day, however many gateways ask for it. */
export async function enqueuePurge(tx: Queryable, runAt: Date): Promise<void> {
  await enqueue(tx, { kind: 'purge', naturalKey: runAt.toISOString().slice(0, 10), payload: {}, runAt });
}
