import type { AuditFilter, AuditRow, AuditWindow } from '../../../shared/contract/audit.ts';
import { addDays } from '../../../shared/domain/add-days.ts';
import { startOfDay } from '../../clock.ts';
import type { Parameter, Queryable } from '../../storage/database.ts';
import { toNumber } from '../../storage/minor-units.ts';
import { AUDIT_COLUMNS, AUDIT_JOINS, auditRow, organisationAuditRow } from './audit-row.ts';
import type { AuditLine } from './audit-row.ts';

/** The log of one organisation, under its scope; or all of it, with the owner's role, narrowed to one where it is named. */
export type AuditLog = { readonly of: 'organisation'; readonly organisation: string } | { readonly of: 'gateway'; readonly organisation: string | undefined };

const SHARED = 'id, at, actor_kind, actor, partner_id, account_id, act, subject, address, agent, origin';
const EVERYTHING = `(select organisation_id, ${SHARED} from audit_entry
  union all select null::uuid, ${SHARED} from gateway_audit_entry)`;

/** Nothing happened before or after these days, and the day after the last one is none that PostgreSQL or the calendar could name. */
const [EARLIEST, LATEST] = ['1970-01-01', '9999-12-31'];

/** Where an export goes on: behind this entry. */
export interface AuditPlace {
  readonly at: string;
  readonly id: string;
}

interface Condition {
  readonly text: string;
  readonly parameters: Parameter[];
}

/** A part of the log, newest first. */
export async function readAudit(tx: Queryable, log: AuditLog, query: AuditFilter & { offset: number; limit: number }): Promise<AuditWindow> {
  const { text, parameters } = conditionOf(log, query);
  const [total] = await tx.query<{ count: bigint }>(`select count(*) as count from ${tableOf(log)} e where ${text}`, parameters);
  const places = [...parameters, query.limit, query.offset];
  const lines = await tx.query<AuditLine>(
    `${selection(log)} where ${text} order by e.at desc, e.id desc limit $${places.length - 1} offset $${places.length}`, places,
  );
  return { rows: lines.map(rowOf(log)), count: toNumber(total?.count ?? 0n) };
}

/** The next entries of an export, oldest first, behind a place or from the beginning. */
export async function readAuditOnwards(
  tx: Queryable, log: AuditLog, filter: AuditFilter, after: AuditPlace | undefined, limit: number,
): Promise<{ rows: AuditRow[]; last: AuditPlace | undefined }> {
  const { text, parameters } = conditionOf(log, filter);
  const places = after === undefined ? parameters : [...parameters, after.at, after.id];
  const behind = after === undefined ? '' : ` and (e.at, e.id) > ($${places.length - 1}::timestamptz, $${places.length}::uuid)`;
  const lines = await tx.query<AuditLine>(
    `${selection(log)} where ${text}${behind} order by e.at, e.id limit $${places.length + 1}`, [...places, limit],
  );
  const last = lines.at(-1);
  return { rows: lines.map(rowOf(log)), last: last && { at: last.place, id: last.id } };
}

function rowOf({ of }: AuditLog): (line: AuditLine) => AuditRow {
  return of === 'organisation' ? organisationAuditRow : auditRow;
}

function tableOf({ of }: AuditLog): string {
  return of === 'organisation' ? 'audit_entry' : EVERYTHING;
}

function selection(log: AuditLog): string {
  return `select e.organisation_id, ${AUDIT_COLUMNS} from ${tableOf(log)} e ${AUDIT_JOINS}`;
}

/** The text depends on which filters there are, never on their values. A resource stands for all its acts. */
function conditionOf({ organisation }: AuditLog, { act, from, to }: AuditFilter): Condition {
  const parameters: Parameter[] = [];
  const value = (parameter: Parameter): string => `$${parameters.push(parameter)}`;
  const conditions = ['true'];
  if (organisation !== undefined) conditions.push(`e.organisation_id = ${value(organisation)}`);
  if (act !== undefined) conditions.push(act.includes('.') ? `e.act = ${value(act)}` : `split_part(e.act, '.', 1) = ${value(act)}`);
  if (from !== undefined && from > EARLIEST) conditions.push(`e.at >= ${value(startOfDay(from))}`);
  if (to !== undefined && to < LATEST) conditions.push(`e.at < ${value(startOfDay(addDays(to, 1)))}`);
  return { text: conditions.join(' and '), parameters };
}
