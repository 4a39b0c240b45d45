import { Type } from 'typebox';
import { AuditExportQuery, AuditQuery, AuditWindow, OperatorAuditExportQuery, OperatorAuditQuery } from '../../shared/contract/audit.ts';
import { Id } from '../../shared/contract/value.ts';
import { readAudit, readAuditOnwards } from '../domain/audit/read-audit.ts';
import type { AuditLog } from '../domain/audit/read-audit.ts';
import { actIn } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';
import { sendAudit } from '../http/send-audit.ts';

const InOrganisation = Type.Object({ organisationId: Id }, { additionalProperties: false });
const file = { description: 'The file, to be saved.', mediaTypes: ['text/csv', 'application/jsonl'] };
const demand = { manage: true } as const;
const forPeople = {
  tag: 'Audit', access: 'session', params: InOrganisation, problems: ['KONTOR_ROLE_MISSING'],
  description: 'For owners and admins who signed in at the gateway; no widget session reads it.',
} as const;
const forOperator = { tag: 'Operator', access: 'operator' } as const;

const list = declare({ ...forPeople, summary: 'What was done in the organisation, newest first', query: AuditQuery, answers: { 200: AuditWindow } });
const save = declare({ ...forPeople, summary: 'The same as a file, oldest first', query: AuditExportQuery, answers: { 200: file } });
const listAll = declare({
  ...forOperator, summary: 'What was done at the gateway, newest first', query: OperatorAuditQuery, answers: { 200: AuditWindow },
});
const saveAll = declare({ ...forOperator, summary: 'The same as a file, oldest first', query: OperatorAuditExportQuery, answers: { 200: file } });

/** The audit log, for reading: each organisation's own, and all of it for the operator. */
export function auditRoutes(app: App, parts: AppParts): void {
  organisationRoutes(app, parts);
  operatorRoutes(app, parts);
}

function organisationRoutes(app: App, parts: AppParts): void {
  app.get('/v1/organisations/:organisationId/audit', list, async (request) =>
    await actIn(parts, request, demand, ({ tx, organisation }) => readAudit(tx, { of: 'organisation', organisation }, request.query)));

  // Whether the person still may is asked with every batch.
  app.get('/v1/organisations/:organisationId/audit/export', save, async (request, reply) => {
    const { params: { organisationId }, query } = request;
    return await sendAudit(reply, query.format, `audit-${organisationId.toLowerCase()}`, (after, limit) =>
      actIn(parts, request, demand, ({ tx, organisation }) => readAuditOnwards(tx, { of: 'organisation', organisation }, query, after, limit)));
  });
}

function operatorRoutes(app: App, { database }: AppParts): void {
  app.get('/v1/operator/audit', listAll, async ({ query }) =>
    await database.asOwner((tx) => readAudit(tx, all(query.organisation), query)));

  app.get('/v1/operator/audit/export', saveAll, async ({ query }, reply) =>
    await sendAudit(reply, query.format, 'audit', (after, limit) =>
      database.asOwner((tx) => readAuditOnwards(tx, all(query.organisation), query, after, limit))));
}

function all(organisation: string | undefined): AuditLog {
  return { of: 'gateway', organisation };
}
