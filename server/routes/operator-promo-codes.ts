import { Type } from 'typebox';
import { PromoCodeCreated, PromoCodeDraft } from '../../shared/contract/operator.ts';
import { createPromoCode, withdrawPromoCode } from '../domain/promo-codes/promo-code-list.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';
import { operatorActor } from '../http/operator-actor.ts';

const BASE = '/v1/operator/promo-codes';
const shared = { tag: 'Operator', access: 'operator' } as const;

const create = declare({
  ...shared, summary: 'List a promo code',
  body: PromoCodeDraft,
  answers: { 201: PromoCodeCreated },
  problems: ['KONTOR_NOT_FOUND', 'KONTOR_EXISTS_ALREADY'],
});

const withdraw = declare({
  ...shared, summary: 'Withdraw a promo code: it counts in no further order',
  params: Type.Object({ code: Type.String({ maxLength: 40 }) }, { additionalProperties: false }),
  answers: { 204: { description: 'Withdrawn.' } },
  problems: ['KONTOR_NOT_FOUND'],
});

/** The operator's promo codes. */
export function operatorPromoCodeRoutes(app: App, parts: AppParts): void {
  app.post(BASE, create, async (request, reply) => {
    const code = await parts.database.asOwner((tx) => createPromoCode(tx, request.body, operatorActor(parts, request)));
    return await reply.code(201).send({ code });
  });

  app.delete(`${BASE}/:code`, withdraw, async (request, reply) => {
    await parts.database.asOwner((tx) => withdrawPromoCode(tx, request.params.code, operatorActor(parts, request)));
    return await reply.code(204).send();
  });
}
