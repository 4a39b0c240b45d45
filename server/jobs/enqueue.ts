import { v7 as uuid } from 'uuid';
import type { Queryable } from '../storage/database.ts';
import { ringJobBell } from './job-bell.ts';

/** Work to be done once, at or after a time. */
export interface NewJob {
  /** One of the kinds of `handlers.ts`. */
  readonly kind: string;
  /** What the work is about: of a kind and key there is one job for ever, whoever asks and how often. */
  readonly naturalKey: string;
  /** JSON; no secrets. `organisation` names the one the work is for. */
  readonly payload: { readonly organisation?: string; readonly [name: string]: string | number | undefined };
  readonly runAt: Date;
}

/** Puts work into the queue, in the transaction of what makes it necessary. Known work stays as it is. */
export async function enqueue(tx: Queryable, { kind, naturalKey, payload, runAt }: NewJob): Promise<void> {
  await tx.query(
    `insert into job (id, kind, natural_key, payload, run_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [uuid(), kind, naturalKey, JSON.stringify(payload), runAt],
  );
  ringJobBell(runAt);
}
