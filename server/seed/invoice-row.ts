import type { InvoiceLine } from '../../shared/contract/invoice.ts';
import type { Party } from '../../shared/contract/value.ts';
import { vatOn } from '../../shared/domain/vat.ts';
import { decimalText } from '../../shared/money/decimal-text.ts';
import { paymentReference } from '../documents/qr-bill/payment-reference.ts';
import type { InvoiceContent } from '../domain/invoices/invoice-content.ts';
import { invoiceSearchText } from '../domain/invoices/invoice-search-text.ts';
import type { SeedRow } from './insert-rows.ts';
import type { DocumentNumbers, DraftLine, InvoiceDraft } from './invoice-draft.ts';
import type { SeedOrganisation } from './seed-organisation.ts';

/** The host of the demo. Seldwyla is on no map. */
export const SELLER: Party = {
  name: 'Wolkenschloss Hosting AG',
  vatId: 'CHE-000.000.000 MWST',
  address: { lines: ['Luftweg 1'], postcode: '0000', town: 'Seldwyla', country: 'CH' },
};

/** Its account: the QR-IBAN that the guidelines print in their examples, of an institution that is no bank. */
export const SELLER_IBAN = 'CH4431999123000889012';

/** Gross of a draft as it stands in the document, in minor units. */
export function grossOf({ lines, organisation }: Pick<InvoiceDraft, 'lines' | 'organisation'>): number {
  const net = netOf(lines);
  return net + vatOn(net, organisation.vatBasisPoints);
}

/** The row of `invoice` with its document. A final invoice says that it was paid beforehand. */
export function invoiceRow(draft: InvoiceDraft, allNumbers: ReadonlyMap<InvoiceDraft, DocumentNumbers>): SeedRow {
  const { organisation, kind, lines } = draft;
  const numbers = allNumbers.get(draft) ?? { proForma: null, final: null };
  const credited = draft.credits === undefined ? null : allNumbers.get(draft.credits)?.final ?? null;
  const content = contentOf(draft, credited);
  const sign = kind === 'credit-note' ? -1 : 1;
  return {
    organisation_id: organisation.id,
    id: draft.id,
    kind,
    origin: 'kontor',
    number: numbers.final,
    pro_forma_number: numbers.proForma,
    state: draft.state,
    issued_on: draft.paidOn ?? draft.startedOn,
    due_on: draft.dueOn,
    pro_forma_on: kind === 'invoice' ? draft.startedOn : null,
    paid_on: draft.paidOn,
    ended_on: draft.endedOn,
    currency: organisation.currency,
    total: sign * content.totals.gross,
    payable: sign * content.totals.payable,
    seller: SELLER.name,
    subject: subjectOf(lines),
    same_number: false,
    renews_product_id: draft.renews?.product ?? null,
    renews_from: draft.renews?.from ?? null,
    search_text: invoiceSearchText({
      numbers: [numbers.final, numbers.proForma],
      seller: SELLER.name,
      currency: organisation.currency,
      amounts: [content.totals.gross, content.totals.net, ...content.lines.map((line) => line.net)],
      lines: content.lines,
    }),
    content,
  };
}

function contentOf(draft: InvoiceDraft, credited: string | null): InvoiceContent {
  const { organisation, lines, kind, paidOn } = draft;
  const { vatBasisPoints, currency } = organisation;
  const rate = String(vatBasisPoints / 100);
  const net = netOf(lines);
  const tax = vatOn(net, vatBasisPoints);
  const gross = net + tax;
  const prepaid = kind === 'invoice' && paidOn !== null ? gross : 0;
  return {
    seller: SELLER,
    buyer: buyerOf(organisation),
    lines: lines.map((line, index) => lineOf(line, index, rate, currency)),
    taxes: [{ category: 'S', rate, taxable: net, tax }],
    totals: {
      lines: net, allowances: 0, charges: 0, net, tax, gross, prepaid, rounding: 0, payable: gross - prepaid,
    },
    ...(credited === null ? {} : { note: `Credit for invoice ${credited}` }),
    ...(kind === 'invoice' && { payTo: { iban: SELLER_IBAN, reference: paymentReference(SELLER_IBAN, draft.id) } }),
  };
}

function lineOf(line: DraftLine, index: number, rate: string, currency: string): InvoiceLine {
  const { name, description, quantity, unit, price } = line;
  return {
    id: String(index + 1),
    name,
    ...(description === undefined ? {} : { description }),
    quantity: String(quantity),
    unit,
    unitPrice: decimalText({ amount: price, currency }),
    net: quantity * price,
    vatCategory: 'S',
    vatRate: rate,
  };
}

function buyerOf({ name, vatId, address }: SeedOrganisation): Party {
  return vatId === undefined ? { name, address } : { name, vatId, address };
}

function netOf(lines: readonly DraftLine[]): number {
  return lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
}

function subjectOf(lines: readonly DraftLine[]): string {
  const names = lines.slice(0, 2).map(({ name }) => name);
  return lines.length > 2 ? `${names.join(', ')} +${lines.length - 2}` : names.join(', ');
}
