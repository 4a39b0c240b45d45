import { v7 as uuid } from 'uuid';
import type { Queryable } from '../storage/database.ts';

/** Who did what to what. Nothing secret belongs in here. */
export interface AuditEntry {
  readonly organisation: string;
  readonly at: Date;
  readonly actorKind: 'person' | 'partner' | 'operator' | 'job';
  /** Id of the account or partner, or the name of the job. */
  readonly actor: string;
  /** `<resource>.<act>` */
  readonly act: string;
  /** Id of what was acted on. */
  readonly subject: string;
}

/** Adds to the audit log, which only grows. */
export async function audit(tx: Queryable, { organisation, at, actorKind, actor, act, subject }: AuditEntry): Promise<void> {
  await tx.query(
    'insert into audit_entry (organisation_id, id, at, actor_kind, actor, act, subject) values ($1, $2, $3, $4, $5, $6, $7)',
    [organisation, uuid(), at, actorKind, actor, act, subject],
  );
}
