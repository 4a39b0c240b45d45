import type { Language, Session } from '../../../shared/contract/session.ts';
import type { Act } from '../../http/act.ts';
import type { WidgetClaims } from '../../identity/widget-token.ts';
import { readCurrentOrganisation } from '../organisations/read-current-organisation.ts';

type Line = { name: string; language: Language; partner: string };

const WHO = `
  select a.given_name || ' ' || a.family_name as name, a.language, p.name as partner
  from account a, partner p where a.id = $1 and p.id = $2`;

/** What a page may know of the session that its token stands for. */
export async function readSession(act: Act, claims: WidgetClaims): Promise<Session> {
  const [{ name, language, partner }] = (await act.tx.query<Line>(WHO, [act.account, act.partner])) as [Line];
  return {
    id: claims.id,
    person: { id: act.account, name, language },
    partner: { id: act.partner, name: partner },
    organisation: await readCurrentOrganisation(act),
    elements: [...claims.elements],
    features: [...claims.features],
    expiresAt: claims.expiresAt.toISOString(),
    today: act.today,
  };
}
