import { EInvoiceError, quoted } from './e-invoice-error.ts';
import type { XmlElement } from './xml-element.ts';

/** A date of XML Schema as `YYYY-MM-DD`. A time zone behind it is dropped: the day is the one that stands there. */
export function readXmlDate(element: XmlElement): string {
  return realDay(element, /^(\d{4})-(\d\d)-(\d\d)(?:Z|[+-]\d\d:\d\d)?$/);
}

/** A date of UN/CEFACT in the format 102, `YYYYMMDD`, the only one that EN 16931 allows; as `YYYY-MM-DD`. */
export function readDate102(element: XmlElement): string {
  const format = element.attributes.get('format');
  if (format !== '102') {
    throw new EInvoiceError('bad-date', `${element.place} has the date format ${quoted(format ?? '')}, not 102.`);
  }
  return realDay(element, /^(\d{4})(\d\d)(\d\d)$/);
}

function realDay(element: XmlElement, form: RegExp): string {
  const text = element.text();
  const [, year, month, day] = form.exec(text) ?? [];
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  // Date takes the 31st of February for the 3rd of March; PostgreSQL has no year 0.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso || year === '0000') {
    throw new EInvoiceError('bad-date', `${element.place}: ${quoted(text)} is not a date.`);
  }
  return iso;
}
