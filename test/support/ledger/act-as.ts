import { type Clock, today } from '../../../server/clock.ts';
import { NOWHERE } from '../../../server/domain/audit.ts';
import type { Act } from '../../../server/http/act.ts';
import type { Database } from '../../../server/storage/database.ts';
import type { MadeOrganisation } from './make-organisation.ts';

/** Runs `work` as the organisation's owner, as a route does after it has checked the session. */
export function actAs<T>(
  database: Database, { organisation, account }: MadeOrganisation, clock: Clock, work: (act: Act) => Promise<T>,
): Promise<T> {
  const member = { role: 'owner', billingRight: true } as const;
  return database.transaction({ account, organisations: [organisation] }, (tx) =>
    work({ tx, account, partner: account, organisation, member, now: clock.now(), source: NOWHERE, today: today(clock) }));
}
