import assert from 'node:assert/strict';
import fc from 'fast-check';
import { chargeBack } from '../../../server/domain/prepaid/charge-back.ts';
import { settleTopUp } from '../../../server/domain/prepaid/settle-top-up.ts';
import { MoneyCustomer } from './money-customer.ts';
import type { Told } from './money-customer.ts';
import type { ModelOrder, MoneyModel } from './money-model.ts';

type Command = fc.AsyncCommand<MoneyModel, MoneyCustomer, true>;
type Card = 'approved' | 'declined' | 'late' | 'charged-back';

/** One act of the customer, described for the report of a failure. */
function command(name: string, run: Command['run'], check: (model: Readonly<MoneyModel>) => boolean = () => true): Command {
  return { check: async (model) => check(model), run: async (model, real) => (await run(model, real), await real.agree(model)), toString: () => name };
}

/** Whether a key answers for what it was used for; `undefined` where it is new. */
function remembered(model: MoneyModel, key: string, act: 'top-up' | 'place', body: object, told: Told): boolean | undefined {
  const use = model.keys.get(key);
  if (!use) return undefined;
  if (use.act === act && use.body === JSON.stringify(body)) assert.deepEqual([told.replayed, told.text], [true, use.answer]);
  else assert.deepEqual([told.status, told.body.code], [422, 'KONTOR_IDEMPOTENCY_KEY_REUSED']);
  return true;
}

function topUp(amount: number, card: Card, currency: string, keyNumber: number, times: number): Command {
  const body = { amount: { amount, currency }, card };
  return command(`top up ${amount} ${currency} ${card} key ${keyNumber} x${times}`, async (model, real) => {
    const key = MoneyCustomer.key(keyNumber);
    const [told, ...more] = await Promise.all(Array.from({ length: times }, () => real.ask('POST', 'prepaid/top-ups', body, key)));
    assert.ok(told);
    assert.deepEqual(more.map(({ text }) => (JSON.parse(text) as { id?: string }).id), more.map(() => told.body.id), 'one key, two answers');
    if (remembered(model, key, 'top-up', body, told)) return;
    const refusal = amount < 500 || amount > 1_000_000 ? 'KONTOR_AMOUNT_OUT_OF_RANGE' : currency === 'CHF' ? undefined : 'KONTOR_CURRENCY_MISMATCH';
    assert.deepEqual([told.status, told.body.code], refusal === undefined ? [201, undefined] : [422, refusal], told.text);
    if (refusal !== undefined) return;
    const state = card === 'late' ? 'pending' : card === 'declined' ? 'declined' : 'settled';
    model.keys.set(key, { act: 'top-up', body: JSON.stringify(body), answer: told.text });
    model.topUps.push({ id: told.body.id, amount, state });
    if (state === 'settled') model.arrive(amount);
  });
}

/** News that comes twice, or to a top-up in another state, changes nothing. */
function news(kind: 'settle' | 'charge back', pick: number): Command {
  return command(`${kind} ${pick}`, async (model, { fixture, organisation }) => {
    const one = model.topUps[pick % model.topUps.length];
    assert.ok(one);
    await fixture.database.transaction({ organisations: [organisation] }, (tx) =>
      (kind === 'settle' ? settleTopUp : chargeBack)(tx, organisation, one.id, fixture.clock.now()));
    if (kind === 'settle' && one.state === 'pending') {
      one.state = 'settled';
      model.arrive(one.amount);
    } else if (kind === 'charge back' && one.state === 'settled') {
      one.state = 'charged-back';
      model.takeBack(one.amount);
    }
  }, (model) => model.topUps.length > 0);
}

interface CartPick {
  readonly item: 'hosting' | 'domain' | 'letter';
  readonly quantity: number;
  readonly method: ModelOrder['method'];
  readonly codes: readonly number[];
}

function cartOf({ item, quantity, method, codes }: CartPick, real: MoneyCustomer): object {
  return { items: [{ item: real.shop.item[item], quantity }], paymentMethod: method, codes: codes.map((code) => real.codes[code]) };
}

function open(pick: CartPick): Command {
  return command(`open ${JSON.stringify(pick)}`, async (model, real) => {
    const { status, body } = await real.ask('POST', 'orders', cartOf(pick, real));
    assert.equal(status, 201);
    model.orders.push({ id: body.id, revision: 1, state: 'open', method: pick.method });
  });
}

function change(at: number, pick: CartPick, stale: boolean): Command {
  return command(`change ${at}${stale ? ' stale' : ''} ${JSON.stringify(pick)}`, async (model, real) => {
    const order = orderAt(model, at);
    const told = await real.ask('PUT', `orders/${order.id}`, { ...cartOf(pick, real), revision: order.revision + (stale ? 1 : 0) });
    const code = order.state === 'open' ? (stale ? 'KONTOR_CONFLICT' : undefined) : 'KONTOR_ORDER_CLOSED';
    assert.equal(told.body.code, code, told.text);
    if (code === undefined) Object.assign(order, { revision: order.revision + 1, method: pick.method });
  }, (model) => model.orders.length > 0);
}

interface Placing {
  readonly at: number;
  readonly keyNumber: number;
  /** Added to the gross amount that was seen. */
  readonly less: number;
  readonly stale: boolean;
  /** How often it is sent at once, each time with the same key. */
  readonly times: number;
}

function place({ at, keyNumber, less, stale, times }: Placing): Command {
  return command(`place ${JSON.stringify({ at, keyNumber, less, stale, times })}`, async (model, real) => {
    const order = orderAt(model, at);
    const key = MoneyCustomer.key(keyNumber);
    const gross = (await real.ask('GET', `orders/${order.id}`)).body.totals.gross;
    const seen = { revision: order.revision + (stale ? 1 : 0), gross: gross + less };
    const body = { revision: seen.revision, gross: { amount: seen.gross, currency: 'CHF' } };
    const [told, ...more] = await Promise.all(Array.from({ length: times }, () => real.ask('POST', `orders/${order.id}/placement`, body, key)));
    assert.ok(told);
    for (const { body: again } of more) assert.deepEqual([again.id, again.state], [told.body.id, told.body.state], 'one key, two answers');
    if (remembered(model, key, 'place', { id: order.id, ...body }, told)) return;
    const refusal = model.refusal(order, seen, gross);
    assert.equal(told.body.code, refusal, told.text);
    if (refusal !== undefined) return;
    order.state = gross === 0 || order.method !== 'bank-transfer' ? 'paid' : 'placed';
    assert.equal(told.body.state, order.state);
    order.revision = told.body.revision;
    if (order.method === 'prepaid') model.available -= gross;
    model.keys.set(key, { act: 'place', body: JSON.stringify({ id: order.id, ...body }), answer: told.text });
  }, (model) => model.orders.length > 0);
}

function orderAt(model: MoneyModel, at: number): ModelOrder {
  return model.orders[at % model.orders.length] ?? assert.fail('no order');
}

/** Mostly new ones, 0. */
const keyNumber = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) });
const at = fc.nat({ max: 5 });
const times = fc.constantFrom(1, 1, 1, 3);
const amount = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(499, 500, 1_000_000, 1_000_001, 0, -500, Number.MAX_SAFE_INTEGER) },
  // About what an order costs, so that money runs out and what was spent is taken back.
  { weight: 5, arbitrary: fc.integer({ min: 500, max: 20_000 }) },
);
const cart: fc.Arbitrary<CartPick> = fc.record({
  item: fc.constantFrom('hosting', 'domain', 'letter'), quantity: fc.integer({ min: 1, max: 3 }),
  method: fc.constantFrom('prepaid', 'prepaid', 'card', 'bank-transfer', null), codes: fc.uniqueArray(fc.nat({ max: 2 }), { maxLength: 2 }),
});

/** What every sequence begins with, so that there is something to pay and to pay with. */
export const BEGINNING: readonly Command[] = [
  topUp(20_000, 'approved', 'CHF', 0, 1),
  ...(['hosting', 'domain', 'letter'] as const).map((item) => open({ item, quantity: 1, method: 'prepaid', codes: [] })),
];

/** Sequences of what a customer does with money, sound and unsound, new and repeated. */
export const moneyCommands: fc.Arbitrary<Iterable<Command>> = fc.commands(
  [
    fc.tuple(amount, fc.constantFrom<Card>('approved', 'approved', 'declined', 'late', 'charged-back'), fc.constantFrom('CHF', 'CHF', 'CHF', 'EUR'), keyNumber, times).map((parts) => topUp(...parts)),
    ...Array.from({ length: 2 }, () => fc.tuple(fc.constantFrom('settle' as const, 'charge back' as const, 'charge back' as const), at).map((parts) => news(...parts))),
    cart.map(open),
    fc.tuple(at, cart, fc.boolean()).map((parts) => change(...parts)),
    ...Array.from({ length: 2 }, () => fc.record({ at, keyNumber, less: fc.constantFrom(0, 0, 0, 0, -1, 1), stale: fc.constantFrom(false, false, false, true), times }).map(place)),
  ],
  { maxCommands: 30, size: 'max' },
);
