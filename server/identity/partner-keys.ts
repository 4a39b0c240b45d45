import { randomBytes } from 'node:crypto';
import type { PartnerScope } from '../../shared/contract/partner.ts';
import { dayOf } from '../clock.ts';
import { Refusal } from '../http/refusal.ts';
import type { Database } from '../storage/database.ts';
import { secretHash } from './secret-hash.ts';

const PREFIX = 'kontor_partner_';

/** A key's last use is kept to the minute: its row is not written with every request. Milliseconds. */
const USE_KEPT_TO = 60_000;

/** A partner's backend, by the key that it came with. */
export interface PartnerCaller {
  /** The partner. */
  readonly id: string;
  readonly key: string;
  readonly scopes: readonly PartnerScope[];
  /** The last calendar day on which the key is taken. */
  readonly expiresOn: string | null;
}

type Line = { id: string; partner_id: string; scopes: PartnerScope[]; expires_on: string | null; last_used_at: Date | null };

const READ = 'select id, partner_id, scopes, expires_on, last_used_at from partner_key where hash = $1 and revoked_at is null';

/** One of several requests at the same time writes. */
const USED = 'update partner_key set last_used_at = $2 where hash = $1 and (last_used_at is null or last_used_at <= $3)';

/** A new API key for a partner's backend; only its hash is kept, in `partner_key`. */
export function makePartnerKey(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/**
 * The partner that a key belongs to; that it was used is kept.
 * @throws {Refusal} KONTOR_TOKEN_INVALID for a key that is unknown, revoked or no key at all,
 *   KONTOR_TOKEN_EXPIRED for one past its last day.
 */
export async function partnerOfKey(database: Database, key: string, now: Date): Promise<PartnerCaller> {
  const hash = secretHash(key);
  const [found] = await database.query<Line>(READ, [hash]);
  if (!found || !key.startsWith(PREFIX)) throw new Refusal('KONTOR_TOKEN_INVALID');
  const { id, partner_id: partner, scopes, expires_on: expiresOn, last_used_at: used } = found;
  if (expiresOn !== null && expiresOn < dayOf(now)) throw new Refusal('KONTOR_TOKEN_EXPIRED');
  const before = new Date(now.getTime() - USE_KEPT_TO);
  if (used === null || used <= before) await database.query(USED, [hash, now, before]);
  return { id: partner, key: id, scopes, expiresOn };
}
