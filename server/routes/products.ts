import { Type } from 'typebox';
import { ProductQuery, ProductWindow } from '../../shared/contract/product.ts';
import { Id } from '../../shared/contract/value.ts';
import { listProducts } from '../domain/products/list-products.ts';
import { actIn } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';

const list = declare({
  tag: 'Products', access: 'session', summary: 'Products of an organisation with their prices and renewals',
  description: 'Feature products:read and the billing right, since it tells what is paid.',
  params: Type.Object({ organisationId: Id }, { additionalProperties: false }),
  query: ProductQuery,
  answers: { 200: ProductWindow },
  problems: ['KONTOR_BILLING_RIGHT_MISSING'],
});

/** Products, for reading. */
export function productRoutes(app: App, parts: AppParts): void {
  app.get('/v1/organisations/:organisationId/products', list, async (request) =>
    await actIn(parts, request, { feature: 'products:read', billing: true }, (act) => listProducts(act, request.query)));
}
