import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { systemClock } from '../../../server/clock.ts';
import { checkInvariants } from '../../../server/ledger/check-invariants.ts';
import type { Database } from '../../../server/storage/database.ts';
import type { Cart, Order } from '../../../shared/contract/order.ts';
import { Customer } from './customer.ts';
import type { Shop } from './make-shop.ts';

const CALLERS = 20;

/** What many callers at once may not break; only a server shows it. */
export function orderConcurrencySuite(open: () => Promise<{ database: Database; shop: Shop }>): void {
  let database: Database;
  let shop: Shop;
  before(async () => {
    ({ database, shop } = await open());
  });
  const customers = (count: number): Promise<Customer[]> =>
    Promise.all(Array.from({ length: count }, () => Customer.of(database, systemClock)));
  const cart = (codes: readonly string[], more: Partial<Cart> = {}): Cart =>
    ({ items: [{ item: shop.item.hosting, quantity: 1 }], paymentMethod: 'card', codes: [...codes], ...more });

  /** What became of each: its state, or the code it was refused with. Anything else is a fault. */
  async function outcomes(placed: readonly Promise<{ answer: Order }>[]): Promise<Record<string, number>> {
    const settled = await Promise.allSettled(placed);
    const names = settled.map((one) => (one.status === 'fulfilled' ? one.value.answer.state : String((one.reason as { code?: string }).code ?? one.reason)));
    return Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));
  }

  async function assertWholeOrNothing(all: readonly Customer[]): Promise<void> {
    for (const one of all) {
      const uses = await one.count('promo_use');
      const done = await Promise.all((['invoice', 'product', 'idempotency_key'] as const).map((table) => one.count(table)));
      assert.deepEqual(done, [uses, uses, uses]);
      assert.equal(await one.available(), 0);
    }
    assert.deepEqual(await checkInvariants(database), []);
  }

  for (const most of [1, 5]) {
    test(`a code with ${most} left is taken ${most} times by twenty organisations at once, and the others pay nothing`, async () => {
      const code = await shop.code({ max_uses: 10 + most, used: 10 });
      const all = await customers(CALLERS);
      const orders = await Promise.all(all.map((one) => one.create(cart([code]))));
      const result = await outcomes(all.map((one, n) => one.place(orders[n] as Order)));
      assert.deepEqual(result, { paid: most, KONTOR_ORDER_TOTAL_CHANGED: CALLERS - most });
      assert.equal(await shop.used(code), 10 + most);
      await assertWholeOrNothing(all);
    });
  }

  test('codes entered in opposite orders never wait for each other: no deadlock', async () => {
    const codes = await Promise.all(Array.from({ length: 4 }, (_, n) => shop.code({ max_uses: CALLERS, code: `CROSS-${n}` })));
    const all = await customers(CALLERS);
    const orders = await Promise.all(all.map((one, n) => one.create(cart(n % 2 === 0 ? codes : codes.toReversed()))));
    assert.deepEqual(await outcomes(all.map((one, n) => one.place(orders[n] as Order))), { paid: CALLERS });
    for (const code of codes) assert.equal(await shop.used(code), CALLERS);
    assert.deepEqual(all.map(({ tries }) => tries), all.map(() => 1));
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('one organisation uses a code once, however many of its orders are placed at once', async () => {
    const code = await shop.code();
    const [one] = (await customers(1)) as [Customer];
    const orders = await Promise.all(Array.from({ length: CALLERS }, () => one.create(cart([code]))));
    assert.deepEqual(await outcomes(orders.map((order) => one.place(order))), { paid: 1, KONTOR_ORDER_TOTAL_CHANGED: CALLERS - 1 });
    assert.equal(await shop.used(code), 1);
    await assertWholeOrNothing([one]);
  });

  test('twenty placements of one order at once: one is paid, and with one key all have its answer', async () => {
    const [one] = (await customers(1)) as [Customer];
    const first = await one.create(cart([]));
    assert.deepEqual(await outcomes(Array.from({ length: CALLERS }, () => one.place(first))), { paid: 1, KONTOR_ORDER_CLOSED: CALLERS - 1 });
    const second = await one.create(cart([]));
    const answers = await Promise.all(Array.from({ length: CALLERS }, () => one.place(second, 'same')));
    assert.equal(answers.filter(({ replayed }) => !replayed).length, 1);
    for (const { answer } of answers) assert.deepEqual(answer, answers[0]?.answer);
    assert.deepEqual([await one.count('invoice'), await one.count('product'), await one.count('ledger_transfer')], [2, 2, 4]);
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('a change and a placement at once: what is paid is what was agreed to', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [one] = (await customers(1)) as [Customer];
      const order = await one.create(cart([]));
      const dearer = { ...cart([], { items: [{ item: shop.item.hosting, quantity: 5 }] }), revision: 1 };
      const [changed, placed] = await Promise.allSettled([one.change(order.id, dearer), one.place(order)]);
      assert.notEqual(changed.status, placed.status);
      const now = await one.read(order.id);
      if (placed.status === 'fulfilled') assert.deepEqual([now.state, now.totals], ['paid', order.totals]);
      else assert.deepEqual([now.state, now.items[0]?.quantity, await one.count('ledger_transfer')], ['open', 5, 0]);
    }
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('many orders out of one prepaid account spend what it holds and no more; numbers have no gap', async () => {
    const [one] = (await customers(1)) as [Customer];
    const orders = await Promise.all(Array.from({ length: CALLERS }, () => one.create(cart([], { paymentMethod: 'prepaid' }))));
    await shop.fund(one.made, (orders[0]?.totals.gross ?? 0) * 7 + 1);
    assert.deepEqual(await outcomes(orders.map((order) => one.place(order))), { paid: 7, KONTOR_BALANCE_NOT_COVERED: CALLERS - 7 });
    assert.equal(await one.available(), 1);
    const [series] = await database.asOwner((tx) => tx.query<{ last: number; count: number }>(
      `select max(right(number, 6)::integer) as last, count(distinct number)::integer as count from invoice where number is not null`));
    assert.equal(series?.count, series?.last);
    assert.deepEqual(await checkInvariants(database), []);
  });
}
