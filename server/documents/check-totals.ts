import { minorUnitDigits } from '../../shared/money/minor-unit-digits.ts';
import { decimalToText, parseDecimal } from './decimal.ts';
import { EInvoiceError } from './e-invoice-error.ts';
import type { EInvoice } from './e-invoice.ts';

/** Categories whose rate may differ within one document; the others have no tax, so one row each. */
const RATED = new Set(['S', 'L', 'M', 'B']);

/** Rule names where they do not simply carry the category: intra-community, Canary Islands, Ceuta and Melilla. */
const RULE_OF: Readonly<Record<string, string>> = { K: 'IC', L: 'AF', M: 'AG' };

/**
 * Categories whose taxable amount may be off by less than one unit of the currency in the official rules of each
 * syntax (BR-S-08 and its like); for the others it must be exact.
 */
const TOLERANT = { ubl: new Set(['S', 'L', 'M', 'B']), cii: new Set(['Z', 'E', 'AE', 'K', 'G', 'B']) };

/**
 * Throws `contradicts-totals` where the document's figures do not agree, by the rules of EN 16931:
 * BR-CO-10 to BR-CO-17 and the taxable amounts of the breakdown (BR-S-08 and its like), with their tolerances.
 */
export function checkTotals(invoice: EInvoice): void {
  const { lineTotal, allowanceTotal, chargeTotal, net, tax, gross, prepaid, rounding, payable } = invoice;
  const equal = (rule: string, what: string, stated: number, from: string, parts: readonly number[]): void => {
    const computed = sum(parts);
    if (BigInt(stated) !== computed) contradiction(invoice, rule, what, stated, `${from} is`, computed);
  };
  const amounts = (list: readonly { amount: number }[]): number[] => list.map(({ amount }) => amount);
  equal('BR-CO-10', 'The line total', lineTotal, 'the sum of the lines', invoice.lines.map((line) => line.net));
  equal('BR-CO-11', 'The allowance total', allowanceTotal, 'the sum of the allowances', amounts(invoice.allowances));
  equal('BR-CO-12', 'The charge total', chargeTotal, 'the sum of the charges', amounts(invoice.charges));
  equal('BR-CO-13', 'The net total', net, 'lines less allowances plus charges', [lineTotal, -allowanceTotal, chargeTotal]);
  equal('BR-CO-14', 'The tax total', tax, 'the sum of the tax breakdown', invoice.taxes.map((row) => row.tax));
  equal('BR-CO-15', 'The gross total', gross, 'net plus tax', [net, tax]);
  equal('BR-CO-16', 'The payable amount', payable, 'gross less prepaid plus rounding', [gross, -prepaid, rounding]);
  checkTaxAmounts(invoice);
  checkTaxableAmounts(invoice);
}

/** BR-CO-17: tax is taxable amount times rate, less than one unit of the currency off. Without a rate it is 0. */
function checkTaxAmounts(invoice: EInvoice): void {
  for (const { category, rate, taxable, tax } of invoice.taxes) {
    const { units, scale } = parseDecimal(rate) ?? { units: 0n, scale: 0 };
    const whole = 100n * 10n ** BigInt(scale);
    const exact = BigInt(taxable) * units;
    const tolerance = units === 0n ? 1n : unit(invoice) * whole;
    if (distance(BigInt(tax) * whole, exact) >= tolerance) {
      contradiction(invoice, 'BR-CO-17', `The tax of ${category} ${rate} %`, tax, `of ${money(invoice, taxable)} it is`, exact / whole);
    }
  }
}

/** BR-S-08 and its like: what a row of the breakdown taxes is what lines, charges and allowances have in its category. */
function checkTaxableAmounts(invoice: EInvoice): void {
  const { taxes, allowances, charges, lines, syntax } = invoice;
  const parts = [
    ...lines.map((line) => ({ category: line.vatCategory, rate: line.vatRate, amount: line.net })),
    ...charges.map((one) => ({ category: one.vatCategory, rate: one.vatRate, amount: one.amount })),
    ...allowances.map((one) => ({ category: one.vatCategory, rate: one.vatRate, amount: -one.amount })),
  ];
  // Some documents without any tax leave the breakdown out.
  if (taxes.length === 0 && parts.every(({ rate }) => rate === '0')) return;
  const rows = new Map<string, { stated: number[]; found: number[] }>();
  const row = (category = '', rate = ''): { stated: number[]; found: number[] } => {
    const key = RATED.has(category) ? `${category} ${rate} %` : category;
    const known = rows.get(key) ?? { stated: [], found: [] };
    rows.set(key, known);
    return known;
  };
  for (const { category, rate, taxable } of taxes) row(category, rate).stated.push(taxable);
  for (const { category, rate, amount } of parts) row(category, rate).found.push(amount);
  for (const [key, { stated, found }] of rows) {
    const [category = ''] = key.split(' ');
    const tolerance = TOLERANT[syntax].has(category) ? unit(invoice) : 1n;
    if (distance(sum(stated), sum(found)) >= tolerance) {
      const rule = `BR-${RULE_OF[category] ?? category}-08`;
      contradiction(invoice, rule, `The taxable amount of ${key}`, sum(stated), 'in the lines, charges and allowances it is', sum(found));
    }
  }
}

function contradiction(
  invoice: EInvoice,
  rule: string,
  what: string,
  stated: number | bigint,
  why: string,
  computed: number | bigint,
): never {
  const message = `${what} ${money(invoice, stated)} contradicts the document: ${why} ${money(invoice, computed)} (${rule}).`;
  throw new EInvoiceError('contradicts-totals', message, rule);
}

/** Sums of safe integers may leave the safe range, so they are added as bigint. */
function sum(amounts: readonly number[]): bigint {
  return amounts.reduce((total, amount) => total + BigInt(amount), 0n);
}

function distance(one: bigint, other: bigint): bigint {
  return one < other ? other - one : one - other;
}

/** One whole unit of the document's currency in minor units. */
function unit({ currency }: EInvoice): bigint {
  return 10n ** BigInt(minorUnitDigits(currency));
}

function money({ currency }: EInvoice, amount: number | bigint): string {
  return `${decimalToText({ units: BigInt(amount), scale: minorUnitDigits(currency) })} ${currency}`;
}
