import { Type } from 'typebox';
import { Cart, Order, OrderChange, OrderQuery, OrderQuote, OrderWindow, Placement } from '../../shared/contract/order.ts';
import { Id } from '../../shared/contract/value.ts';
import { once } from '../domain/idempotency.ts';
import { changeOrder } from '../domain/orders/change-order.ts';
import { createOrder } from '../domain/orders/create-order.ts';
import { listOrders } from '../domain/orders/list-orders.ts';
import { placeOrder } from '../domain/orders/place-order.ts';
import { priceCart } from '../domain/orders/price-carts.ts';
import { readOrder } from '../domain/orders/read-order.ts';
import { actIn } from '../http/act.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { declare } from '../http/declare.ts';

const BASE = '/v1/organisations/:organisationId/orders';
const tag = 'Orders';
const InOrganisation = Type.Object({ organisationId: Id });
const OneOrder = Type.Object({ organisationId: Id, orderId: Id });
const write = { feature: 'orders:write', billing: true } as const;
const place = { feature: 'orders:place', billing: true, money: true } as const;

/** Orders of an organisation: carts with promo codes, until they are placed. */
export function orderRoutes(app: App, parts: AppParts): void {
  readRoutes(app, parts);
  cartRoutes(app, parts);
  placementRoute(app, parts);
}

function readRoutes(app: App, parts: AppParts): void {
  app.get(BASE, declare({
    summary: 'Orders, newest first; open ones at what they cost now', tag, access: 'session',
    params: InOrganisation,
    query: OrderQuery,
    answers: { 200: OrderWindow },
    problems: ['KONTOR_BILLING_RIGHT_MISSING'],
  }), (request) => actIn(parts, request, write, (act) => listOrders(act, request.query)));

  app.get(`${BASE}/:orderId`, declare({
    summary: 'One order', tag, access: 'session',
    params: OneOrder,
    answers: { 200: Order },
    problems: ['KONTOR_BILLING_RIGHT_MISSING'],
  }), (request) => actIn(parts, request, write, (act) => readOrder(act, request.params.orderId)));
}

function cartRoutes(app: App, parts: AppParts): void {
  app.post(BASE, declare({
    summary: 'Open an order', tag, access: 'session', limit: 'codes',
    params: InOrganisation,
    body: Cart,
    answers: { 201: Order },
    problems: ['KONTOR_BILLING_RIGHT_MISSING', 'KONTOR_CATALOGUE_ITEM_UNKNOWN'],
  }), async (request, reply) => reply.code(201).send(await actIn(parts, request, write, (act) => createOrder(act, request.body))));

  app.put(`${BASE}/:orderId`, declare({
    summary: 'Change an open order', tag, access: 'session', limit: 'codes',
    description: 'The whole cart, with the revision that the change was made on.',
    params: OneOrder,
    body: OrderChange,
    answers: { 200: Order },
    problems: ['KONTOR_BILLING_RIGHT_MISSING', 'KONTOR_CATALOGUE_ITEM_UNKNOWN', 'KONTOR_CONFLICT', 'KONTOR_ORDER_CLOSED'],
  }), (request) => actIn(parts, request, write, (act) => changeOrder(act, request.params.orderId, request.body)));

  app.post(`${BASE}/trial`, declare({
    summary: 'What a cart would cost', tag, access: 'session', limit: 'codes',
    description: 'Nothing is kept and no code is used.',
    params: InOrganisation,
    body: Cart,
    answers: { 200: OrderQuote },
    problems: ['KONTOR_BILLING_RIGHT_MISSING', 'KONTOR_CATALOGUE_ITEM_UNKNOWN'],
  }), (request) => actIn(parts, request, write, (act) => priceCart(act, request.body)));
}

/** The one route here that moves money. */
function placementRoute(app: App, parts: AppParts): void {
  const declared = declare({
    summary: 'Place an order', tag, access: 'session',
    description: 'At the gross amount that was seen, or not at all. From the prepaid account or with the test card it is paid at once; ' +
      'by bank transfer a pro forma waits for the money. The same Idempotency-Key with the same body is answered as the first time, ' +
      'with the header Idempotency-Replayed.',
    params: OneOrder,
    body: Placement,
    answers: { 200: Order },
    problems: [
      'KONTOR_IDEMPOTENCY_KEY_MISSING', 'KONTOR_IDEMPOTENCY_KEY_REUSED', 'KONTOR_BILLING_RIGHT_MISSING', 'KONTOR_CONFLICT',
      'KONTOR_ORDER_CLOSED', 'KONTOR_ORDER_TOTAL_CHANGED', 'KONTOR_BALANCE_NOT_COVERED', 'KONTOR_PAYMENT_METHOD_MISSING',
      'KONTOR_CATALOGUE_ITEM_UNKNOWN',
    ],
  });
  const headers = Type.Object({
    'idempotency-key': Type.Optional(Type.String({ description: 'Required: 1 to 200 visible ASCII characters, new for each placement.' })),
  });
  app.post(`${BASE}/:orderId/placement`, { ...declared, schema: { ...declared.schema, headers } }, async (request, reply) => {
    const { body, params: { orderId: id }, headers: { 'idempotency-key': key } } = request;
    const { answer, replayed } = await actIn(parts, request, place, (act) =>
      once(act, { key, name: 'order.place', body: { id, ...body } }, () => placeOrder(act, id, body)));
    if (replayed) reply.header('idempotency-replayed', 'true');
    return await reply.send(answer);
  });
}
