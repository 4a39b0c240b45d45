import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { readEInvoice } from '../../../server/documents/read-e-invoice.ts';
import { readInvoice } from '../../../server/domain/invoices/read-invoice.ts';
import { xmlFile } from '../../../server/domain/invoices/xml-file.ts';
import { listOrders } from '../../../server/domain/orders/list-orders.ts';
import { listMovements } from '../../../server/domain/prepaid/list-movements.ts';
import { listProducts } from '../../../server/domain/products/list-products.ts';
import { checkInvariants } from '../../../server/ledger/check-invariants.ts';
import type { Database } from '../../../server/storage/database.ts';
import type { Cart } from '../../../shared/contract/order.ts';
import { SetClock } from '../set-clock.ts';
import { Customer } from './customer.ts';
import type { Shop } from './make-shop.ts';

/** What orders do on any engine. */
export function orderSuite(open: () => Promise<{ database: Database; shop: Shop }>): void {
  const clock = new SetClock();
  let database: Database;
  let shop: Shop;
  before(async () => {
    ({ database, shop } = await open());
  });
  const customer = (currency?: string): Promise<Customer> => Customer.of(database, clock, currency);
  const cart = (more: Partial<Cart> = {}): Cart =>
    ({ items: [{ item: shop.item.hosting, quantity: 1 }, { item: shop.item.domain, quantity: 2 }], paymentMethod: 'card', codes: [], ...more });

  test('an order is what was put in, at the price of now, and read again the same', async () => {
    const one = await customer();
    const code = await shop.code({ percent: 50, product_kinds: ['domain-name'] });
    const order = await one.create(cart({ codes: [code.toLowerCase()] }));
    assert.deepEqual(order.items.map(({ name, quantity, net, discount }) => [name, quantity, net, discount]), [['hosting', 1, 11_880, 0], ['domain', 2, 2_900, 1_450]]);
    assert.deepEqual(order.totals, { list: 14_780, discount: 1_450, net: 13_330, vatBasisPoints: 810, vat: 1_080, gross: 14_410 });
    assert.deepEqual([order.state, order.revision, order.invoice, order.codes[0]?.code], ['open', 1, null, code]);
    assert.deepEqual(await one.read(order.id), order);
    await database.asOwner((tx) => tx.query('update promo_code set active = false where code = $1', [code]));
    assert.equal((await one.read(order.id)).codes[0]?.reason, 'withdrawn');
  });

  test('a change is made on the revision that was seen, or not at all', async () => {
    const one = await customer();
    const order = await one.create(cart());
    const changed = await one.change(order.id, { ...cart({ paymentMethod: 'prepaid' }), revision: 1 });
    assert.deepEqual([changed.revision, changed.paymentMethod], [2, 'prepaid']);
    await assert.rejects(one.change(order.id, { ...cart(), revision: 1 }), { code: 'KONTOR_CONFLICT' });
    await assert.rejects(one.place(order), { code: 'KONTOR_CONFLICT' });
    assert.deepEqual(await one.read(order.id), changed);
  });

  test('a trial costs the same as the order and leaves nothing', async () => {
    const one = await customer();
    const code = await shop.code({ max_uses: 1 });
    const wish = cart({ codes: [code] });
    const quote = await one.try(wish);
    const order = await one.create(wish);
    assert.deepEqual({ ...order, ...quote }, order);
    assert.equal(await shop.used(code), 0);
    assert.equal((await one.act((act) => listOrders(act, {}))).count, 1);
  });

  test('the newest order comes first, filtered by state', async () => {
    const one = await customer();
    const ids = [await one.create(cart()), await one.create(cart())].map(({ id }) => id);
    const paid = await one.create(cart());
    await one.place(paid);
    const list = async (query = {}) => (await one.act((act) => listOrders(act, query))).rows.map(({ id }) => id);
    assert.deepEqual(await list(), [paid.id, ids[1], ids[0]]);
    assert.deepEqual(await list({ state: 'open', limit: 1, offset: 1 }), [ids[0]]);
    assert.deepEqual(await list({ state: 'paid' }), [paid.id]);
  });

  test('the test card pays: money in and out, a final invoice with its e-invoice, products, the code used', async () => {
    const one = await customer();
    const code = await shop.code({ max_uses: 1 });
    const { answer } = await one.place(await one.create(cart({ codes: [code] })));
    assert.equal(answer.state, 'paid');
    assert.deepEqual(await one.read(answer.id), answer);
    const invoice = await one.act((act) => readInvoice(act, answer.invoice ?? ''));
    assert.deepEqual([invoice.row.status, invoice.row.total.amount, invoice.row.payable.amount], ['paid', answer.totals.gross, 0]);
    assert.deepEqual(invoice.lines.map(({ name, quantity, net }) => [name, quantity, net]),
      [['hosting', '1', 11_880], ['domain', '2', 2_900], [`Promo code ${code}`, '-1', -1_478]]);
    assert.deepEqual(invoice.chain.map(({ step }) => step), ['payment', 'final']);
    const read = readEInvoice((await xmlFile(invoice)).bytes);
    assert.deepEqual([read.number, read.gross, read.payable], [invoice.row.number, answer.totals.gross, 0]);
    const { rows } = await one.act((act) => listMovements(act, {}));
    assert.deepEqual(rows.map(({ cause, amount, document }) => [cause, amount.amount, document]),
      [['payment', -answer.totals.gross, answer.invoice], ['top-up', answer.totals.gross, answer.invoice]]);
    const products = await one.act((act) => listProducts(act, { offset: 0, limit: 10 }));
    assert.deepEqual(products.rows.map(({ name, startedOn, renewsOn }) => [name, startedOn, renewsOn]).sort(),
      [['domain', '2026-03-02', '2027-03-02'], ['domain', '2026-03-02', '2027-03-02'], ['hosting', '2026-03-02', '2027-03-02']]);
    assert.equal(await shop.used(code), 1);
    assert.equal((await one.try(cart({ codes: [code] }))).codes[0]?.reason, 'used-up');
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('the prepaid account pays what it holds, or nothing happens', async () => {
    const one = await customer();
    const code = await shop.code({ max_uses: 1 });
    const order = await one.create(cart({ paymentMethod: 'prepaid', codes: [code] }));
    const { gross } = order.totals;
    await shop.fund(one.made, gross - 1);
    await assert.rejects(one.place(order, 'one'), { code: 'KONTOR_BALANCE_NOT_COVERED' });
    assert.deepEqual([await shop.used(code), await one.count('invoice'), await one.count('product'), await one.available()], [0, 0, 0, gross - 1]);
    await shop.fund(one.made, 1);
    assert.equal((await one.place(order, 'one')).answer.state, 'paid');
    assert.deepEqual([await shop.used(code), await one.available()], [1, 0]);
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('by bank transfer a pro forma waits thirty days; nothing moves and nothing runs yet', async () => {
    const one = await customer();
    const { answer } = await one.place(await one.create(cart({ paymentMethod: 'bank-transfer' })));
    assert.equal(answer.state, 'placed');
    const { row, payTo, chain } = await one.act((act) => readInvoice(act, answer.invoice ?? ''));
    assert.deepEqual([row.status, row.number, row.dueOn, row.payable.amount], ['pro-forma', null, '2026-04-01', answer.totals.gross]);
    assert.match(row.proFormaNumber ?? '', /^PF-2026-\d{6}$/);
    assert.ok(payTo?.reference);
    assert.deepEqual(chain.map(({ step }) => step), ['pro-forma']);
    assert.deepEqual([await one.count('product'), await one.count('ledger_transfer')], [0, 0]);
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('what codes pay in full is paid, by whatever method', async () => {
    const one = await customer();
    const code = await shop.code({ percent: 100 });
    const { answer } = await one.place(await one.create(cart({ paymentMethod: 'bank-transfer', codes: [code] })));
    assert.deepEqual([answer.state, answer.totals.gross, await one.count('ledger_transfer')], ['paid', 0, 0]);
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('final numbers of one series follow each other, refused placements between them', async () => {
    const numbers: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      const one = await customer();
      const poor = await one.create(cart({ paymentMethod: 'prepaid' }));
      await assert.rejects(one.place(poor), { code: 'KONTOR_BALANCE_NOT_COVERED' });
      const { answer } = await one.place(await one.create(cart()));
      numbers.push((await one.act((act) => readInvoice(act, answer.invoice ?? ''))).row.number ?? '');
    }
    const [first = 0, ...rest] = numbers.map((number) => Number(number.replace('2026-', '')));
    assert.deepEqual(rest, [first + 1, first + 2]);
  });

  test('placement is refused, with nothing changed, where the price, the order or the method is not what it was', async () => {
    const one = await customer();
    const code = await shop.code();
    const order = await one.create(cart({ codes: [code] }));
    await assert.rejects(one.place({ ...order, totals: { ...order.totals, gross: order.totals.gross - 1 } }), { code: 'KONTOR_ORDER_TOTAL_CHANGED' });
    await assert.rejects(one.place({ ...order, currency: 'EUR' }), { code: 'KONTOR_ORDER_TOTAL_CHANGED' });
    await database.asOwner((tx) => tx.query('update promo_code set percent = 9 where code = $1', [code]));
    await assert.rejects(one.place(order), { code: 'KONTOR_ORDER_TOTAL_CHANGED' });
    const open = await one.create(cart({ paymentMethod: null }));
    await assert.rejects(one.place(open), { code: 'KONTOR_PAYMENT_METHOD_MISSING' });
    assert.deepEqual([await one.count('invoice'), await one.count('idempotency_key'), await shop.used(code)], [0, 0, 0]);
    await one.place(await one.read(order.id));
    await assert.rejects(one.place(order), { code: 'KONTOR_ORDER_CLOSED' });
    await assert.rejects(one.change(order.id, { ...cart(), revision: 2 }), { code: 'KONTOR_ORDER_CLOSED' });
  });

  test('an order of another organisation is none, whatever is done to it', async () => {
    const [one, other] = [await customer(), await customer()];
    const order = await other.create(cart());
    for (const id of [order.id, uuid()]) {
      await assert.rejects(one.read(id), { code: 'KONTOR_NOT_FOUND' });
      await assert.rejects(one.change(id, { ...cart(), revision: 1 }), { code: 'KONTOR_NOT_FOUND' });
      await assert.rejects(one.place({ ...order, id }), { code: 'KONTOR_NOT_FOUND' });
    }
    assert.equal((await one.act((act) => listOrders({ ...act, organisation: other.made.organisation }, {}))).count, 0);
    assert.deepEqual(await other.read(order.id), order);
  });

  test('what is not in the catalogue of the currency cannot be ordered', async () => {
    const one = await customer('USD');
    await assert.rejects(one.create(cart()), { code: 'KONTOR_CATALOGUE_ITEM_UNKNOWN' });
    await assert.rejects((await customer()).try(cart({ items: [{ item: uuid(), quantity: 1 }] })), { code: 'KONTOR_CATALOGUE_ITEM_UNKNOWN' });
  });
}
