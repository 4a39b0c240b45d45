import type { Membership } from '../../../shared/domain/rights.ts';
import { grantStands } from '../../identity/access-token.ts';
import { secretHash } from '../../identity/secret-hash.ts';
import type { SessionClaims } from '../../identity/session-claims.ts';
import type { Queryable } from '../../storage/database.ts';

/** How a session stands in its organisation as of now, whatever its token says. */
export interface Standing {
  /** Ended before its time. */
  readonly ended: boolean;
  /** What the person is in the organisation; `undefined` where they do not belong to it. */
  readonly member: Membership | undefined;
  /** What the organisation allows the partner; `undefined` where nothing, or no longer. All, where no partner stands between. */
  readonly access: 'full' | 'limited' | undefined;
}

type Line = { role: Membership['role'] | null; billing_right: boolean | null; access: 'full' | 'limited' | null; ended: boolean };

const STANDING = `
  select m.role, m.billing_right, case when $3::uuid is null then 'full' else g.access end as access,
    case when $3::uuid is null
      then not exists (select 1 from sign_in_record s where s.kind = 'Grant' and s.id = $5)
      else exists (select 1 from revoked_session r where r.id = $4 and r.partner_id = $3) end as ended
  from (select 1) as once
  left join membership m on m.organisation_id = $1 and m.account_id = $2
  left join partner_grant g on g.organisation_id = $1 and g.partner_id = $3 and g.revoked_at is null`;

/** Reads it in one statement. The transaction's scope must name the organisation. */
export async function readStanding(tx: Queryable, session: SessionClaims, organisation: string): Promise<Standing> {
  const { account, partner, id } = session;
  const grant = session.partner === null ? secretHash(session.grant) : null;
  const [line] = (await tx.query<Line>(STANDING, [organisation, account, partner, id, grant])) as [Line];
  const { role, billing_right: billingRight, access, ended } = line;
  const member = role === null || billingRight === null ? undefined : { role, billingRight };
  return { ended, member, access: access ?? undefined };
}

/** Whether a session was ended before its time: a widget session by its partner, a person's by signing out. */
export async function isEnded(tx: Queryable, session: SessionClaims): Promise<boolean> {
  if (session.partner === null) return !(await grantStands(tx, session.grant));
  const rows = await tx.query('select 1 from revoked_session where id = $1 and partner_id = $2', [session.id, session.partner]);
  return rows.length > 0;
}
