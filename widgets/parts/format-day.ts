const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A calendar day for a column: `22.11.2026`, `22/11/2026`. English names the month, because its readers
 * do not agree on the order of the numbers.
 * @param day `YYYY-MM-DD`
 */
export function formatDay(day: string, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    const month = locale.startsWith('en') ? 'short' : '2-digit';
    format = new Intl.DateTimeFormat(locale, { day: '2-digit', month, year: 'numeric', timeZone: 'UTC' });
    formats.set(locale, format);
  }
  return format.format(Date.parse(day));
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
