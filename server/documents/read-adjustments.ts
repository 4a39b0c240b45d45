import type { DocumentCurrency } from './document-currency.ts';
import { EInvoiceError, quoted } from './e-invoice-error.ts';
import type { EInvoiceAdjustment } from './e-invoice.ts';
import { readAmount, readRate } from './read-amount.ts';
import type { XmlElement } from './xml-element.ts';

/** Where a syntax keeps the parts of an allowance or charge. */
export interface AdjustmentNames {
  readonly element: string;
  readonly indicator: readonly string[];
  readonly amount: string;
  readonly reason: string;
  readonly category: readonly string[];
  readonly rate: readonly string[];
}

/** The allowances and charges directly inside `parent`; those of the document (`taxed`) must name their tax category. */
export function readAdjustments(
  parent: XmlElement,
  names: AdjustmentNames,
  currency: DocumentCurrency,
  taxed: boolean,
): { allowances: EInvoiceAdjustment[]; charges: EInvoiceAdjustment[] } {
  const allowances: EInvoiceAdjustment[] = [];
  const charges: EInvoiceAdjustment[] = [];
  for (const element of parent.all(names.element)) {
    const reason = element.all(names.reason).map((one) => one.text()).join(' ');
    const list = isCharge(element.need(...names.indicator)) ? charges : allowances;
    list.push({
      amount: readAmount(element.need(names.amount), currency),
      ...(reason === '' ? {} : { reason }),
      ...(taxed && {
        vatCategory: element.needText(...names.category),
        vatRate: readRate(element.one(...names.rate)),
      }),
    });
  }
  return { allowances, charges };
}

/** A boolean of XML Schema. */
function isCharge(indicator: XmlElement): boolean {
  const text = indicator.text();
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new EInvoiceError('bad-value', `${indicator.place}: ${quoted(text)} is neither true nor false.`);
}
