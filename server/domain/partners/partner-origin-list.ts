import { Refusal } from '../../http/refusal.ts';
import { isExactOrigin } from '../../identity/origins.ts';
import type { Queryable } from '../../storage/database.ts';
import { audit } from '../audit.ts';
import type { Actor } from '../audit.ts';
import { partnerName } from './list-partners.ts';

/** The origins that a partner's widget sessions may be made for. */
export async function listOrigins(tx: Queryable, partner: string): Promise<string[]> {
  const lines = await tx.query<{ origin: string }>('select origin from partner_origin where partner_id = $1 order by origin', [partner]);
  return lines.map(({ origin }) => origin);
}

/**
 * Puts an origin on the list. One that is there already stays.
 * @param tx the owner's
 * @throws {Refusal} KONTOR_REQUEST_INVALID for what no browser would send; KONTOR_NOT_FOUND where there is no such partner
 */
export async function addOrigin(tx: Queryable, partner: string, origin: string, by: Actor): Promise<void> {
  // A star would stand for itself alone and look like more.
  if (!isExactOrigin(origin) || origin.includes('*')) {
    throw new Refusal('KONTOR_REQUEST_INVALID', 'An origin is written as browsers send it: https (or http of this machine), lower case, punycode, no default port, no slash at the end.');
  }
  await partnerName(tx, partner);
  const added = await tx.query('insert into partner_origin (partner_id, origin) values ($1, $2) on conflict do nothing returning origin', [partner, origin]);
  if (added.length > 0) await audit(tx, { ...by, organisation: null, partner, act: 'partner-origin.add', subject: origin });
}

/**
 * Takes an origin off the list: no further session is made for it, those under way end within ten minutes.
 * @param tx the owner's
 * @throws {Refusal} KONTOR_NOT_FOUND where it is not on the list
 */
export async function removeOrigin(tx: Queryable, partner: string, origin: string, by: Actor): Promise<void> {
  const removed = await tx.query('delete from partner_origin where partner_id = $1 and origin = $2 returning origin', [partner, origin]);
  if (removed.length === 0) throw new Refusal('KONTOR_NOT_FOUND');
  await audit(tx, { ...by, organisation: null, partner, act: 'partner-origin.remove', subject: origin });
}
