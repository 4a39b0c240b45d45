import type { PartnerAccess, PartnerAccessLevel } from '../../../shared/contract/partner.ts';
import type { Act } from '../../http/act.ts';
import { auditAct } from '../audit.ts';
import { partnerName } from './list-partners.ts';

const LIST = `select g.partner_id as id, p.name, g.access, g.granted_at from partner_grant g join partner p on p.id = g.partner_id
  where g.organisation_id = $1 and g.revoked_at is null order by p.name, p.id`;

/** Since when counts from the last time that there was none. */
const GIVE = `insert into partner_grant as g (organisation_id, partner_id, access, granted_at) values ($1, $2, $3, $4)
  on conflict (organisation_id, partner_id) do update set access = excluded.access,
    granted_at = case when g.revoked_at is null then g.granted_at else excluded.granted_at end, revoked_at = null
  returning granted_at`;

const TAKE_BACK = `update partner_grant set revoked_at = $3
  where organisation_id = $1 and partner_id = $2 and revoked_at is null returning partner_id`;

type Line = { id: string; name: string; access: PartnerAccessLevel; granted_at: Date };

/** Partners that may act for the organisation now. */
export async function listPartnerAccess({ tx, organisation }: Act): Promise<PartnerAccess[]> {
  const lines = await tx.query<Line>(LIST, [organisation]);
  return lines.map(({ id, name, access, granted_at }) => ({ partner: { id, name }, access, since: granted_at.toISOString() }));
}

/**
 * Lets a partner act for the organisation, or changes how far.
 * @throws {Refusal} KONTOR_NOT_FOUND where there is no such partner
 */
export async function givePartnerAccess(act: Act, partner: string, access: PartnerAccessLevel): Promise<PartnerAccess> {
  const { tx, organisation, now } = act;
  const name = await partnerName(tx, partner);
  const [given] = (await tx.query<{ granted_at: Date }>(GIVE, [organisation, partner, access, now])) as [{ granted_at: Date }];
  await auditAct(act, `partner-access.${access}`, partner);
  return { partner: { id: partner, name }, access, since: given.granted_at.toISOString() };
}

/** Takes it back: the very next request of the partner's sessions finds nothing. Twice changes nothing. */
export async function revokePartnerAccess(act: Act, partner: string): Promise<void> {
  const revoked = await act.tx.query(TAKE_BACK, [act.organisation, partner, act.now]);
  if (revoked.length > 0) await auditAct(act, 'partner-access.revoke', partner);
}
