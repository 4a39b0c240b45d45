import { minorUnitDigits } from './minor-unit-digits.ts';
import type { Currency } from './money.ts';

/** What groups thousands in some locale and is a decimal mark in none. */
const SPACES_AND_APOSTROPHES = /[\s\u00a0\u202f'\u2019]/g;

/** Whole digits, in groups of three or in none. */
const WHOLE = /^(\d*|[1-9]\d{0,2}(\.\d{3})+|[1-9]\d{0,2}(,\d{3})+)$/;

/**
 * Reads an amount as a person types it, with or without currency, groups and decimals: `1’234.50`,
 * `CHF 50`, `50.–`. Where point or comma could be either, the locale decides (`1.234`); where they can
 * only be one thing, they are that (`12.50` in German).
 * @returns minor units; undefined for what is no amount of this currency
 */
export function parseAmount(text: string, currency: Currency, locale: string): number | undefined {
  const bare = text.replace(currency, '').replace(SPACES_AND_APOSTROPHES, '').replace('−', '-').replace(/[.,][-–—]$/, '');
  const [, sign, marked] = /^([-+]?)([\d.,]*\d)$/.exec(bare) ?? [];
  if (marked === undefined) return undefined;
  const mark = decimalMark(marked, locale);
  const end = mark === undefined ? marked.length : marked.lastIndexOf(mark);
  const whole = marked.slice(0, end);
  const fraction = marked.slice(end + 1);
  const digits = minorUnitDigits(currency);
  if (!WHOLE.test(whole) || fraction.length > digits) return undefined;
  const amount = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(digits, '0'));
  if (!Number.isSafeInteger(amount)) return undefined;
  return sign === '-' && amount > 0 ? -amount : amount;
}

/** The mark before the decimals; undefined where all marks group, or there is none. */
function decimalMark(text: string, locale: string): string | undefined {
  const marks = text.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (marks.length > 1) return last === marks[0] ? undefined : last;
  return last === groupMark(locale) && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? undefined : last;
}

function groupMark(locale: string): string | undefined {
  return new Intl.NumberFormat(locale).formatToParts(1_234_567).find(({ type }) => type === 'group')?.value;
}
