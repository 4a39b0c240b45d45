import { audit } from '../../domain/audit.ts';
import type { Source } from '../../domain/audit.ts';
import type { Database, Queryable } from '../../storage/database.ts';

/** Why what a person was granted ends, when, and from where that was asked. */
export interface Ending {
  readonly act: 'account.sign-out' | 'account.replay-stopped';
  readonly at: Date;
  readonly source: Source;
}

/**
 * Ends a grant with all that came from it: codes, refresh tokens and the browser's session. Waits for those
 * who hold the grant, and then sees what they wrote. Stands in the audit log, once however many end it.
 * @param grant SHA-256 of its id
 * @returns whether it stood until now
 */
export async function endGrant(tx: Queryable, grant: string, ending: Ending): Promise<boolean> {
  const [stood] = await tx.query<{ account: string }>(
    `select payload->>'accountId' as account from sign_in_record where kind = 'Grant' and id = $1 for update`, [grant],
  );
  if (!stood) return false;
  await tx.query('delete from sign_in_record where grant_id = $1', [grant]);
  await auditEnding(tx, stood.account, ending);
  return true;
}

/**
 * Ends a browser's session and the grant that was made in it. One without a grant stands in the audit log too.
 * @param uid the session's second id
 */
export async function endSession(database: Database, uid: string, ending: Ending): Promise<void> {
  await database.asOwner(async (tx) => {
    // The grant comes first, as for everybody who ends or holds it.
    const [session] = await tx.query<{ grant_id: string | null }>(`select grant_id from sign_in_record where kind = 'Session' and uid = $1`, [uid]);
    const stood = typeof session?.grant_id === 'string' && (await endGrant(tx, session.grant_id, ending));
    const [left] = await tx.query<{ account: string | null }>(
      `delete from sign_in_record where kind = 'Session' and uid = $1 returning payload->>'accountId' as account`, [uid],
    );
    if (!stood && typeof left?.account === 'string') await auditEnding(tx, left.account, ending);
  });
}

/** The account is who signed out, or whose family of tokens was ended; who sent a token twice is not known. */
async function auditEnding(tx: Queryable, account: string, { act, at, source }: Ending): Promise<void> {
  await audit(tx, { organisation: null, at, actorKind: 'person', actor: account, act, subject: account, source });
}
