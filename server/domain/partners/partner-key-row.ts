import type { PartnerKey, PartnerScope } from '../../../shared/contract/partner.ts';

/** The columns of `partner_key` that may be shown: never the hash. */
export const KEY_COLUMNS = 'id, name, scopes, created_at, last_used_at, expires_on, revoked_at';

/** What `KEY_COLUMNS` give. */
export type PartnerKeyLine = {
  id: string; name: string; scopes: PartnerScope[]; created_at: Date; last_used_at: Date | null; expires_on: string | null; revoked_at: Date | null;
};

export function partnerKeyFrom({ id, name, scopes, created_at, last_used_at, expires_on, revoked_at }: PartnerKeyLine): PartnerKey {
  return {
    id, name, scopes,
    createdAt: created_at.toISOString(),
    lastUsedAt: last_used_at?.toISOString() ?? null,
    expiresOn: expires_on,
    revokedAt: revoked_at?.toISOString() ?? null,
  };
}
