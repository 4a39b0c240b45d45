import type { Session } from '../../../shared/contract/session.ts';
import type { Act } from '../../http/act.ts';
import type { PersonClaims } from '../../identity/session-claims.ts';
import { auditAct } from '../audit.ts';
import { markUsed } from './choose-organisation.ts';
import { readSession } from './read-session.ts';

/** A person who signed in at the gateway goes on in this organisation: it becomes their last used one. */
export async function stepIntoOrganisation(act: Act, claims: PersonClaims): Promise<Session> {
  const { tx, organisation, account, now } = act;
  await markUsed(tx, organisation, account, now);
  await auditAct(act, 'session.step', claims.id);
  return await readSession(act, claims);
}
