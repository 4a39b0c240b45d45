import { randomBytes } from 'node:crypto';
import { Refusal } from '../http/refusal.ts';
import type { Database } from '../storage/database.ts';
import { secretHash } from './secret-hash.ts';

const PREFIX = 'kontor_partner_';

/** A new API key for a partner's backend; only its hash is kept, in `partner_key`. */
export function makePartnerKey(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/**
 * The partner that a key belongs to.
 * @throws {Refusal} KONTOR_TOKEN_INVALID for a key that is unknown, revoked or no key at all.
 */
export async function partnerOfKey(database: Database, key: string): Promise<string> {
  const [found] = await database.query<{ partner_id: string }>(
    'select partner_id from partner_key where hash = $1 and revoked_at is null',
    [secretHash(key)],
  );
  if (!found || !key.startsWith(PREFIX)) throw new Refusal('KONTOR_TOKEN_INVALID');
  return found.partner_id;
}
