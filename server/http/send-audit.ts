import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { AuditRow } from '../../shared/contract/audit.ts';
import type { AuditPlace } from '../domain/audit/read-audit.ts';
import { AUDIT_MEDIA_TYPES, auditHead, auditLine } from '../domain/audit/write-audit.ts';
import type { AuditFormat } from '../domain/audit/write-audit.ts';

/** Reads the next entries behind a place; fewer than `limit` are the last ones. */
export type ReadOnwards = (after: AuditPlace | undefined, limit: number) => Promise<{ rows: AuditRow[]; last: AuditPlace | undefined }>;

/** Entries read at a time, each batch in a transaction of its own: a slow reader holds none open. */
const BATCH = 500;

/**
 * Sends the audit log as a file while it is read. The first batch is read before the answer begins, so that
 * a refusal is one. A failure later, such as a right taken back, breaks the connection off: half a file never looks whole.
 */
export async function sendAudit(reply: FastifyReply, format: AuditFormat, name: string, read: ReadOnwards): Promise<FastifyReply> {
  const first = await read(undefined, BATCH);
  return await reply
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .type(AUDIT_MEDIA_TYPES[format])
    .send(Readable.from(texts(format, first, read)));
}

async function* texts(format: AuditFormat, first: Awaited<ReturnType<ReadOnwards>>, read: ReadOnwards): AsyncGenerator<string> {
  yield auditHead(format);
  let batch = first;
  for (;;) {
    yield batch.rows.map((row) => auditLine(format, row)).join('');
    if (batch.rows.length < BATCH) return;
    batch = await read(batch.last, BATCH);
  }
}
