import { equal } from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimalToText, minorUnits, parseDecimal, withoutTrailingZeros } from '../../../server/documents/decimal.ts';

const minor = (text: string, digits: number): unknown => {
  const decimal = parseDecimal(text);
  return decimal && minorUnits(decimal, digits);
};

test('decimal text becomes minor units of the currency, exactly', () => {
  const cases: readonly [string, number, unknown][] = [
    ['1.50', 2, 150], ['1.5', 2, 150], ['+1.5', 2, 150], ['.5', 2, 50], ['5.', 2, 500], ['-0.01', 2, -1], ['-0', 2, 0],
    ['0.1', 3, 100], ['12.000', 0, 12], ['0.29', 2, 29], ['1.005', 2, 'too-many-decimals'], ['0.1', 0, 'too-many-decimals'],
    ['90071992547409.91', 2, Number.MAX_SAFE_INTEGER], ['90071992547409.92', 2, 'too-large'], ['-90071992547409.92', 2, 'too-large'],
  ];
  for (const [text, digits, expected] of cases) equal(minor(text, digits), expected, text);
});

test('minor units come back from their text, whatever the exponent', () => {
  const amount = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  fc.assert(fc.property(amount, fc.nat({ max: 4 }), (units, scale) => {
    equal(minor(decimalToText({ units: BigInt(units), scale }), scale), units);
  }));
});

test('text keeps every digit that stands there and drops what says nothing', () => {
  const texts: Record<string, string> = { '+007.10': '7.10', '.5': '0.5', '5.': '5', '-0.00': '0.00', '1234567890.123456789': '1234567890.123456789' };
  for (const [text, expected] of Object.entries(texts)) {
    const decimal = parseDecimal(text);
    equal(decimal && decimalToText(decimal), expected);
  }
  const rate = parseDecimal('20.50');
  equal(rate && decimalToText(withoutTrailingZeros(rate)), '20.5');
});
