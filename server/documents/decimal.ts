/** An exact decimal number: `units` times ten to the power of minus `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Longest number that is read; far beyond any amount, and it bounds the work of a hostile one. */
const MAX_LENGTH = 40;

/**
 * Reads a decimal as XML Schema writes it (`12`, `-1.50`, `+.5`), or `undefined`: no exponents, no thousands separators,
 * no words like `INF`, no white space inside.
 */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole + fraction === '') return undefined;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** The number as plain text: `-0.50`. Trailing zeros of the fraction are kept, leading zeros and a plus sign are not. */
export function decimalToText({ units, scale }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

/** The same number without trailing zeros, so that equal numbers are equal text: 25.00 is 25. */
export function withoutTrailingZeros({ units, scale }: Decimal): Decimal {
  return scale > 0 && units % 10n === 0n ? withoutTrailingZeros({ units: units / 10n, scale: scale - 1 }) : { units, scale };
}

/** Whole minor units of a currency with `digits` decimals, or why the number is no such amount. */
export function minorUnits(decimal: Decimal, digits: number): number | 'too-many-decimals' | 'too-large' {
  const { units, scale } = withoutTrailingZeros(decimal);
  if (scale > digits) return 'too-many-decimals';
  const amount = units * 10n ** BigInt(digits - scale);
  const safe = BigInt(Number.MAX_SAFE_INTEGER);
  return amount > safe || amount < -safe ? 'too-large' : Number(amount);
}
