import type { InvoiceLine } from '../../../shared/contract/invoice.ts';
import type { OrderLine, OrderQuote } from '../../../shared/contract/order.ts';
import type { Party } from '../../../shared/contract/value.ts';
import { decimalText } from '../../../shared/money/decimal-text.ts';
import { paymentReference } from '../../documents/qr-bill/payment-reference.ts';
import type { InvoiceContent } from '../invoices/invoice-content.ts';
import type { Seller } from '../invoices/read-seller.ts';

/** What an invoice of an order is made of. */
interface OrderDocument {
  /** The invoice's. */
  readonly id: string;
  readonly quote: OrderQuote;
  readonly paid: boolean;
  readonly seller: Seller;
  readonly buyer: Party;
  /** Name of whom it was ordered for, where that is not the buyer. */
  readonly client: string | undefined;
}

/** Codes of UN/ECE Recommendation 20 for terms; others count as pieces. */
const UNITS: Readonly<Record<number, string>> = { 1: 'MON', 12: 'ANN' };

/**
 * The document of an order: its items at list price, then a line for each code that counts, as one piece
 * taken back (a price must not be negative, rule BR-27 of EN 16931; a quantity may). A final invoice says
 * that it was paid beforehand.
 */
export function orderContent({ id, quote, paid, seller: { party, iban }, buyer, client }: OrderDocument): InvoiceContent {
  const { currency, totals: { net: sum, vat, vatBasisPoints, gross } } = quote;
  const vatCategory = vatBasisPoints === 0 ? 'Z' : 'S';
  const vatRate = String(vatBasisPoints / 100);
  const prices = [...quote.items.map((line) => priceOf(line)), ...quote.codes.flatMap(({ code, discount }) => priceOfCode(code, discount))];
  const lines = prices.map(({ name, quantity, unit, price, net }, index): InvoiceLine =>
    ({ id: String(index + 1), name, quantity, unit, unitPrice: decimalText({ amount: price, currency }), net, vatCategory, vatRate }));
  const prepaid = paid ? gross : 0;
  return {
    seller: party, buyer, lines,
    taxes: [{ category: vatCategory, rate: vatRate, taxable: sum, tax: vat }],
    totals: { lines: sum, allowances: 0, charges: 0, net: sum, tax: vat, gross, prepaid, rounding: 0, payable: gross - prepaid },
    ...(client === undefined ? {} : { note: client }),
    payTo: { iban, reference: paymentReference(iban, id) },
  };
}

interface Price extends Pick<InvoiceLine, 'name' | 'quantity' | 'unit' | 'net'> {
  /** Of one unit, minor units. */
  readonly price: number;
}

function priceOf({ name, quantity, periodMonths, unitNet, net }: OrderLine): Price {
  return { name, quantity: String(quantity), unit: UNITS[periodMonths] ?? 'C62', price: unitNet, net };
}

function priceOfCode(code: string, discount: number | null): Price[] {
  return discount === null ? [] : [{ name: `Promo code ${code}`, quantity: '-1', unit: 'C62', price: discount, net: -discount }];
}

/** What the order is for, as lists show it: the first two of its items, and for whom where somebody else pays. */
export function orderSubject({ items }: OrderQuote, client: string | undefined): string {
  const names = items.slice(0, 2).map(({ name }) => name);
  const subject = items.length > 2 ? `${names.join(', ')} +${items.length - 2}` : names.join(', ');
  return client === undefined ? subject : `${client}: ${subject}`;
}
