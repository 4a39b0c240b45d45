import type { ClientWindow, PartnerAccessLevel } from '../../../shared/contract/partner.ts';
import type { Database } from '../../storage/database.ts';
import { toNumber } from '../../storage/minor-units.ts';

const GRANTS = `select organisation_id as id, access, granted_at from partner_grant
  where partner_id = $1 and revoked_at is null order by granted_at desc, organisation_id limit $2 offset $3`;
const COUNT = 'select count(*) as count from partner_grant where partner_id = $1 and revoked_at is null';
const NAMES = 'select id, name from organisation where id = any ($1::uuid[])';

type Grant = { id: string; access: PartnerAccessLevel; granted_at: Date };

/**
 * The organisations that let a partner act for them. Their names are read under the scope of exactly these:
 * a partner's own scope shows nothing of any organisation.
 */
export async function listClients(database: Database, partner: string, offset: number, limit: number): Promise<ClientWindow> {
  const { grants, count } = await database.transaction({ partner }, async (tx) => {
    const grants = await tx.query<Grant>(GRANTS, [partner, limit, offset]);
    const [total] = await tx.query<{ count: bigint }>(COUNT, [partner]);
    return { grants, count: toNumber(total?.count ?? 0n) };
  });
  const ids = grants.map(({ id }) => id);
  const names = await database.transaction({ organisations: ids }, (tx) => tx.query<{ id: string; name: string }>(NAMES, [ids]));
  const byId = new Map(names.map(({ id, name }) => [id, name]));
  return { rows: grants.map(({ id, access, granted_at }) => ({ id, name: byId.get(id) ?? '', access, since: granted_at.toISOString() })), count };
}
