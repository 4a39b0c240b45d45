import { minorUnitDigits } from '../../shared/money/minor-unit-digits.ts';
import type { Money } from '../../shared/money/money.ts';

const LONGEST = 4;
const SUFFIXES = ['', 'k', 'M', 'G', 'T', 'P'];

/**
 * An amount in four characters at most, for the badge. As exact as fits and never above the amount: who
 * reads 12 has at least 12. Thousands are k, millions M, and so on.
 * @param point the reader's decimal separator
 */
export function badgeAmount({ amount, currency }: Money, point = '.'): string {
  return shortest(BigInt(amount), minorUnitDigits(currency), point);
}

/** A count in four characters at most, never above it. */
export const badgeCount = (count: number): string => shortest(BigInt(count), 0, '.');

/** @param digits decimals of `value` */
function shortest(value: bigint, digits: number, point: string): string {
  for (const [power, suffix] of SUFFIXES.entries()) {
    for (let decimals = Math.min(digits + 3 * power, 2); decimals >= 0; decimals -= 1) {
      const text = rounded(value, digits + 3 * power - decimals, decimals, point) + suffix;
      if (text.length <= LONGEST) return text;
    }
  }
  throw new RangeError('No amount of money is this large.');
}

/** `value` without its last `dropped` digits, downwards, with a point before the last `decimals`. */
function rounded(value: bigint, dropped: number, decimals: number, point: string): string {
  const step = 10n ** BigInt(dropped);
  const down = value / step - (value < 0n && value % step !== 0n ? 1n : 0n);
  const sign = down < 0n ? '-' : '';
  const text = String(down < 0n ? -down : down).padStart(decimals + 1, '0');
  const [whole, rest] = [text.slice(0, text.length - decimals), text.slice(text.length - decimals)];
  return /^0*$/.test(rest) ? sign + whole : sign + whole + point + rest;
}
