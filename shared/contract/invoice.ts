import { Type, type Static } from 'typebox';
import { CurrencyCode, Day, Id, MinorUnits, MoneyValue, Party, SearchText, Window } from './value.ts';

const InvoiceStatusValue = Type.Enum([
  'overdue', 'due', 'pro-forma', 'processing', 'paid', 'refunded', 'cancelled',
]);

/**
 * What can be downloaded: the PDF of one of our own (a pro forma before payment, the final invoice after
 * it), the final one as e-invoice, or the file that was imported.
 */
export const InvoiceDocument = Type.Enum(['pdf', 'xml', 'original']);
export type InvoiceDocument = Static<typeof InvoiceDocument>;

/** A pro forma and the final invoice that follows it are one row. */
export const InvoiceRow = Type.Object(
  {
    id: Id,
    kind: Type.Enum(['invoice', 'credit-note']),
    origin: Type.Enum(['kontor', 'imported'], { description: 'Imported rows have no effect on the ledger.' }),
    number: Type.Union([Type.String(), Type.Null()], { description: 'Final number; null before payment.' }),
    proFormaNumber: Type.Union([Type.String(), Type.Null()]),
    status: InvoiceStatusValue,
    issuedOn: Day,
    dueOn: Type.Union([Day, Type.Null()]),
    paidOn: Type.Union([Day, Type.Null()]),
    seller: Type.String(),
    subject: Type.String({ description: 'What it is for: names of the first products or lines.' }),
    total: Type.Object(MoneyValue.properties, {
      additionalProperties: false,
      description: 'Gross as it counts for the buyer: a credit note is negative.',
    }),
    payable: Type.Object(MoneyValue.properties, {
      additionalProperties: false,
      description: 'What the document asks for after prepayments, with the sign of `total`.',
    }),
    sameNumber: Type.Boolean({ description: 'Another row has the same seller and number in other bytes.' }),
    documents: Type.Array(InvoiceDocument),
  },
  { $id: 'InvoiceRow', additionalProperties: false },
);
export type InvoiceRow = Static<typeof InvoiceRow>;

export const InvoiceSortKey = Type.Enum(['issued', 'due', 'number', 'status', 'total', 'subject']);
export type InvoiceSortKey = Static<typeof InvoiceSortKey>;

/** Filters: all given ones must hold. Text is searched in numbers, seller, lines and amounts. */
export const InvoiceQuery = Type.Object(
  {
    status: Type.Optional(Type.Array(InvoiceStatusValue, { maxItems: 7 })),
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    search: Type.Optional(SearchText),
    sort: Type.Optional(InvoiceSortKey),
    descending: Type.Optional(Type.Boolean({ description: 'Left out: the newest day of issue first, every other order ascending.' })),
    after: Type.Optional(
      Type.String({ maxLength: 500, description: 'Cursor of an earlier answer; takes the place of `offset`.' }),
    ),
    ...Window,
  },
  { additionalProperties: false },
);
export type InvoiceQuery = Partial<Static<typeof InvoiceQuery>>;

/** Totals of the whole filtered list, one for each currency; nothing is added over two of them. */
export const CurrencyTotal = Type.Object(
  {
    currency: CurrencyCode,
    count: Type.Integer(),
    total: MinorUnits,
    open: Type.Object({ count: Type.Integer(), total: MinorUnits }, { additionalProperties: false }),
  },
  { $id: 'CurrencyTotal', additionalProperties: false },
);
export type CurrencyTotal = Static<typeof CurrencyTotal>;

export const ListSummary = Type.Object(
  { count: Type.Integer(), totals: Type.Array(CurrencyTotal) },
  { additionalProperties: false },
);
export type ListSummary = Static<typeof ListSummary>;

export const InvoiceWindow = Type.Object(
  {
    rows: Type.Array(InvoiceRow),
    summary: Type.Union([ListSummary, Type.Null()]),
    next: Type.Union([Type.String(), Type.Null()], { description: 'Cursor for `after`; null at the end.' }),
  },
  { $id: 'InvoiceWindow', additionalProperties: false },
);
export type InvoiceWindow = Static<typeof InvoiceWindow>;

export const InvoiceLine = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    description: Type.Optional(Type.String()),
    quantity: Type.String({ description: 'Exact decimal text.' }),
    unit: Type.String({ description: 'Code of UN/ECE Recommendation 20.' }),
    unitPrice: Type.String({ description: 'Exact decimal text; may have more decimals than the currency.' }),
    net: MinorUnits,
    vatCategory: Type.String(),
    vatRate: Type.String({ description: 'Per cent as exact decimal text.' }),
  },
  { additionalProperties: false },
);
export type InvoiceLine = Static<typeof InvoiceLine>;

const InvoiceTax = Type.Object(
  { category: Type.String(), rate: Type.String(), taxable: MinorUnits, tax: MinorUnits },
  { additionalProperties: false },
);

/** One step of the way from the pro forma to the final document. */
const InvoiceStep = Type.Object(
  {
    step: Type.Enum(['pro-forma', 'payment', 'final', 'cancellation', 'refund', 'import']),
    on: Type.Union([Day, Type.Null()]),
    number: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
);

/** A document in full. Amounts stand as in the document, without the sign of the list. */
export const InvoiceDetail = Type.Object(
  {
    row: InvoiceRow,
    seller: Party,
    buyer: Party,
    lines: Type.Array(InvoiceLine),
    taxes: Type.Array(InvoiceTax),
    totals: Type.Object(
      {
        lines: MinorUnits,
        allowances: MinorUnits,
        charges: MinorUnits,
        net: MinorUnits,
        tax: MinorUnits,
        gross: MinorUnits,
        prepaid: MinorUnits,
        rounding: MinorUnits,
        payable: MinorUnits,
      },
      { additionalProperties: false },
    ),
    note: Type.Optional(Type.String()),
    payTo: Type.Optional(
      Type.Object(
        { iban: Type.String(), reference: Type.String() },
        {
          additionalProperties: false,
          description: "The seller's account that a bank transfer goes to, and the reference it must carry; both without spaces.",
        },
      ),
    ),
    chain: Type.Array(InvoiceStep),
  },
  { $id: 'InvoiceDetail', additionalProperties: false },
);
export type InvoiceDetail = Static<typeof InvoiceDetail>;
