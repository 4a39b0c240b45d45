import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { badgeAmount, badgeCount } from '../../../extension/background/badge-text.ts';
import { minorUnitDigits } from '../../../shared/money/minor-unit-digits.ts';

const SUFFIXES = ' kMGTP';

/** What a badge says, in minor units with three decimals to spare, as whoever reads it would. */
function readBack(text: string, digits: number): bigint {
  const [, sign = '', whole = '', rest = '', suffix = ''] = /^(-?)(\d+)(?:\.(\d+))?([kMGTP]?)$/.exec(text) ?? assert.fail(text);
  const power = digits + 3 + 3 * Math.max(0, SUFFIXES.indexOf(suffix || ' '));
  const size = BigInt(whole + rest) * 10n ** BigInt(power - rest.length);
  return sign === '-' ? -size : size;
}

describe('badge', () => {
  test('shows amounts as exactly as four characters can', () => {
    const cases: [number, string, string][] = [
      [0, 'CHF', '0'], [5, 'CHF', '0.05'], [199, 'CHF', '1.99'], [150, 'CHF', '1.50'], [1200, 'CHF', '12'], [1250, 'CHF', '12.5'],
      [1299, 'CHF', '12.9'], [12_399, 'CHF', '123'], [999_999, 'CHF', '9999'], [1_000_000, 'CHF', '10k'], [9_999_999, 'CHF', '99k'],
      [123_456_789, 'CHF', '1.2M'], [123_456_789_00, 'CHF', '123M'], [1999, 'JPY', '1999'], [19_999, 'JPY', '19k'], [1999, 'KWD', '1.99'],
      [-1, 'CHF', '-0.1'], [-150, 'CHF', '-1.5'], [-1234, 'CHF', '-13'], [-120_000, 'CHF', '-2k'],
    ];
    for (const [amount, currency, text] of cases) assert.equal(badgeAmount({ amount, currency }), text);
    assert.equal(badgeAmount({ amount: 1250, currency: 'EUR' }, ','), '12,5');
  });

  test('never shows more than there is, nor half as much', () => {
    const money = fc.record({ amount: fc.maxSafeInteger(), currency: fc.constantFrom('CHF', 'EUR', 'JPY', 'KWD') });
    fc.assert(fc.property(money, ({ amount, currency }) => {
      const text = badgeAmount({ amount, currency });
      assert.ok(text.length <= 4, text);
      const digits = minorUnitDigits(currency);
      const said = readBack(text, digits);
      const exact = BigInt(amount) * 1000n;
      assert.ok(said <= exact, `${text} for ${amount}`);
      const hundredth = 10n * 10n ** BigInt(digits);
      assert.ok(amount < 0 || said >= exact / 2n - hundredth, `${text} for ${amount}`);
    }), { numRuns: 2000 });
  });

  test('grows with the amount', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), fc.maxSafeInteger(), (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map((amount) => readBack(badgeAmount({ amount, currency: 'CHF' }), 2));
      assert.ok(less! <= more!);
    }));
  });

  test('counts in the same way', () => {
    for (const [count, text] of [[0, '0'], [9999, '9999'], [10_000, '10k'], [19_999, '19k']] as const) assert.equal(badgeCount(count), text);
  });
});
