import type { Database } from '../../storage/database.ts';
import { audit } from '../audit.ts';
import type { Actor } from '../audit.ts';

/** No token lives longer, so after this a session need not be remembered as ended. Milliseconds. */
const LONGEST_LIFE = 600_000;

const END = `
  insert into revoked_session (id, partner_id, expires_at) values ($1, $2, $3)
  on conflict do nothing returning id`;

/** A session to be ended. */
export interface EndedSession {
  readonly session: string;
  readonly partner: string;
  /** As the session's own token says; null where the partner names the session alone. */
  readonly organisation: string | null;
}

/**
 * Ends a widget session of a partner. Sessions are not stored, so an id that never was is answered like
 * any other; an id of another partner's session has no effect on it.
 */
export async function endWidgetSession(database: Database, { session, partner, organisation }: EndedSession, by: Actor): Promise<void> {
  const organisations = organisation === null ? [] : [organisation];
  await database.transaction({ organisations }, async (tx) => {
    const ended = await tx.query(END, [session, partner, new Date(by.at.getTime() + LONGEST_LIFE)]);
    if (ended.length > 0) await audit(tx, { ...by, organisation, partner, act: 'widget-session.end', subject: session });
  });
}
