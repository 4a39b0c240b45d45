import fc from 'fast-check';
import type { EInvoice, EInvoiceLine, EInvoiceParty } from '../../../server/documents/e-invoice.ts';
import { totalled } from './totalled.ts';

/** Text as a document may hold it: other scripts, characters that XML must escape, and no white space at the ends. */
const text = fc
  .array(fc.constantFrom('A', 'z', '7', 'é', 'ß', 'Ž', '日', '😀', '&', '<', '>', '"', "'", ']]>', '&amp;', 'R&D;', '&#60;', '.', ' '), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join('').replace(/ +/g, ' ').trim())
  .filter((joined) => joined !== '');

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** A decimal number that is not negative, with up to six decimals, trailing zeros among them. */
const decimal = fc
  .tuple(fc.integer({ min: 0, max: 999_999 }), fc.stringMatching(/^\d{0,6}$/))
  .map(([whole, fraction]) => (fraction === '' ? String(whole) : `${whole}.${fraction}`));

const tax = fc.constantFrom(
  { vatCategory: 'S', vatRate: '8.1' }, { vatCategory: 'S', vatRate: '25' }, { vatCategory: 'S', vatRate: '5.5' },
  { vatCategory: 'L', vatRate: '7' }, { vatCategory: 'Z', vatRate: '0' }, { vatCategory: 'E', vatRate: '0' },
  { vatCategory: 'AE', vatRate: '0' }, { vatCategory: 'K', vatRate: '0' }, { vatCategory: 'O', vatRate: '0' },
);

const amount = fc.oneof(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 1_000_000_000_000 }));

/** Fields that are not `needed` are there or are not, as in what the reader gives back. */
const needing = <const K extends string>(...needed: K[]): { requiredKeys: K[]; noNullPrototype: true } => ({
  requiredKeys: needed,
  noNullPrototype: true,
});

const lineAdjustment = fc.record({ amount, reason: text }, needing('amount'));
const documentAdjustment = fc.tuple(lineAdjustment, tax).map(([one, taxed]) => Object.assign({}, one, taxed));

const address = fc.record(
  { lines: fc.array(text, { maxLength: 3 }), postcode: text, town: text, country: fc.constantFrom('CH', 'DE', 'JP') },
  needing('lines'),
);

const party: fc.Arbitrary<EInvoiceParty> = fc.record(
  { name: text, vatId: fc.constantFrom('CHE-123.456.788', 'DE123456789'), address },
  needing('name', 'address'),
);

const lineParts = fc.record(
  {
    id: text,
    name: text,
    description: text,
    quantity: decimal,
    unit: fc.constantFrom('C62', 'MON', 'H87'),
    unitPrice: decimal,
    net: fc.oneof(amount, amount.map((positive) => -positive || 0)),
    allowances: fc.array(lineAdjustment, { maxLength: 2 }),
    charges: fc.array(lineAdjustment, { maxLength: 2 }),
  },
  needing('id', 'name', 'quantity', 'unit', 'net', 'allowances', 'charges'),
);

const line = fc.tuple(lineParts, tax, fc.option(decimal)).map(([parts, taxed, base]): EInvoiceLine => {
  const priced = parts.unitPrice !== undefined && base !== null;
  return Object.assign({}, parts, taxed, priced && { priceBase: base });
});

const document = fc.record(
  {
    number: text,
    issuedOn: day,
    dueOn: day,
    note: text,
    seller: party,
    buyer: party,
    currency: fc.constantFrom('EUR', 'CHF', 'JPY', 'BHD', 'CLF'),
    lines: fc.array(line, { minLength: 1, maxLength: 6 }),
    allowances: fc.array(documentAdjustment, { maxLength: 3 }),
    charges: fc.array(documentAdjustment, { maxLength: 3 }),
    prepaid: fc.oneof(fc.constant(0), amount),
    rounding: fc.integer({ min: -50, max: 50 }),
  },
  needing('number', 'issuedOn', 'seller', 'buyer', 'currency', 'lines', 'allowances', 'charges', 'prepaid', 'rounding'),
);

const type = fc.constantFrom(
  { kind: 'invoice', typeCode: '380' } as const,
  { kind: 'credit-note', typeCode: '381' } as const,
);

/** Valid invoices and credit notes: every currency exponent, rates mixed, negative lines, prepaid and rounded. */
export function invoiceArbitrary(syntax: EInvoice['syntax']): fc.Arbitrary<EInvoice> {
  return fc.tuple(type, document).map(([kind, parts]) => totalled({ syntax, ...kind, ...parts }));
}
