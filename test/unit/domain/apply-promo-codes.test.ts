import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { OrderQuote } from '../../../shared/contract/order.ts';
import { PromoReason } from '../../../shared/contract/promo-code.ts';
import { applyPromoCodes, type PricedCart } from '../../../shared/domain/apply-promo-codes.ts';
import type { PromoDefinition } from '../../../shared/domain/promo-definition.ts';
import { definitionsOf, PRICE_FACTS } from '../../support/promo-definitions.ts';

const line = (kind: string, unitNet: number, quantity = 1) => ({ item: kind, kind, name: kind, quantity, periodMonths: 12, unitNet });
const CART: PricedCart = { lines: [line('kdrive', 6_588), line('domain-name', 1_450, 3)], paymentMethod: 'prepaid', codes: [] };

const DEFINITIONS = definitionsOf(
  { code: 'TENTH' },
  { code: 'TENTH-TOO' },
  { code: 'ALL-FREE', percent: 100 },
  { code: 'WITHDRAWN', active: false },
  { code: 'TOMORROW', startsOn: '2026-06-16' },
  { code: 'YESTERDAY', expiresOn: '2026-06-14' },
  { code: 'TODAY', startsOn: '2026-06-15', expiresOn: '2026-06-15' },
  { code: 'ALL-GONE', maxUses: 3, used: 3 },
  { code: 'ONE-LEFT', maxUses: 3, used: 2 },
  { code: 'USED-BEFORE' },
  { code: 'FOR-THERE', organisation: 'there' },
  { code: 'FOR-HERE', organisation: 'here' },
  { code: 'FOR-NOBODY', organisation: 'elsewhere', active: false },
  { code: 'EURO', amount: { amount: 100, currency: 'EUR' } },
  { code: 'FIRST-TIME', newCustomersOnly: true },
  { code: 'CARD-ONLY', paymentMethods: ['card'] },
  { code: 'NAS-ONLY', productKinds: ['synology-nas'] },
  { code: 'DOMAINS-10', amount: { amount: 1_000, currency: 'CHF' }, productKinds: ['domain-name'] },
  { code: 'HUGE', amount: { amount: 1_000_000, currency: 'CHF' } },
  { code: 'BIG-BASKET', leastAmount: 10_939 },
  { code: 'JUST-BIG', leastAmount: 10_938 },
  { code: 'ALONE', percent: 30, stackable: false },
);

const price = (codes: readonly string[], cart: Partial<PricedCart> = {}, limit?: number): OrderQuote =>
  applyPromoCodes({ ...CART, ...cart, codes }, DEFINITIONS, PRICE_FACTS, limit);
const answers = (quote: OrderQuote) => quote.codes.map((code) => code.reason ?? code.discount);

describe('promo codes in an order', () => {
  test('take nothing off for each of the closed reasons, and say which', () => {
    const seen = new Map<string, OrderQuote>([
      ['malformed', price(['x'])],
      ['unknown', price(['NO-SUCH-CODE'])],
      ['withdrawn', price(['WITHDRAWN'])],
      ['not-yet-valid', price(['TOMORROW'])],
      ['expired', price(['YESTERDAY'])],
      ['used-up', price(['ALL-GONE'])],
      ['already-used', price(['USED-BEFORE'])],
      ['other-organisation', price(['FOR-THERE'])],
      ['other-currency', price(['EURO'])],
      ['new-customers-only', price(['FIRST-TIME'])],
      ['entered-twice', price(['TENTH', ' tenth '])],
      ['too-many-codes', price(['TENTH', 'TENTH-TOO'], {}, 1)],
      ['payment-method-missing', price(['TENTH'], { paymentMethod: null })],
      ['payment-method', price(['CARD-ONLY'])],
      ['product-missing', price(['NAS-ONLY'])],
      ['least-amount', price(['BIG-BASKET'])],
      ['not-with-others', price(['TENTH', 'ALONE'])],
      ['nothing-left', price(['ALL-FREE', 'TENTH'])],
    ]);
    for (const reason of PromoReason.enum) assert.equal(seen.get(reason)?.codes.at(-1)?.reason, reason);
    assert.equal(seen.size, PromoReason.enum.length);
  });

  test('count up to the last day, the last use and the least amount', () => {
    assert.deepEqual(answers(price(['TODAY', 'ONE-LEFT', 'FOR-HERE', 'JUST-BIG'])), [1_094, 984, 886, 797]);
  });

  test('are worth what they say, on what the ones before them left', () => {
    const quote = price(['DOMAINS-10', 'tenth']);
    assert.deepEqual(answers(quote), [1_000, 994]);
    assert.deepEqual(quote.items.map(({ net, discount }) => [net, discount]), [[6_588, 659], [4_350, 1_335]]);
    assert.deepEqual(quote.totals, { list: 10_938, discount: 1_994, net: 8_944, vatBasisPoints: 810, vat: 724, gross: 9_668 });
  });

  test('never make a price negative', () => {
    const quote = price(['HUGE']);
    assert.deepEqual(answers(quote), [10_938]);
    assert.equal(quote.totals.gross, 0);
  });

  test('of which one stands alone: the one entered later loses', () => {
    assert.deepEqual(answers(price(['ALONE', 'TENTH'])), [3_281, 'not-with-others']);
    assert.deepEqual(answers(price(['TENTH', 'ALONE', 'TENTH-TOO'])), [1_094, 'not-with-others', 984]);
    assert.deepEqual(answers(price(['NAS-ONLY', 'ALONE'])), ['product-missing', 3_281]);
  });

  test('made for another organisation do not exist for who cannot switch there', () => {
    const [there, nobody] = price(['FOR-THERE', 'FOR-NOBODY']).codes;
    assert.deepEqual([there?.reason, there?.offer, nobody?.reason, nobody?.offer], ['other-organisation', null, 'unknown', null]);
  });

  test('say what they offer and ask for', () => {
    const offer = (code: string): Partial<PromoDefinition> | null | undefined => price([code]).codes[0]?.offer as Partial<PromoDefinition> | null;
    assert.deepEqual(offer('DOMAINS-10'), {
      percent: null, amount: { amount: 1_000, currency: 'CHF' }, productKinds: ['domain-name'], paymentMethods: null,
      leastAmount: null, startsOn: null, expiresOn: null, stackable: true,
    });
    assert.deepEqual(offer('BIG-BASKET')?.leastAmount, { amount: 10_939, currency: 'CHF' });
    assert.equal(offer('NO-SUCH-CODE'), null);
  });
});
