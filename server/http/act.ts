import type { FastifyRequest } from 'fastify';
import type { Feature } from '../../shared/contract/session.ts';
import { mayBill } from '../../shared/domain/rights.ts';
import type { Membership } from '../../shared/domain/rights.ts';
import { dayOf } from '../clock.ts';
import type { WidgetClaims } from '../identity/widget-token.ts';
import type { Queryable } from '../storage/database.ts';
import type { AppParts } from './app-parts.ts';
import { sessionOf } from './authenticate.ts';
import { Refusal } from './refusal.ts';

/** One person acting in one organisation through one partner, inside a transaction under row-level security. */
export interface Act {
  readonly tx: Queryable;
  readonly account: string;
  readonly partner: string;
  readonly organisation: string;
  readonly member: Membership;
  readonly now: Date;
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
}

type Standing = { role: Membership['role'] | null; billing_right: boolean | null; access: string | null; ended: boolean };

/** Whether the session was ended, what the person is here, and what the organisation allows the partner: as of now. */
const STANDING = `
  select m.role, m.billing_right, g.access,
    exists (select from revoked_session r where r.id = $4 and r.partner_id = $3) as ended
  from (select) as once
  left join membership m on m.organisation_id = $1 and m.account_id = $2
  left join partner_grant g on g.organisation_id = $1 and g.partner_id = $3 and g.revoked_at is null`;

/**
 * Runs `work` in the organisation of the request's path (without one: of the session). The token says
 * which organisation and features; the database says, in one statement and on every call, whether the
 * session was ended and whether person and partner still belong there.
 * @throws {Refusal} KONTOR_NOT_FOUND for every other organisation, whether it exists or not.
 */
export async function actIn<T>(
  parts: AppParts, request: FastifyRequest, demand: Demand, work: (act: Act) => Promise<T>,
): Promise<T> {
  const session = sessionOf(request);
  const { account, partner, organisation } = session;
  const { organisationId = organisation } = request.params as { organisationId?: string };
  if (organisationId.toLowerCase() !== organisation) throw new Refusal('KONTOR_NOT_FOUND');
  requireFeature(session, demand.feature);
  return await parts.database.transaction({ account, partner, organisations: [organisation] }, async (tx) => {
    const [standing] = await tx.query<Standing>(STANDING, [organisation, account, partner, session.id]);
    const member = memberOf(standing, demand);
    const now = parts.clock.now();
    return await work({ tx, account, partner, organisation, member, now, today: dayOf(now) });
  });
}

/** @throws {Refusal} KONTOR_FEATURE_MISSING */
export function requireFeature(session: WidgetClaims, feature: Feature | undefined): void {
  if (feature === undefined || session.features.includes(feature)) return;
  throw new Refusal('KONTOR_FEATURE_MISSING', `This needs the feature ${feature}.`);
}

function memberOf(standing: Standing | undefined, { billing = false, money = false }: Demand): Membership {
  if (standing?.ended) throw new Refusal('KONTOR_TOKEN_REVOKED');
  const { role = null, billing_right: billingRight = null, access = null } = standing ?? {};
  if (role === null || billingRight === null || access === null) throw new Refusal('KONTOR_NOT_FOUND');
  const member = { role, billingRight };
  if (money && access !== 'full') throw new Refusal('KONTOR_FEATURE_MISSING', 'The organisation gave this partner limited access.');
  if ((billing || money) && !mayBill(member)) throw new Refusal('KONTOR_BILLING_RIGHT_MISSING');
  return member;
}
