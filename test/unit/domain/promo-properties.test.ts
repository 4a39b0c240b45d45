import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { OrderQuote } from '../../../shared/contract/order.ts';
import { applyPromoCodes, type PricedCart } from '../../../shared/domain/apply-promo-codes.ts';
import type { PromoDefinition } from '../../../shared/domain/promo-definition.ts';
import { vatOn } from '../../../shared/domain/vat.ts';
import { promoDefinition, PRICE_FACTS } from '../../support/promo-definitions.ts';

const KINDS = ['kdrive', 'domain-name', 'newsletter', 'cloud-vps'];
const NAMES = ['CODE-A', 'CODE-B', 'CODE-C', 'CODE-D', 'CODE-E', 'CODE-F'];
const CHF = (amount: number) => ({ amount, currency: 'CHF' });

const line = fc.record({
  item: fc.uuid(), name: fc.string(), kind: fc.constantFrom(...KINDS), periodMonths: fc.constant(12),
  unitNet: fc.nat({ max: 50_000 }), quantity: fc.integer({ min: 1, max: 5 }),
});
const offer = fc.oneof(
  fc.integer({ min: 1, max: 100 }).map((percent) => ({ percent, amount: null })),
  fc.integer({ min: 1, max: 60_000 }).map((amount) => ({ percent: null, amount: CHF(amount) })),
);
const conditions = fc.record({
  productKinds: fc.option(fc.subarray(KINDS, { minLength: 1 })),
  leastAmount: fc.option(fc.nat({ max: 100_000 })),
  stackable: fc.boolean(),
  paymentMethods: fc.option(fc.constantFrom(['prepaid' as const], ['card' as const])),
  active: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
});
const definitions = fc.tuple(...NAMES.map((code) => fc.tuple(offer, conditions).map(([what, when]) => promoDefinition({ code, ...what, ...when }))));
const lines = fc.array(line, { minLength: 1, maxLength: 6 });
const codes = fc.array(fc.constantFrom(...NAMES, 'UNKNOWN', 'x'), { maxLength: 8 });

const byCode = (all: readonly PromoDefinition[]) => new Map(all.map((code) => [code.code, code]));
const price = (all: readonly PromoDefinition[], cart: Partial<PricedCart>, limit = 3): OrderQuote =>
  applyPromoCodes({ lines: [], paymentMethod: 'prepaid', codes: [], ...cart }, byCode(all), PRICE_FACTS, limit);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('prices with promo codes', () => {
  test('add up: lines, codes and totals tell the same discount, and nothing is below zero', () => {
    fc.assert(
      fc.property(definitions, lines, codes, (all, items, entered) => {
        const quote = price(all, { lines: items, codes: entered });
        const { totals } = quote;
        assert.equal(totals.list, sum(quote.items.map((item) => item.quantity * item.unitNet)));
        assert.equal(totals.discount, sum(quote.items.map((item) => item.discount)));
        assert.equal(totals.discount, sum(quote.codes.map((code) => code.discount ?? 0)));
        assert.equal(totals.net, totals.list - totals.discount);
        assert.equal(totals.vat, vatOn(totals.net, 810));
        assert.equal(totals.gross, totals.net + totals.vat);
        for (const item of quote.items) assert.ok(item.discount >= 0 && item.discount <= item.net);
        for (const code of quote.codes) assert.ok((code.reason === null) === (code.discount !== null && code.discount > 0));
        assert.ok(quote.codes.filter((code) => code.reason === null).length <= 3);
      }),
    );
  });

  test('stay when a code that does not count is taken out', () => {
    fc.assert(
      fc.property(definitions, lines, codes, fc.nat(), (all, items, entered, pick) => {
        const quote = price(all, { lines: items, codes: entered });
        const refused = [...quote.codes.keys()].filter((at) => quote.codes[at]?.reason !== null);
        const out = refused[pick % Math.max(1, refused.length)];
        const less = price(all, { lines: items, codes: entered.filter((_, at) => at !== out) });
        assert.deepEqual([less.items, less.totals], [quote.items, quote.totals]);
        const counting = ({ codes: answered }: OrderQuote) => answered.filter((code) => code.reason === null);
        assert.deepEqual(counting(less), counting(quote));
      }),
    );
  });

  test('never rise with a code entered at the end, and the codes before it keep their worth', () => {
    fc.assert(
      fc.property(definitions, lines, codes, fc.constantFrom(...NAMES), (all, items, entered, last) => {
        const before = price(all, { lines: items, codes: entered });
        const after = price(all, { lines: items, codes: [...entered, last] });
        assert.ok(after.totals.gross <= before.totals.gross);
        assert.deepEqual(after.codes.slice(0, -1), before.codes);
      }),
    );
  });

  test('do not depend on the order of the items', () => {
    fc.assert(
      fc.property(definitions, lines, codes, (all, items, entered) => {
        const quote = price(all, { lines: items, codes: entered.slice(0, 1) });
        const turned = price(all, { lines: items.toReversed(), codes: entered.slice(0, 1) });
        assert.deepEqual([turned.codes, turned.totals], [quote.codes, quote.totals]);
      }),
    );
  });

  test('do not depend on the order of codes that are amounts off anything', () => {
    const amounts = fc.tuple(...NAMES.map((code) => fc.integer({ min: 1, max: 60_000 }).map((amount) => promoDefinition({ code, amount: CHF(amount) }))));
    fc.assert(
      fc.property(amounts, lines, fc.shuffledSubarray(NAMES), (all, items, entered) => {
        const quote = price(all, { lines: items, codes: entered }, NAMES.length);
        assert.deepEqual(price(all, { lines: items, codes: entered.toSorted() }, NAMES.length).totals, quote.totals);
      }),
    );
  });

  test('fall, or stay, with a greater offer', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 60_000 }), (items, percent, amount) => {
        const cost = (what: Partial<PromoDefinition>) => price([promoDefinition({ code: 'CODE', ...what })], { lines: items, codes: ['CODE'] }).totals.gross;
        assert.ok(cost({ percent: percent + 1 }) <= cost({ percent }));
        assert.ok(cost({ percent: null, amount: CHF(amount + 1) }) <= cost({ percent: null, amount: CHF(amount) }));
      }),
    );
  });
});
