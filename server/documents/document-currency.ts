import { currencyDigits } from '../../shared/money/currency-digits.ts';
import { EInvoiceError, quoted } from './e-invoice-error.ts';
import type { XmlElement } from './xml-element.ts';

/** The currency of a document (BT-5) with the decimals of its minor unit. */
export interface DocumentCurrency {
  readonly code: string;
  readonly digits: number;
}

/** Reads BT-5. A code that is not of ISO 4217 is refused. */
export function readCurrency(parent: XmlElement, name: string): DocumentCurrency {
  const code = parent.needText(name);
  const digits = currencyDigits(code);
  if (digits === undefined) {
    throw new EInvoiceError('unknown-currency', `${parent.need(name).place}: ${quoted(code)} is not a currency of ISO 4217.`);
  }
  return { code, digits };
}

/** The currency an amount is in: its own attribute, or the document's where it has none. */
function currencyOf(amount: XmlElement, { code }: DocumentCurrency): string {
  return amount.attributes.get('currencyID')?.trim() ?? code;
}

/** An amount whose own currency contradicts the document's is refused. */
export function assertCurrency(amount: XmlElement, currency: DocumentCurrency): void {
  const own = currencyOf(amount, currency);
  if (own !== currency.code) {
    throw new EInvoiceError('currency-mismatch', `${amount.place} is in ${quoted(own)}, the document in ${currency.code}.`);
  }
}

/**
 * The tax total in the document's currency (BT-110). The same tax may also stand there in the currency
 * that the tax office wants (BT-111, `taxCurrency`), and in no other.
 */
export function pickTaxTotal(
  totals: readonly XmlElement[],
  currency: DocumentCurrency,
  taxCurrency: string | undefined,
): XmlElement | undefined {
  const [own, second] = totals.filter((total) => currencyOf(total, currency) === currency.code);
  if (second) throw new EInvoiceError('repeated-field', `${second.place} is a second tax total in ${currency.code}.`);
  const stray = totals.find((total) => total !== own && currencyOf(total, currency) !== taxCurrency);
  if (stray) assertCurrency(stray, currency);
  return own;
}
