import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MemoryClient } from '../../../shared/client/memory/memory-client.ts';
import type { Cart, CatalogueItem, Order } from '../../../shared/contract/order.ts';
import type { Session } from '../../../shared/contract/session.ts';
import { organisationRows, sessionIn } from '../../support/organisation-rows.ts';
import { definitionsOf } from '../../support/promo-definitions.ts';

const ALL: Session['features'] = ['prepaid:read', 'prepaid:top-up', 'orders:write', 'orders:place'];
const item: CatalogueItem = { id: '01900000-0000-7000-8000-0000000000aa', kind: 'kdrive', name: 'kDrive', periodMonths: 12, net: { amount: 10_000, currency: 'CHF' } };
const CART: Cart = { items: [{ item: item.id, quantity: 1 }], paymentMethod: 'prepaid', codes: ['tenth'] };

function client(features = ALL, row = organisationRows(['Here'])[0]): MemoryClient {
  assert.ok(row);
  const promoCodes = [...definitionsOf({ code: 'TENTH', maxUses: 1 }).values()];
  return new MemoryClient({ session: sessionIn(row, features), orders: { catalogue: [item], vatBasisPoints: 810, promoCodes, carts: [CART] } });
}

const seen = ({ revision, currency, totals }: Order) => ({ revision, gross: { amount: totals.gross, currency } });
const refused = (code: string) => ({ code });

describe('orders in memory', () => {
  test('are placed once, at the price that was seen, out of the prepaid account', async () => {
    const memory = client();
    const [order] = (await memory.orders({})).rows;
    assert.ok(order);
    assert.equal(order.totals.gross, 9_729);
    const place = (key: string) => memory.placeOrder(order.id, seen(order), { idempotencyKey: key });
    await assert.rejects(place('one'), refused('KONTOR_BALANCE_NOT_COVERED'));
    await memory.topUp({ amount: { amount: 10_000, currency: 'CHF' }, card: 'approved' }, { idempotencyKey: 'top-up' });
    const placed = await place('one');
    assert.deepEqual([placed.state, (await memory.prepaidBalance()).available.amount], ['paid', 271]);
    assert.deepEqual(await place('one'), placed);
    assert.deepEqual(await memory.order(order.id), placed);
    await assert.rejects(place('two'), refused('KONTOR_ORDER_CLOSED'));
    assert.equal((await memory.checkPromoCode('TENTH')).reason, 'used-up');
  });

  test('are changed on the revision that was seen; a trial changes nothing', async () => {
    const memory = client();
    const order = await memory.createOrder({ ...CART, paymentMethod: null });
    assert.equal(order.codes[0]?.reason, 'payment-method-missing');
    await assert.rejects(memory.placeOrder(order.id, seen(order), { idempotencyKey: 'k' }), refused('KONTOR_PAYMENT_METHOD_MISSING'));
    const quote = await memory.tryCart({ ...CART, paymentMethod: 'bank-transfer' });
    assert.deepEqual(await memory.order(order.id), order);
    const changed = await memory.changeOrder(order.id, { ...CART, paymentMethod: 'bank-transfer', revision: 1 });
    assert.deepEqual([changed.revision, changed.totals], [2, quote.totals]);
    await assert.rejects(memory.changeOrder(order.id, { ...CART, revision: 1 }), refused('KONTOR_CONFLICT'));
    await assert.rejects(memory.placeOrder(order.id, { ...seen(changed), gross: { amount: 1, currency: 'CHF' } }, { idempotencyKey: 'k' }), refused('KONTOR_ORDER_TOTAL_CHANGED'));
    assert.equal((await memory.placeOrder(order.id, seen(changed), { idempotencyKey: 'k' })).state, 'placed');
  });

  test('keep to features and rights', async () => {
    await assert.rejects(client(['prepaid:read']).catalogue(), refused('KONTOR_FEATURE_MISSING'));
    const writer = client(['orders:write']);
    const order = await writer.createOrder(CART);
    await assert.rejects(writer.placeOrder(order.id, seen(order), { idempotencyKey: 'k' }), refused('KONTOR_FEATURE_MISSING'));
    const [row] = organisationRows(['Here'], () => ({ role: 'member', billingRight: false }));
    await assert.rejects(client(ALL, row).tryCart(CART), refused('KONTOR_BILLING_RIGHT_MISSING'));
  });
});
