import { PartnerScope } from '../../shared/contract/partner.ts';
import { secretHash } from '../identity/secret-hash.ts';
import type { Database, Queryable } from '../storage/database.ts';
import { DEMO_PARTNER } from './demo-credentials.ts';
import { insertRows } from './insert-rows.ts';

/** The demo partner and its key. Its origins come at each start, with the portal's port. */
export async function seedPartner(tx: Queryable, createdAt: string): Promise<void> {
  const { id, name, key, keyId } = DEMO_PARTNER;
  await insertRows(tx, 'partner', [{ id, name, payment_mode: 'client-pays', created_at: createdAt }]);
  await insertRows(tx, 'partner_key', [
    { id: keyId, name: 'Portal', scopes: [...PartnerScope.enum], hash: secretHash(key), partner_id: id, created_at: createdAt, revoked_at: null },
  ]);
}

/** Lets the demo partner act for organisations. */
export async function grantDemoPartner(tx: Queryable, organisations: readonly string[], grantedAt: string): Promise<void> {
  await insertRows(tx, 'partner_grant', organisations.map((organisation) => ({
    organisation_id: organisation,
    partner_id: DEMO_PARTNER.id,
    access: 'full',
    granted_at: grantedAt,
    revoked_at: null,
  })));
}

/**
 * Lets a partner's sessions be used from an origin; asked for at each start, since the portal's port may change.
 * @param partner id of a partner that exists
 * @param origin exact serialised origin, such as `http://127.0.0.1:4601`
 */
export async function ensurePartnerOrigin(database: Database, partner: string, origin: string): Promise<void> {
  await database.asOwner((tx) =>
    tx.query('insert into partner_origin (partner_id, origin) values ($1, $2) on conflict do nothing', [partner, origin]));
}
