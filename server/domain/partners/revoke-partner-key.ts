import { Refusal } from '../../http/refusal.ts';
import type { Queryable } from '../../storage/database.ts';
import { audit } from '../audit.ts';
import type { Actor } from '../audit.ts';

const REVOKE = 'update partner_key set revoked_at = $3 where partner_id = $1 and id = $2 and revoked_at is null returning id';
const KNOWN = 'select 1 from partner_key where partner_id = $1 and id = $2';

/**
 * Ends a key for every later request. Ending one twice changes nothing.
 * @param tx the owner's
 * @throws {Refusal} KONTOR_NOT_FOUND for another partner's key as for none
 */
export async function revokePartnerKey(tx: Queryable, partner: string, key: string, by: Actor): Promise<void> {
  const [revoked] = await tx.query(REVOKE, [partner, key, by.at]);
  if (revoked) return await audit(tx, { ...by, organisation: null, partner, act: 'partner-key.revoke', subject: key.toLowerCase() });
  const [known] = await tx.query(KNOWN, [partner, key]);
  if (!known) throw new Refusal('KONTOR_NOT_FOUND');
}
