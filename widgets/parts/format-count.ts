const formats = new Map<string, Intl.NumberFormat>();

/** A whole number in the reader's locale: `50’000`. */
export function formatCount(count: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) formats.set(locale, (format = new Intl.NumberFormat(locale)));
  return format.format(count);
}
