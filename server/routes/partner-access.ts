import { Type } from 'typebox';
import { PartnerAccess, PartnerAccessChange, PartnerAccessList } from '../../shared/contract/partner.ts';
import { Id } from '../../shared/contract/value.ts';
import { givePartnerAccess, listPartnerAccess, revokePartnerAccess } from '../domain/partners/partner-access.ts';
import { actIn } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';

const BASE = '/v1/organisations/:organisationId/partners';
const shared = {
  tag: 'Partners', access: 'session', problems: ['KONTOR_ROLE_MISSING'],
  description: 'For owners and admins who signed in at the gateway. A widget session is refused with KONTOR_FEATURE_MISSING: no partner gives itself more.',
} as const;
const OnePartner = Type.Object({ organisationId: Id, partnerId: Id }, { additionalProperties: false });
const demand = { manage: true } as const;

const list = declare({
  ...shared, summary: 'Partners that may act for the organisation',
  params: Type.Object({ organisationId: Id }, { additionalProperties: false }),
  answers: { 200: PartnerAccessList },
});

const give = declare({
  ...shared, summary: 'Let a partner act for the organisation, in full or without moving money',
  params: OnePartner,
  body: PartnerAccessChange,
  answers: { 200: PartnerAccess },
});

const revoke = declare({
  ...shared, summary: "Take a partner's access back, for its very next request",
  params: OnePartner,
  answers: { 204: { description: 'It has none.' } },
});

/** Which partners a client lets act for it. */
export function partnerAccessRoutes(app: App, parts: AppParts): void {
  app.get(BASE, list, async (request) => ({ rows: await actIn(parts, request, demand, listPartnerAccess) }));

  app.put(`${BASE}/:partnerId`, give, async (request) =>
    await actIn(parts, request, demand, (act) => givePartnerAccess(act, request.params.partnerId.toLowerCase(), request.body.access)));

  app.delete(`${BASE}/:partnerId`, revoke, async (request, reply) => {
    await actIn(parts, request, demand, (act) => revokePartnerAccess(act, request.params.partnerId.toLowerCase()));
    return await reply.code(204).send();
  });
}
