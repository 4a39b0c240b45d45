import { v7 as uuid } from 'uuid';
import type { Act } from '../http/act.ts';
import type { Queryable } from '../storage/database.ts';

/** From where an act came: the network address, the family of the program, the page. */
export interface Source {
  readonly address: string | null;
  readonly agent: string | null;
  readonly origin: string | null;
}

/** What happens by itself comes from nowhere. */
export const NOWHERE: Source = { address: null, agent: null, origin: null };

/** Who acts, when and from where. */
export interface Actor {
  readonly at: Date;
  readonly actorKind: 'person' | 'partner' | 'operator' | 'job';
  /** Id of the account or partner, or a word for the operator or the job. */
  readonly actor: string;
  readonly source: Source;
}

/** Who did what to what, for whom and from where. Nothing secret belongs in here. */
export interface AuditEntry extends Actor {
  /** Null where the act concerns none. */
  readonly organisation: string | null;
  /** Through whom a person acted, or which partner the act was about. */
  readonly partner?: string | null;
  /** The account for which somebody else acted. */
  readonly person?: string | null;
  /** `<resource>.<act>` */
  readonly act: string;
  /** What was acted on, mostly an id. */
  readonly subject: string;
}

const COLUMNS = 'id, at, actor_kind, actor, partner_id, account_id, act, subject, address, agent, origin';
const OF_ORGANISATION = `insert into audit_entry (${COLUMNS}, organisation_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
const OF_GATEWAY = `insert into gateway_audit_entry (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** Adds to the audit log, which only grows. The one place that does; in the transaction of the act, so that neither is without the other. */
export async function audit(tx: Queryable, entry: AuditEntry): Promise<void> {
  const { organisation, at, actorKind, actor, partner = null, person = null, act, subject, source } = entry;
  const values = [uuid(), at, actorKind, actor, partner, person, act, subject, source.address, source.agent, source.origin];
  if (organisation === null) await tx.query(OF_GATEWAY, values);
  else await tx.query(OF_ORGANISATION, [...values, organisation]);
}

/** Adds what a person does in an organisation. */
export async function auditAct({ tx, organisation, account, partner, now: at, source }: Act, act: string, subject: string): Promise<void> {
  await audit(tx, { organisation, at, actorKind: 'person', actor: account, partner, act, subject, source });
}
