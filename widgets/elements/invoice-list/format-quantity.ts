const formats = new Map<string, Intl.NumberFormat>();

function decimalFormat(locale: string, least: number, unit?: string): Intl.NumberFormat {
  const key = `${locale} ${least} ${unit ?? ''}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: least,
      maximumFractionDigits: 20,
      ...(unit && { style: 'unit', unit, unitDisplay: 'long' }),
    });
    formats.set(key, format);
  }
  return format;
}

/** Codes of UN/ECE Recommendation 20 that readers know by a name; the empty ones mean "one". */
const UNITS: Readonly<Record<string, string>> = {
  C62: '', H87: '', EA: '', XPP: '', HUR: 'hour', DAY: 'day', WEE: 'week', MON: 'month', ANN: 'year', KGM: 'kilogram', LTR: 'liter',
};

/** A decimal text in the reader's locale with all its digits. @param least fraction digits shown at least */
export function formatDecimal(text: string, locale: string, least = 0): string {
  // Given as text, so that no digit is lost in a float.
  return decimalFormat(locale, least).format(text as unknown as number).replace('-', '−');
}

/** `3 months`, `1.5 hours`, `2`; an unknown unit stands as its code. */
export function formatQuantity(quantity: string, unit: string, locale: string): string {
  const name = UNITS[unit];
  if (name === undefined) return `${formatDecimal(quantity, locale)} ${unit}`;
  return decimalFormat(locale, 0, name).format(quantity as unknown as number).replace('-', '−');
}

/** `8.1 %` */
export function formatRate(rate: string, locale: string): string {
  return `${formatDecimal(rate, locale)} %`;
}
