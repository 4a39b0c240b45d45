import { Type } from 'typebox';
import {
  ClientQuery, ClientWindow, NewPartnerKey, OriginDraft, OriginList, Partner, PartnerDraft, PartnerKeyDraft, PartnerKeyList, PartnerList,
} from '../../shared/contract/partner.ts';
import { Id } from '../../shared/contract/value.ts';
import { createPartner } from '../domain/partners/create-partner.ts';
import { createPartnerKey } from '../domain/partners/create-partner-key.ts';
import { listClients } from '../domain/partners/list-clients.ts';
import { listPartnerKeys } from '../domain/partners/list-partner-keys.ts';
import { listPartners } from '../domain/partners/list-partners.ts';
import { addOrigin, listOrigins, removeOrigin } from '../domain/partners/partner-origin-list.ts';
import { revokePartnerKey } from '../domain/partners/revoke-partner-key.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';
import { operatorActor } from '../http/operator-actor.ts';

const BASE = '/v1/operator/partners';
const shared = { tag: 'Operator', access: 'operator' } as const;
const done = { 204: { description: 'Done.' } };
const missing = { problems: ['KONTOR_NOT_FOUND'] } as const;
const OnePartner = Type.Object({ partnerId: Id }, { additionalProperties: false });
const OneKey = Type.Object({ partnerId: Id, keyId: Id }, { additionalProperties: false });

const list = declare({ ...shared, summary: 'Partners', answers: { 200: PartnerList } });
const create = declare({ ...shared, ...missing, summary: 'Register a partner', body: PartnerDraft, answers: { 201: Partner } });
const keys = declare({ ...shared, summary: "A partner's API keys, without their secrets", params: OnePartner, answers: { 200: PartnerKeyList } });
const createKey = declare({
  ...shared, ...missing, summary: 'Make an API key for a partner', description: 'Its secret is shown this once.',
  params: OnePartner, body: PartnerKeyDraft, answers: { 201: NewPartnerKey },
});
const revokeKey = declare({ ...shared, ...missing, summary: "Revoke a partner's API key, for every later request", params: OneKey, answers: done });
const origins = declare({ ...shared, summary: "Origins that a partner's widget sessions may be made for", params: OnePartner, answers: { 200: OriginList } });
const putOrigin = declare({ ...shared, ...missing, summary: 'Allow an origin', params: OnePartner, body: OriginDraft, answers: done });
const dropOrigin = declare({ ...shared, ...missing, summary: 'Allow an origin no longer', params: OnePartner, query: OriginDraft, answers: done });
const grants = declare({ ...shared, summary: 'Organisations that let a partner act for them', params: OnePartner, query: ClientQuery, answers: { 200: ClientWindow } });

/** Partners as the operator registers them, with their keys and origins. */
export function operatorPartnerRoutes(app: App, parts: AppParts): void {
  const { database } = parts;
  app.get(BASE, list, async () => ({ rows: await listPartners(database) }));

  app.post(BASE, create, async (request, reply) =>
    reply.code(201).send(await database.asOwner((tx) => createPartner(tx, request.body, operatorActor(parts, request)))));

  app.get(`${BASE}/:partnerId/clients`, grants, async ({ params, query }) =>
    await listClients(database, params.partnerId, query.offset, query.limit));

  keyRoutes(app, parts);
  originRoutes(app, parts);
}

function keyRoutes(app: App, parts: AppParts): void {
  const { database } = parts;
  app.get(`${BASE}/:partnerId/keys`, keys, async ({ params }) => ({ rows: await listPartnerKeys(database, params.partnerId) }));

  app.post(`${BASE}/:partnerId/keys`, createKey, async (request, reply) => {
    const { params: { partnerId }, body } = request;
    return reply.code(201).send(await database.asOwner((tx) => createPartnerKey(tx, partnerId, body, operatorActor(parts, request))));
  });

  app.delete(`${BASE}/:partnerId/keys/:keyId`, revokeKey, async (request, reply) => {
    const { partnerId, keyId } = request.params;
    await database.asOwner((tx) => revokePartnerKey(tx, partnerId, keyId, operatorActor(parts, request)));
    return await reply.code(204).send();
  });
}

function originRoutes(app: App, parts: AppParts): void {
  const { database } = parts;
  app.get(`${BASE}/:partnerId/origins`, origins, async ({ params }) => ({ rows: await listOrigins(database, params.partnerId) }));

  app.post(`${BASE}/:partnerId/origins`, putOrigin, async (request, reply) => {
    await database.asOwner((tx) => addOrigin(tx, request.params.partnerId, request.body.origin, operatorActor(parts, request)));
    return await reply.code(204).send();
  });

  app.delete(`${BASE}/:partnerId/origins`, dropOrigin, async (request, reply) => {
    await database.asOwner((tx) => removeOrigin(tx, request.params.partnerId, request.query.origin, operatorActor(parts, request)));
    return await reply.code(204).send();
  });
}
