import type { CurrentOrganisation } from '../../../shared/contract/organisation.ts';
import type { Act } from '../../http/act.ts';
import { logoAddress } from './logo-address.ts';

type Line = { name: string; kind: CurrentOrganisation['kind']; logo_hash: string | null; currency: string; administrators: string[] };

const CURRENT = `
  select o.name, o.kind, o.logo_hash, o.currency, array(
    select a.given_name || ' ' || a.family_name
    from membership m join account a on a.id = m.account_id
    where m.organisation_id = o.id and m.role in ('owner', 'admin')
    order by m.role desc, a.family_name, a.given_name, a.id limit 20) as administrators
  from organisation o where o.id = $1`;

/** The organisation of an act, as its member sees it; owners stand before admins, twenty at most. */
export async function readCurrentOrganisation({ tx, organisation, member }: Act): Promise<CurrentOrganisation> {
  const [{ name, kind, logo_hash, currency, administrators }] = (await tx.query<Line>(CURRENT, [organisation])) as [Line];
  return { id: organisation, name, kind, logo: logoAddress(logo_hash), ...member, currency, administrators };
}
