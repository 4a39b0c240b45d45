import { Type } from 'typebox';
import { Catalogue } from '../../shared/contract/order.ts';
import { Id } from '../../shared/contract/value.ts';
import { readCatalogue } from '../domain/catalogue/read-catalogue.ts';
import { actIn } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';

const list = declare({
  tag: 'Orders', access: 'session', summary: 'What the organisation can order, at net prices in its currency',
  description: 'Feature orders:write and the billing right.',
  params: Type.Object({ organisationId: Id }),
  answers: { 200: Catalogue },
  problems: ['KONTOR_BILLING_RIGHT_MISSING'],
});

export function catalogueRoutes(app: App, parts: AppParts): void {
  app.get('/v1/organisations/:organisationId/catalogue', list, (request) =>
    actIn(parts, request, { feature: 'orders:write', billing: true }, async (act) => ({ items: await readCatalogue(act) })));
}
