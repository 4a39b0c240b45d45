import { decimalToText, minorUnits, parseDecimal, withoutTrailingZeros, type Decimal } from './decimal.ts';
import { assertCurrency, type DocumentCurrency } from './document-currency.ts';
import { EInvoiceError, quoted } from './e-invoice-error.ts';
import type { XmlElement } from './xml-element.ts';

/** An amount of money in minor units. */
export function readAmount(element: XmlElement, currency: DocumentCurrency): number {
  assertCurrency(element, currency);
  const decimal = readDecimal(element);
  const amount = minorUnits(decimal, currency.digits);
  if (typeof amount === 'number') return amount;
  const { code, digits } = currency;
  const reason = amount === 'too-large' ? 'is too large' : `has more decimals than ${code}, which has ${digits}`;
  throw new EInvoiceError('bad-amount', `${element.place}: ${decimalToText(decimal)} ${reason}.`);
}

/** An amount that may be missing, in minor units; missing is 0. */
export function readOptionalAmount(element: XmlElement | undefined, currency: DocumentCurrency): number {
  return element ? readAmount(element, currency) : 0;
}

/** A price as exact decimal text; it may have more decimals than the currency. */
export function readPrice(element: XmlElement, currency: DocumentCurrency): string {
  assertCurrency(element, currency);
  return readQuantity(element);
}

/** A quantity as exact decimal text. */
export function readQuantity(element: XmlElement): string {
  return decimalToText(readDecimal(element));
}

/** A percentage as exact decimal text, the shortest that says it: `25`, `8.1`. A missing one is `0`. */
export function readRate(element: XmlElement | undefined): string {
  return element ? decimalToText(withoutTrailingZeros(readDecimal(element))) : '0';
}

function readDecimal(element: XmlElement): Decimal {
  const text = element.text();
  const decimal = parseDecimal(text);
  if (!decimal) throw new EInvoiceError('bad-amount', `${element.place}: ${quoted(text)} is not a decimal number.`);
  return decimal;
}
