import { minorUnitDigits } from './minor-unit-digits.ts';
import type { Money } from './money.ts';

/** The amount as plain decimal text with a point and all decimals of its currency: `-1234.50`. */
export function decimalText({ amount, currency }: Money): string {
  const digits = minorUnitDigits(currency);
  const text = String(Math.abs(amount)).padStart(digits + 1, '0');
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return amount < 0 ? `-${whole}` : whole;
}
