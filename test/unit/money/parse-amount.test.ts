import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { formatAmount, formatMoney } from '../../../shared/money/format-money.ts';
import { parseAmount } from '../../../shared/money/parse-amount.ts';

const locales = fc.constantFrom('en', 'de', 'de-CH', 'de-AT', 'fr', 'fr-CH', 'it', 'it-CH', 'es');
const currencies = fc.constantFrom('CHF', 'EUR', 'JPY', 'BHD');
const amounts = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });

describe('parseAmount', () => {
  const table: [text: string, locale: string, amount: number | undefined, currency?: string][] = [
    ['50', 'en', 5000], ['50.5', 'en', 5050], [' CHF 50.05 ', 'en', 5005], ['50.–', 'de-CH', 5000], ['50.-', 'de-CH', 5000],
    ['.5', 'en', 50], ['+20', 'en', 2000], ['-20', 'en', -2000], ['−20.00', 'en', -2000],
    ["1'234.50", 'de-CH', 123_450], ['1’234.50', 'de-CH', 123_450], ['1 234,50', 'fr', 123_450], ['1\u202f234,50', 'fr', 123_450],
    // The mark that the locale groups with is a decimal mark where it cannot group.
    ['12.50', 'de', 1250], ['12,50', 'en', 1250], ['12,50', 'de-CH', 1250], ['1.234', 'de', 123_400], ['1,234', 'en', 123_400],
    ['1.234', 'en', undefined], ['1,234', 'de-CH', undefined], ['0,500', 'en', undefined],
    // Two marks say by themselves which is which.
    ['1,234.50', 'de', 123_450], ['1.234,50', 'en', 123_450], ['1.234.567', 'en', 123_456_700], ['1,234,567.8', 'de', 123_456_780],
    ['500', 'en', 500, 'JPY'], ['12.5', 'en', undefined, 'JPY'], ['1.234', 'en', 1234, 'BHD'], ['1.2345', 'en', undefined, 'BHD'],
    ['', 'en', undefined], ['CHF', 'en', undefined], ['abc', 'en', undefined], ['1e3', 'en', undefined], ['EUR 5', 'en', undefined],
    ['1.2.3', 'en', undefined], ['12.34.567', 'de', undefined], ['1,2.3,4', 'en', undefined], ['5.', 'en', undefined], ['--5', 'en', undefined],
    ['5.123', 'en', undefined], ['99999999999999999', 'en', undefined], ['٥', 'en', undefined],
  ];
  for (const [text, locale, amount, currency = 'CHF'] of table) {
    test(`"${text}" of ${currency} in ${locale} is ${amount}`, () => assert.equal(parseAmount(text, currency, locale), amount));
  }

  test('reads every amount that is shown, in every language', () => {
    fc.assert(
      fc.property(amounts, currencies, locales, (amount, currency, locale) => {
        assert.equal(parseAmount(formatAmount({ amount, currency }, locale), currency, locale), amount);
        assert.equal(parseAmount(formatMoney({ amount, currency }, locale), currency, locale), amount);
      }),
    );
  });

  test('reads plain digits the same in every language', () => {
    fc.assert(
      fc.property(fc.nat(), locales, (whole, locale) => {
        assert.equal(parseAmount(String(whole), 'CHF', locale), whole * 100);
        assert.equal(parseAmount(`${whole}.5`, 'CHF', locale), whole * 100 + 50);
      }),
    );
  });

  test('gives whole minor units or nothing for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-\d., ']{0,12}$/)), currencies, locales, (text, currency, locale) => {
        const amount = parseAmount(text, currency, locale);
        assert.ok(amount === undefined || (Number.isSafeInteger(amount) && !Object.is(amount, -0)));
      }),
    );
  });
});
