import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { MemoryClient } from '../../shared/client/memory/memory-client.ts';
import type { Cart, Order, OrderQuote } from '../../shared/contract/order.ts';
import { PromoReason } from '../../shared/contract/promo-code.ts';
import type { PromoDefinition } from '../../shared/domain/promo-definition.ts';
import { checkInvariants } from '../../server/ledger/check-invariants.ts';
import type { Parameter } from '../../server/storage/database.ts';
import { ClientFixture } from '../support/client-fixture.ts';
import { ORIGIN } from '../support/fixture.ts';
import { makeShop } from '../support/orders/make-shop.ts';
import { promoDefinition } from '../support/promo-definitions.ts';

const fixture = await ClientFixture.start();
const { gateway } = fixture;
const shop = await makeShop(gateway.database);
const features = ['orders:write', 'orders:place', 'prepaid:read', 'invoices:read', 'products:read'] as const;
const CART: Cart = { items: [{ item: shop.item.hosting, quantity: 1 }], paymentMethod: 'card', codes: [] };

/** An owner with the portal's page open. */
async function customer(asked: readonly string[] = features) {
  const visitor = await fixture.visitor();
  visitor.request['features'] = asked;
  const client = await visitor.connect();
  const { token } = visitor.minted[0] ?? assert.fail('no session');
  const path = `/v1/organisations/${visitor.organisation}`;
  const ask = async (method: 'GET' | 'POST' | 'PUT', rest: string, payload?: unknown, more: Record<string, string> = {}) => {
    const headers = { authorization: `Bearer ${token}`, origin: ORIGIN, 'content-type': 'application/json', ...more };
    const answer = await gateway.app.inject({ method, url: `${path}${rest}`, headers, ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }) });
    return { status: answer.statusCode, headers: answer.headers, body: answer.json<Order & OrderQuote & { code?: string }>() };
  };
  return { visitor, client, ask };
}

const seen = ({ revision, currency, totals }: Order) => ({ revision, gross: { amount: totals.gross, currency } });

describe('orders over HTTP', () => {
  test('each of the closed reasons is told once', async () => {
    const { visitor, client } = await customer();
    const elsewhere = await visitor.another('Elsewhere');
    const used = await shop.code();
    await client.placeOrder(...await placing(client, { ...CART, codes: [used] }));
    const code = (columns: Record<string, Parameter>) => shop.code(columns);
    const fine = await code({});
    const cases: Record<string, { codes: readonly string[]; paymentMethod?: null }> = {
      malformed: { codes: ['%'] },
      unknown: { codes: ['NOBODY-MADE-IT'] },
      withdrawn: { codes: [await code({ active: false })] },
      'not-yet-valid': { codes: [await code({ starts_on: '2026-03-03' })] },
      expired: { codes: [await code({ expires_on: '2026-03-01' })] },
      'used-up': { codes: [await code({ max_uses: 2, used: 2 })] },
      'already-used': { codes: [used] },
      'other-organisation': { codes: [await code({ organisation_id: elsewhere })] },
      'other-currency': { codes: [await code({ amount: 100, currency: 'EUR' })] },
      'new-customers-only': { codes: [await code({ new_customers_only: true })] },
      'entered-twice': { codes: [fine, fine.toLowerCase()] },
      'too-many-codes': { codes: await Promise.all(Array.from({ length: 11 }, () => code({ percent: 1 }))) },
      'payment-method-missing': { codes: [fine], paymentMethod: null },
      'payment-method': { codes: [await code({ payment_methods: ['prepaid'] })] },
      'product-missing': { codes: [await code({ product_kinds: ['newsletter'] })] },
      'least-amount': { codes: [await code({ least_amount: 11_881 })] },
      'not-with-others': { codes: [fine, await code({ stackable: false })] },
      'nothing-left': { codes: [await code({ percent: 100 }), fine] },
    };
    assert.deepEqual(Object.keys(cases), [...PromoReason.enum]);
    for (const [reason, more] of Object.entries(cases)) {
      const { codes } = await client.tryCart({ ...CART, ...more, codes: [...more.codes] });
      assert.equal(codes.at(-1)?.reason, reason);
    }
    assert.deepEqual(await client.checkPromoCode(` ${fine.toLowerCase()} `), { code: fine, reason: null, offer: (await client.tryCart({ ...CART, codes: [fine] })).codes[0]?.offer });
  });

  test('a code of an organisation that the person or the partner has no way to is unknown', async () => {
    const { visitor, client } = await customer();
    const stranger = await gateway.organisation('Stranger');
    const ungranted = await gateway.organisation('Without the partner');
    await gateway.member(ungranted, visitor.account);
    const codes = await Promise.all([stranger, ungranted].map((organisation) => shop.code({ organisation_id: organisation, active: false })));
    for (const code of codes) assert.deepEqual(await client.checkPromoCode(code), { code, reason: 'unknown', offer: null });
  });

  test('a placement repeated with its key is answered the same, and marked', async () => {
    const { client, ask } = await customer();
    const order = await client.createOrder(CART);
    const place = () => ask('POST', `/orders/${order.id}/placement`, seen(order), { 'idempotency-key': 'one' });
    const [first, again] = [await place(), await place()];
    assert.deepEqual([first.status, again.status, again.headers['idempotency-replayed']], [200, 200, 'true']);
    assert.deepEqual(again.body, first.body);
    assert.equal((await client.invoice(first.body.invoice ?? '')).row.status, 'paid');
    const other = await client.createOrder(CART);
    const reused = await ask('POST', `/orders/${other.id}/placement`, seen(other), { 'idempotency-key': 'one' });
    assert.equal(reused.body.code, 'KONTOR_IDEMPOTENCY_KEY_REUSED');
    assert.equal((await ask('POST', `/orders/${other.id}/placement`, seen(other))).body.code, 'KONTOR_IDEMPOTENCY_KEY_MISSING');
    assert.deepEqual(await checkInvariants(gateway.database), []);
  });

  test('hostile bodies are refused before anything is done', async () => {
    const { client, ask } = await customer();
    const items = (value: unknown) => ({ ...CART, items: value });
    const item = shop.item.hosting;
    const hostile: unknown[] = [
      null, [], 'cart', {}, { ...CART, admin: true }, { ...CART, totals: { gross: 0 } }, { ...CART, paymentMethod: 'free' }, { ...CART, paymentMethod: undefined },
      items([]), items([{ item, quantity: 0 }]), items([{ item, quantity: -1 }]), items([{ item, quantity: 1.5 }]), items([{ item, quantity: '1' }]),
      items([{ item, quantity: true }]), items([{ item, quantity: 101 }]), items([{ item, quantity: 1, net: 0 }]), items([{ item: 'x', quantity: 1 }]),
      items(Array.from({ length: 51 }, () => ({ item, quantity: 1 }))), { ...CART, codes: ['x'.repeat(101)] }, { ...CART, codes: [7] },
      { ...CART, codes: Array.from({ length: 31 }, () => 'CODE') },
    ];
    for (const body of hostile) {
      for (const path of ['/orders', '/orders/trial']) {
        const { status, body: { code } } = await ask('POST', path, body);
        assert.deepEqual([status, code], [400, 'KONTOR_REQUEST_INVALID'], JSON.stringify(body));
      }
    }
    const order = await client.createOrder(CART);
    for (const gross of [0, { amount: '1', currency: 'CHF' }, { amount: 1.5, currency: 'CHF' }, { amount: 1 }, null]) {
      const { status } = await ask('POST', `/orders/${order.id}/placement`, { revision: 1, gross }, { 'idempotency-key': uuid() });
      assert.equal(status, 400);
    }
    for (const text of ['\u0000', "'; drop table promo_code; --", '<b>', '🎟'.repeat(50), ' '.repeat(100)]) {
      assert.equal((await client.checkPromoCode(text)).reason, 'malformed');
    }
    assert.equal((await client.orders({})).count, 1);
  });

  test('a foreign order is answered as one that does not exist', async () => {
    const [one, other] = [await customer(), await customer()];
    const order = await other.client.createOrder(CART);
    for (const id of [order.id, uuid()]) {
      for (const answer of [
        await one.ask('GET', `/orders/${id}`), await one.ask('PUT', `/orders/${id}`, { ...CART, revision: 1 }),
        await one.ask('POST', `/orders/${id}/placement`, seen(order), { 'idempotency-key': uuid() }),
      ]) assert.deepEqual([answer.status, answer.body.code], [404, 'KONTOR_NOT_FOUND']);
    }
  });

  test('features, the billing right and limited access are held', async () => {
    const reader = await customer(['invoices:read']);
    for (const path of ['/catalogue', '/orders']) assert.equal((await reader.ask('GET', path)).body.code, 'KONTOR_FEATURE_MISSING');
    const writer = await customer(['orders:write']);
    const order = await writer.client.createOrder(CART);
    const place = { revision: 1, gross: seen(order).gross };
    assert.equal((await writer.ask('POST', `/orders/${order.id}/placement`, place, { 'idempotency-key': 'k' })).body.code, 'KONTOR_FEATURE_MISSING');
    const limited = await customer();
    const cart = await limited.client.createOrder(CART);
    await gateway.database.asOwner((tx) => tx.query(`update partner_grant set access = 'limited' where organisation_id = $1`, [limited.visitor.organisation]));
    assert.equal((await limited.ask('POST', `/orders/${cart.id}/placement`, seen(cart), { 'idempotency-key': 'k' })).body.code, 'KONTOR_FEATURE_MISSING');
    await gateway.database.asOwner((tx) =>
      tx.query(`update membership set role = 'member', billing_right = false where organisation_id = $1`, [limited.visitor.organisation]));
    for (const path of ['/catalogue', '/orders', `/orders/${cart.id}`]) assert.equal((await limited.ask('GET', path)).body.code, 'KONTOR_BILLING_RIGHT_MISSING');
  });

  test('the client in memory prices every cart as the gateway does', async () => {
    const { client } = await customer();
    const definitions: PromoDefinition[] = [];
    for (const { amount, percent, ...more } of [
      { percent: 15 }, { percent: 33, product_kinds: ['domain-name', 'newsletter'] }, { amount: 700 }, { amount: 50_000, product_kinds: ['newsletter'] },
      { percent: 20, stackable: false }, { percent: 5, payment_methods: ['prepaid'] }, { percent: 12, least_amount: 20_000 },
    ] as { amount?: number; percent?: number; product_kinds?: string[]; stackable?: boolean; payment_methods?: 'prepaid'[]; least_amount?: number }[]) {
      const code = await shop.code({ ...more, ...(amount === undefined ? { percent: percent ?? 1 } : { amount, currency: 'CHF' }) });
      definitions.push(promoDefinition({
        code, percent: percent ?? null, amount: amount === undefined ? null : { amount, currency: 'CHF' }, stackable: more.stackable ?? true,
        productKinds: more.product_kinds ?? null, paymentMethods: more.payment_methods ?? null, leastAmount: more.least_amount ?? null,
      }));
    }
    const { items: catalogue } = await client.catalogue();
    const memory = new MemoryClient({ session: client.session, orders: { catalogue, vatBasisPoints: 810, promoCodes: definitions, newCustomer: true } });
    assert.deepEqual(await memory.catalogue(), await client.catalogue());
    const carts = fc.record({
      items: fc.array(fc.record({ item: fc.constantFrom(...catalogue.map(({ id }) => id)), quantity: fc.integer({ min: 1, max: 7 }) }), { minLength: 1, maxLength: 5 }),
      paymentMethod: fc.constantFrom('prepaid' as const, 'card' as const, null),
      codes: fc.array(fc.constantFrom(...definitions.map(({ code }) => code), 'nonsense'), { maxLength: 6 }),
    });
    await fc.assert(fc.asyncProperty(carts, async (cart) => assert.deepEqual(await memory.tryCart(cart), await client.tryCart(cart))), { numRuns: 60 });
  });
});

/** An order of a cart and what `placeOrder` takes for it. */
async function placing(client: Awaited<ReturnType<typeof customer>>['client'], cart: Cart) {
  const order = await client.createOrder(cart);
  return [order.id, seen(order), { idempotencyKey: uuid() }] as const;
}
