import { chargeBack } from '../domain/prepaid/charge-back.ts';
import { settleTopUp } from '../domain/prepaid/settle-top-up.ts';
import type { Queryable } from '../storage/database.ts';
import { purge } from './purge.ts';

/** Payload of a job as the queue holds it. */
export type Payload = Readonly<Record<string, unknown>>;

/**
 * One kind of work. With `scope: 'organisation'` it runs as the application's role and sees the rows of
 * the payload's organisation only; with `owner` it reaches all of them.
 */
export interface JobHandler {
  readonly scope: 'organisation' | 'owner';
  work(tx: Queryable, payload: Payload, at: Date): Promise<void>;
}

export type JobHandlers = Readonly<Record<string, JobHandler>>;

/**
 * The work there is, by kind.
 * @param keyDays how many days an idempotency key is remembered; 30 is the default of the design
 */
export function jobHandlers(keyDays = 30): JobHandlers {
  return {
    'settle-top-up': {
      scope: 'organisation',
      work: (tx, payload, at) => settleTopUp(tx, idIn(payload, 'organisation'), idIn(payload, 'topUp'), at),
    },
    'charge-back-top-up': {
      scope: 'organisation',
      work: (tx, payload, at) => chargeBack(tx, idIn(payload, 'organisation'), idIn(payload, 'topUp'), at),
    },
    purge: { scope: 'owner', work: (tx, _payload, at) => purge(tx, keyDays, at) },
  };
}

/** @throws {TypeError} where the payload does not say it. */
export function idIn(payload: Payload, name: string): string {
  const value = payload[name];
  if (typeof value !== 'string') throw new TypeError(`The job's payload has no "${name}".`);
  return value;
}
