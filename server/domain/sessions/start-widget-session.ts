import { v7 as uuid } from 'uuid';
import type { Feature, WidgetSession, WidgetSessionRequest } from '../../../shared/contract/session.ts';
import { Refusal } from '../../http/refusal.ts';
import { isOriginOf } from '../../identity/partner-origins.ts';
import type { WidgetTokens } from '../../identity/widget-token.ts';
import type { Database } from '../../storage/database.ts';
import { audit } from '../audit.ts';
import type { Source } from '../audit.ts';
import { chooseOrganisation, markUsed } from './choose-organisation.ts';
import type { Choice } from './choose-organisation.ts';

/** What a partner to whom the organisation gave limited access may not do: move its money. */
const MONEY_FEATURES: ReadonlySet<Feature> = new Set(['prepaid:top-up', 'orders:place']);

interface Parts {
  readonly database: Database;
  readonly tokens: WidgetTokens;
}

/**
 * Starts a widget session for a person at a partner's portal. Features that the partner may not have in
 * this organisation are left out rather than refused, so that a portal which always asks for the same
 * can switch to every organisation; `GET /v1/session` says what the session has.
 * @throws {Refusal} KONTOR_PARTNER_ORIGIN_REFUSED; KONTOR_NOT_FOUND alike for a person or organisation
 *   that does not exist, is foreign, or did not grant this partner access; KONTOR_FEATURE_MISSING where no
 *   feature is left.
 */
export async function startWidgetSession(
  { database, tokens }: Parts, partner: string, request: WidgetSessionRequest, { now, source }: { now: Date; source: Source },
): Promise<WidgetSession> {
  const { origin, elements, lifetime = 600, keyThumbprint: thumbprint = null } = request;
  const account = request.person.toLowerCase();
  await requireListed(database, partner, origin);
  const { id: organisation, access } = await choose(database, account, partner, request.organisation);
  const features = request.features.filter((feature) => access === 'full' || !MONEY_FEATURES.has(feature));
  if (features.length === 0) throw new Refusal('KONTOR_FEATURE_MISSING', 'The organisation gave this partner limited access.');
  const id = uuid();
  await database.transaction({ account, partner, organisations: [organisation] }, async (tx) => {
    await markUsed(tx, organisation, account, now);
    await audit(tx, { organisation, at: now, actorKind: 'partner', actor: partner, person: account, act: 'widget-session.start', subject: id, source });
  });
  const token = await tokens.mint({ id, account, partner, organisation, origin, elements, features, thumbprint }, lifetime);
  return { id, token, expiresIn: lifetime, organisation };
}

async function requireListed(database: Database, partner: string, origin: string): Promise<void> {
  if (!(await isOriginOf(database, partner, origin))) throw new Refusal('KONTOR_PARTNER_ORIGIN_REFUSED');
}

async function choose(database: Database, account: string, partner: string, wanted: string | undefined): Promise<Choice> {
  const found = await database.transaction({ account, partner }, (tx) => chooseOrganisation(tx, account, partner, wanted));
  if (!found) throw new Refusal('KONTOR_NOT_FOUND');
  return found;
}
