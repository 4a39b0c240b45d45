import type { Language, Session } from '../../../shared/contract/session.ts';
import type { Act } from '../../http/act.ts';
import type { SessionClaims } from '../../identity/session-claims.ts';
import { readCurrentOrganisation } from '../organisations/read-current-organisation.ts';

type Line = { name: string; language: Language; partner: string | null };

const WHO = `
  select a.given_name || ' ' || a.family_name as name, a.language, p.name as partner
  from account a left join partner p on p.id = $2 where a.id = $1`;

/** What a page may know of the session that its token stands for. */
export async function readSession(act: Act, claims: SessionClaims): Promise<Session> {
  const [{ name, language, partner }] = (await act.tx.query<Line>(WHO, [act.account, act.partner])) as [Line];
  return {
    id: claims.id,
    person: { id: act.account, name, language },
    partner: act.partner === null ? null : { id: act.partner, name: partner ?? '' },
    organisation: await readCurrentOrganisation(act),
    elements: [...claims.elements],
    features: [...claims.features],
    expiresAt: claims.expiresAt.toISOString(),
    today: act.today,
  };
}
