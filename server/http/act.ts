import type { FastifyRequest } from 'fastify';
import { Feature } from '../../shared/contract/session.ts';
import { mayBill } from '../../shared/domain/rights.ts';
import type { Membership } from '../../shared/domain/rights.ts';
import { dayOf } from '../clock.ts';
import type { Source } from '../domain/audit.ts';
import { readStanding } from '../domain/sessions/read-standing.ts';
import type { Standing } from '../domain/sessions/read-standing.ts';
import type { SessionClaims } from '../identity/session-claims.ts';
import type { Queryable } from '../storage/database.ts';
import type { AppParts } from './app-parts.ts';
import { sessionOf } from './authenticate.ts';
import { Refusal } from './refusal.ts';
import { sourceOf } from './source-of.ts';

/** One person acting in one organisation, inside a transaction under row-level security. */
export interface Act {
  readonly tx: Queryable;
  readonly account: string;
  /** Through whom; null where the person signed in at the gateway. */
  readonly partner: string | null;
  readonly organisation: string;
  readonly member: Membership;
  readonly now: Date;
  /** For the audit log. */
  readonly source: Source;
  /** The gateway's calendar day. */
  readonly today: string;
}

/** What an act asks of the session and of the person. */
export interface Demand {
  readonly feature?: Feature;
  /** The person must be one who may see and move money. */
  readonly billing?: boolean;
  /** The act moves money: the partner's access must not be limited. */
  readonly money?: boolean;
  /** The person must be an owner or admin who signed in at the gateway with all features: no partner does this for them. */
  readonly manage?: boolean;
}

/**
 * Runs `work` in the organisation of the request's path, which for a widget session is its own (without
 * one in the path: the session's).
 * @throws {Refusal} KONTOR_NOT_FOUND for every other organisation, whether it exists or not.
 */
export async function actIn<T>(
  parts: AppParts, request: FastifyRequest, demand: Demand, work: (act: Act) => Promise<T>,
): Promise<T> {
  const session = sessionOf(request);
  const { organisationId = session.organisation } = request.params as { organisationId?: string };
  if (organisationId === null) throw new Error('A route without an organisation acts for people only through actInOrganisation.');
  return await actInOrganisation(parts, request, organisationId.toLowerCase(), demand, work);
}

/**
 * Runs `work` in an organisation. The token says which features, and for a widget session which
 * organisation; the database says, in one statement and on every call, whether the session was ended and
 * whether person and partner (still) belong there. A foreign organisation meets the same statements as
 * one that does not exist.
 * @param organisation id in lower case
 * @throws {Refusal} KONTOR_NOT_FOUND, KONTOR_FEATURE_MISSING, KONTOR_TOKEN_REVOKED, KONTOR_BILLING_RIGHT_MISSING,
 *   KONTOR_ROLE_MISSING
 */
export async function actInOrganisation<T>(
  parts: AppParts, request: FastifyRequest, organisation: string, demand: Demand, work: (act: Act) => Promise<T>,
): Promise<T> {
  const session = sessionOf(request);
  const { account, partner } = session;
  if (demand.manage) requireWholePerson(session);
  if (organisation !== (session.organisation ?? organisation)) throw new Refusal('KONTOR_NOT_FOUND');
  requireFeature(session, demand.feature);
  return await parts.database.transaction({ account, partner, organisations: [organisation] }, async (tx) => {
    const member = requireStanding(await readStanding(tx, session, organisation), demand);
    const now = parts.clock.now();
    return await work({ tx, account, partner, organisation, member, now, source: sourceOf(request), today: dayOf(now) });
  });
}

/** @throws {Refusal} KONTOR_FEATURE_MISSING */
export function requireFeature(session: SessionClaims, feature: Feature | undefined): void {
  if (feature === undefined || session.features.includes(feature)) return;
  throw new Refusal('KONTOR_FEATURE_MISSING', `This needs the feature ${feature}.`);
}

/** Who gives all away, or reads all that was done, must hold all: no token that was granted less, and no widget session. */
function requireWholePerson({ partner, features }: SessionClaims): void {
  if (partner === null && Feature.enum.every((feature) => features.includes(feature))) return;
  throw new Refusal('KONTOR_FEATURE_MISSING', 'Only a person who signed in at the gateway with all features can do this.');
}

function requireStanding({ ended, member, access }: Standing, { billing = false, money = false, manage = false }: Demand): Membership {
  if (ended) throw new Refusal('KONTOR_TOKEN_REVOKED');
  if (!member || !access) throw new Refusal('KONTOR_NOT_FOUND');
  if (money && access !== 'full') throw new Refusal('KONTOR_FEATURE_MISSING', 'The organisation gave this partner limited access.');
  if ((billing || money) && !mayBill(member)) throw new Refusal('KONTOR_BILLING_RIGHT_MISSING');
  if (manage && member.role === 'member') throw new Refusal('KONTOR_ROLE_MISSING');
  return member;
}
