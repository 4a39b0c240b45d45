import { decimalText } from './decimal-text.ts';
import { minorUnitDigits } from './minor-unit-digits.ts';
import type { Money } from './money.ts';

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: string, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    // Spanish leaves four-digit numbers ungrouped by default, which breaks the column's alignment.
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping: 'always' as unknown as boolean,
    });
    formats.set(key, format);
  }
  return format;
}

/**
 * The number of an amount in the reader's locale, exact, with a true minus sign (U+2212): `−1’234.50`.
 * The currency is left to the caller, who sets it smaller beside the number.
 */
export function formatAmount(money: Money, locale: string): string {
  const format = numberFormat(locale, minorUnitDigits(money.currency));
  // The decimal text keeps amounts exact that a division would round.
  return format.format(decimalText(money) as unknown as number).replace('-', '−');
}

/** Amount and currency as one text, for accessible names and titles: `CHF −1’234.50`. */
export function formatMoney(money: Money, locale: string): string {
  return `${money.currency} ${formatAmount(money, locale)}`;
}
