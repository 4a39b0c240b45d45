import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../../shared/domain/add-days.ts';
import { coverOutlook } from '../../../shared/domain/cover-outlook.ts';
import type { Demand } from '../../../shared/domain/cover-outlook.ts';
import { addMonths, toPayHorizon } from '../../../shared/domain/to-pay-horizon.ts';

const TODAY = '2026-01-31';
const THROUGH = addMonths(TODAY, 12);
const SOON = toPayHorizon(TODAY);

const amount = fc.integer({ min: 0, max: 50_000 });
const on = fc.integer({ min: -60, max: 400 }).map((days) => addDays(TODAY, days));
const term = fc.record({ months: fc.constantFrom(1, 3, 12), invoiced: fc.constantFrom(0, 1) });
const demand = (currency: string): fc.Arbitrary<Demand> =>
  fc.record({ on, subject: fc.string(), total: amount, currency: fc.constant(currency), term }, { requiredKeys: ['on', 'subject', 'total', 'currency'] });
const demands = fc.array(demand('CHF'), { maxLength: 12 });
const available = fc.integer({ min: 0, max: 400_000 });
const look = (balance: number, wanted: readonly Demand[], owed = 0) => coverOutlook({ currency: 'CHF', available: balance, owed }, wanted, TODAY, THROUGH);

/** What falls due on a day or before, worked out term by term. */
function dueBy(wanted: readonly Demand[], day: string): number {
  let sum = 0;
  for (const { on: first, total, term: repeated } of wanted) {
    if (!repeated) sum += first <= day ? total : 0;
    else for (let count = repeated.invoiced; addMonths(first, count * repeated.months) <= day; count += 1) sum += total;
  }
  return sum;
}

describe('how far the prepaid account reaches', () => {
  test('to the last day on which everything due so far is paid', () => {
    fc.assert(fc.property(available, demands, (balance, wanted) => {
      const { coveredUntil, uncovered } = look(balance, wanted);
      if (coveredUntil === null) {
        assert.ok(dueBy(wanted, THROUGH) <= balance);
        assert.equal(uncovered, null);
      } else {
        assert.ok(dueBy(wanted, addDays(coveredUntil, 1)) > balance);
        if (coveredUntil >= TODAY) assert.ok(dueBy(wanted, coveredUntil) <= balance);
        assert.ok(uncovered && uncovered.on <= addDays(coveredUntil, 1) && uncovered.total > 0);
      }
    }));
  });

  test('no less far with more money', () => {
    fc.assert(fc.property(available, amount, demands, (balance, more, wanted) => {
      const [less, greater] = [look(balance, wanted).coveredUntil, look(balance + more, wanted).coveredUntil];
      assert.ok(greater === null || (less !== null && less <= greater));
    }));
  });

  test('the shortfall is exact: with it the two months are paid, with one unit less they are not', () => {
    fc.assert(fc.property(available, demands, fc.integer({ min: 0, max: 9_000 }), (balance, wanted, owed) => {
      const { shortfall } = look(balance, wanted, owed);
      const lasts = (money: number) => (look(money, wanted).coveredUntil ?? THROUGH) >= SOON;
      if (shortfall === 0) assert.ok(lasts(balance));
      else assert.deepEqual([lasts(balance + shortfall - owed), lasts(balance + shortfall - owed - 1)], [true, false]);
    }));
  });

  test('what is in another currency changes nothing', () => {
    fc.assert(fc.property(available, demands, fc.array(demand('EUR'), { maxLength: 5 }), (balance, wanted, foreign) => {
      assert.deepEqual(look(balance, [...foreign, ...wanted]), look(balance, wanted));
    }));
  });

  test('terms count from their first day, and an invoiced one is not counted again', () => {
    const monthly = { on: '2026-01-31', subject: 'Server', total: 1000, currency: 'CHF', term: { months: 1, invoiced: 0 } };
    assert.equal(look(1999, [monthly]).uncovered?.on, '2026-02-28');
    assert.equal(look(2999, [monthly]).uncovered?.on, '2026-03-31');
    assert.equal(look(13_000, [monthly]).coveredUntil, null);
    assert.equal(look(12_999, [monthly]).uncovered?.on, '2027-01-31');
    assert.equal(look(0, [{ ...monthly, term: { months: 1, invoiced: 1 } }]).uncovered?.on, '2026-02-28');
  });

  test('what is overdue is paid first, and on one day in the order given', () => {
    const one = (day: string, total: number) => ({ on: day, subject: `${day} ${total}`, total, currency: 'CHF' });
    assert.deepEqual(look(500, [one('2026-02-10', 300), one('2026-01-02', 400), one('2026-02-10', 100)]), {
      coveredUntil: '2026-02-09', uncovered: { on: '2026-02-10', subject: '2026-02-10 300', total: 300 }, shortfall: 300,
    });
    assert.deepEqual(look(0, [one('2026-01-02', 400)], 50), {
      coveredUntil: '2026-01-30', uncovered: { on: '2026-01-02', subject: '2026-01-02 400', total: 400 }, shortfall: 450,
    });
    assert.equal(look(0, [one('2026-04-01', 400)]).shortfall, 0);
  });
});
