import type { AuditRow } from '../../../shared/contract/audit.ts';

/** The columns of an entry `e` beside the organisation, joined as `AUDIT_JOINS`. */
export const AUDIT_COLUMNS = `e.id, e.at, e.at::text as place, e.act, e.subject, e.actor_kind, e.actor, e.address, e.agent, e.origin, e.account_id, e.partner_id,
  p.name as partner, f.given_name || ' ' || f.family_name as person,
  case e.actor_kind when 'person' then a.given_name || ' ' || a.family_name when 'partner' then q.name end as actor_name`;

export const AUDIT_JOINS = `
  left join partner p on p.id = e.partner_id
  left join account f on f.id = e.account_id
  left join account a on a.id = case when e.actor_kind = 'person' then e.actor::uuid end
  left join partner q on q.id = case when e.actor_kind = 'partner' then e.actor::uuid end`;

/** What they give. */
export type AuditLine = {
  organisation_id: string | null; id: string; at: Date; place: string; act: string; subject: string | null;
  actor_kind: AuditRow['actor']['kind']; actor: string; actor_name: string | null;
  partner_id: string | null; partner: string | null; account_id: string | null; person: string | null;
  address: string | null; agent: string | null; origin: string | null;
};

/** An entry as the operator may read it. */
export function auditRow(line: AuditLine): AuditRow {
  const { organisation_id: organisation, id, at, act, subject, address, agent, origin } = line;
  return {
    id, at: at.toISOString(), organisation, act, subject,
    actor: { kind: line.actor_kind, id: line.actor, name: line.actor_name },
    partner: line.partner_id === null ? null : { id: line.partner_id, name: line.partner },
    person: line.account_id === null ? null : { id: line.account_id, name: line.person },
    address, agent, origin,
  };
}

/** An entry as the organisation may read it: where the operator sits is none of its business. */
export function organisationAuditRow(line: AuditLine): AuditRow {
  const row = auditRow(line);
  return row.actor.kind === 'operator' ? { ...row, address: null, agent: null, origin: null } : row;
}
