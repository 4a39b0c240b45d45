import type { Language } from '../../../shared/contract/session.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { minorUnitDigits } from '../../../shared/money/minor-unit-digits.ts';
import type { Currency } from '../../../shared/money/money.ts';

/** Figures as the reader of one document writes them. */
export interface Figures {
  readonly currency: Currency;
  amount(minorUnits: number): string;
  /** Amount and currency; they stay on one line. */
  money(minorUnits: number): string;
  day(day: string): string;
  /** Exact decimal text, with at least the decimals of the currency. */
  price(text: string): string;
  /** A rate of per cent, and where it is not the ordinary one its category of EN 16931: `0 % (AE)`. */
  rate(text: string, category: string): string;
  quantity(text: string, unit: string): { readonly number: string; readonly unit: string };
}

/** Codes of UN/ECE Recommendation 20 that readers know by a name; the empty ones mean "one". */
const UNITS: Readonly<Record<string, string>> = { C62: '', HUR: 'hour', DAY: 'day', MON: 'month', ANN: 'year' };

/** @param country of the buyer: in Switzerland and Liechtenstein one writes `1’234.50` and `31.12.2026` in every language */
export function figuresFor(language: Language, country: string | undefined, currency: Currency): Figures {
  const swiss = country === 'CH' || country === 'LI';
  const own = language === 'en' ? 'en-GB' : language;
  // The data of other Swiss locales mixes the apostrophe with a decimal comma, which nobody writes.
  const locale = swiss ? 'de-CH' : own;
  const amount = (minorUnits: number): string => formatAmount({ amount: minorUnits, currency }, locale);
  const days = new Intl.DateTimeFormat(language === 'en' ? own : locale, {
    day: '2-digit', month: language === 'en' ? 'short' : '2-digit', year: 'numeric', timeZone: 'UTC',
  });
  const plain = decimalFormat(locale, 0);
  const prices = decimalFormat(locale, minorUnitDigits(currency));
  return {
    currency,
    amount,
    money: (minorUnits) => `${currency}\u00a0${amount(minorUnits)}`,
    day: (day) => days.format(Date.parse(day)),
    price: prices,
    rate: (text, category) => `${plain(text)}\u00a0%${category === 'S' ? '' : ` (${category})`}`,
    quantity: (text, unit) => ({ number: plain(text), unit: unitWord(text, unit, own) }),
  };
}

/** Decimal text is given to the formatter as text, so that no digit is lost in a float. */
function decimalFormat(locale: string, least: number): (text: string) => string {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: 20 });
  return (text) => format.format(text as unknown as number).replace('-', '−');
}

/** The unit in the number that the quantity asks for; an unknown unit stands as its code. */
function unitWord(quantity: string, code: string, locale: string): string {
  const unit = UNITS[code];
  if (!unit) return unit ?? code;
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' });
  return format.formatToParts(quantity as unknown as number).find(({ type }) => type === 'unit')?.value ?? code;
}
