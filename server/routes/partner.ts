import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ClientQuery, ClientWindow, NewPartnerKey, PartnerKeyDraft, PartnerKeyList } from '../../shared/contract/partner.ts';
import { Id } from '../../shared/contract/value.ts';
import type { Actor } from '../domain/audit.ts';
import { createOwnKey } from '../domain/partners/create-partner-key.ts';
import { listClients } from '../domain/partners/list-clients.ts';
import { listPartnerKeys } from '../domain/partners/list-partner-keys.ts';
import { revokePartnerKey } from '../domain/partners/revoke-partner-key.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { partnerOf } from '../http/authenticate.ts';
import { declare } from '../http/declare.ts';
import { sourceOf } from '../http/source-of.ts';

const shared = { tag: 'Partners', access: 'partner' } as const;
const KEYS = '/v1/partner/keys';

const clients = declare({
  ...shared, summary: 'Clients: organisations that let the partner act for them',
  description: 'Scope clients:read.',
  query: ClientQuery,
  answers: { 200: ClientWindow },
});

const keys = declare({ ...shared, summary: "The partner's API keys, without their secrets", description: 'Scope keys:write.', answers: { 200: PartnerKeyList } });

const create = declare({
  ...shared, summary: 'Make an API key',
  description: 'Scope keys:write. To change keys: make a new one, use it, and revoke the old one; both are taken until then. ' +
    'The new key may do no more and lives no longer than the one it is made with. Its secret is shown this once.',
  body: PartnerKeyDraft,
  answers: { 201: NewPartnerKey },
});

const revoke = declare({
  ...shared, summary: 'Revoke an API key, for every later request',
  description: 'Scope keys:write. A key may revoke itself.',
  params: Type.Object({ keyId: Id }, { additionalProperties: false }),
  answers: { 204: { description: 'Revoked.' } },
  problems: ['KONTOR_NOT_FOUND'],
});

/** What a partner's backend does for itself. */
export function partnerRoutes(app: App, parts: AppParts): void {
  const { database, clock } = parts;
  const actor = (request: FastifyRequest, id: string): Actor =>
    ({ actorKind: 'partner', actor: id, at: clock.now(), source: sourceOf(request) });

  app.get('/v1/partner/clients', clients, async (request) => {
    const { id } = partnerOf(request, 'clients:read');
    return await listClients(database, id, request.query.offset, request.query.limit);
  });

  app.get(KEYS, keys, async (request) => {
    const { id } = partnerOf(request, 'keys:write');
    return { rows: await listPartnerKeys(database, id) };
  });

  app.post(KEYS, create, async (request, reply) => {
    const caller = partnerOf(request, 'keys:write');
    return reply.code(201).send(await database.asOwner((tx) => createOwnKey(tx, caller, request.body, actor(request, caller.id))));
  });

  app.delete(`${KEYS}/:keyId`, revoke, async (request, reply) => {
    const { id } = partnerOf(request, 'keys:write');
    await database.asOwner((tx) => revokePartnerKey(tx, id, request.params.keyId, actor(request, id)));
    return await reply.code(204).send();
  });
}
