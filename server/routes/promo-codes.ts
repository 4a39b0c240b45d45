import { Type } from 'typebox';
import { PromoCheck, PromoCheckResult } from '../../shared/contract/promo-code.ts';
import { Id } from '../../shared/contract/value.ts';
import { checkCode } from '../domain/promo-codes/check-code.ts';
import { actIn } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';

const check = declare({
  tag: 'Orders', access: 'session', limit: 'codes', summary: 'What a promo code would be worth to the organisation',
  description: 'Feature orders:write and the billing right. Uses nothing up. A code made for an organisation that the person ' +
    'cannot switch to is unknown.',
  params: Type.Object({ organisationId: Id }),
  body: PromoCheck,
  answers: { 200: PromoCheckResult },
  problems: ['KONTOR_BILLING_RIGHT_MISSING'],
});

export function promoCodeRoutes(app: App, parts: AppParts): void {
  app.post('/v1/organisations/:organisationId/promo-codes/check', check, (request) =>
    actIn(parts, request, { feature: 'orders:write', billing: true }, (act) => checkCode(act, request.body.code)));
}
