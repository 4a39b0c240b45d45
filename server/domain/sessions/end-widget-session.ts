import type { Queryable } from '../../storage/database.ts';

/** No token lives longer, so after this a session need not be remembered as ended. Milliseconds. */
const LONGEST_LIFE = 600_000;

const END = `
  insert into revoked_session (id, partner_id, expires_at) values ($1, $2, $3)
  on conflict do nothing`;

/**
 * Ends a widget session of a partner. Sessions are not stored, so an id that never was is answered like
 * any other; an id of another partner's session has no effect on it.
 */
export async function endWidgetSession(tx: Queryable, session: string, partner: string, now: Date): Promise<void> {
  await tx.query(END, [session, partner, new Date(now.getTime() + LONGEST_LIFE)]);
}
