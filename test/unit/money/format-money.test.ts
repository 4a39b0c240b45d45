import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decimalText } from '../../../shared/money/decimal-text.ts';
import { formatAmount, formatMoney } from '../../../shared/money/format-money.ts';
import { minorUnitDigits } from '../../../shared/money/minor-unit-digits.ts';

const amounts = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const currencies = fc.constantFrom('CHF', 'EUR', 'JPY', 'BHD', 'CLF');

/** Spaces and apostrophes that group differ between versions of the locale data; all read alike. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2019', "'");

describe('decimalText', () => {
  const table: [amount: number, currency: string, text: string][] = [
    [0, 'CHF', '0.00'], [5, 'CHF', '0.05'], [-5, 'EUR', '-0.05'], [123_450, 'CHF', '1234.50'],
    [1234, 'JPY', '1234'], [-1, 'JPY', '-1'], [1, 'BHD', '0.001'], [12_345, 'TND', '12.345'], [1, 'CLF', '0.0001'],
    [Number.MAX_SAFE_INTEGER, 'CHF', '90071992547409.91'], [Number.MIN_SAFE_INTEGER, 'CHF', '-90071992547409.91'],
  ];
  for (const [amount, currency, text] of table) {
    test(`${amount} of ${currency} is ${text}`, () => assert.equal(decimalText({ amount, currency }), text));
  }

  test('keeps every minor unit', () => {
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        assert.equal(Number(decimalText({ amount, currency }).replace('.', '')), amount);
      }),
    );
  });
});

describe('minorUnitDigits', () => {
  test('follows ISO 4217', () => {
    const table = { CHF: 2, EUR: 2, USD: 2, JPY: 0, KRW: 0, CLP: 0, ISK: 0, HUF: 2, BHD: 3, KWD: 3, IQD: 3, TND: 3, CLF: 4, UYW: 4 };
    for (const [currency, digits] of Object.entries(table)) assert.equal(minorUnitDigits(currency), digits, currency);
  });
});

describe('formatAmount', () => {
  const locales: Record<string, [thousands: string, negative: string, yen: string]> = {
    en: ['1,234.50', '−0.05', '1,234,567'],
    de: ['1.234,50', '−0,05', '1.234.567'],
    'de-CH': ["1'234.50", '−0.05', "1'234'567"],
    fr: ['1 234,50', '−0,05', '1 234 567'],
    it: ['1.234,50', '−0,05', '1.234.567'],
    es: ['1.234,50', '−0,05', '1.234.567'],
  };
  for (const [locale, expected] of Object.entries(locales)) {
    test(`as ${locale} writes it`, () => {
      const shown = [{ amount: 123_450, currency: 'CHF' }, { amount: -5, currency: 'EUR' }, { amount: 1_234_567, currency: 'JPY' }];
      assert.deepEqual(shown.map((money) => plain(formatAmount(money, locale))), expected);
    });
  }

  test('shows every digit of every amount, in all languages', () => {
    fc.assert(
      fc.property(amounts, currencies, fc.constantFrom(...Object.keys(locales)), (amount, currency, locale) => {
        const text = formatAmount({ amount, currency }, locale);
        assert.equal(text.startsWith('−'), amount < 0);
        assert.ok(!text.includes('-'));
        assert.equal(text.replaceAll(/\D/g, ''), decimalText({ amount, currency }).replaceAll(/\D/g, ''));
      }),
    );
  });

  test('never shows a negative nothing', () => assert.equal(formatAmount({ amount: -0, currency: 'CHF' }, 'en'), '0.00'));
});

test('formatMoney puts the currency before the number', () => {
  assert.equal(formatMoney({ amount: -123_450, currency: 'CHF' }, 'en'), 'CHF −1,234.50');
});
