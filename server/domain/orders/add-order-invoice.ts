import type { OrderQuote } from '../../../shared/contract/order.ts';
import type { Party } from '../../../shared/contract/value.ts';
import type { Act } from '../../http/act.ts';
import { invoiceSearchText } from '../invoices/invoice-search-text.ts';
import { nextNumber } from '../invoices/next-number.ts';
import { readSeller } from '../invoices/read-seller.ts';
import { orderContent, orderSubject } from './order-content.ts';

/** Days until a pro forma has to be paid. Default of the design. */
const PAYMENT_DEADLINE_DAYS = 30;

const BUYER = 'select name, vat_id, address from organisation where id = $1';

const ADD = `insert into invoice (organisation_id, id, kind, origin, number, pro_forma_number, state, issued_on, due_on,
    pro_forma_on, paid_on, currency, total, payable, seller, subject, search_text, content)
  values ($1, $2, 'invoice', 'kontor', $3, $4, $5, $6, $6::date + $7::integer, $8, $9, $10, $11, $12, $13, $14, $15, $16)`;

/** What an invoice is written for. */
interface InvoicedOrder {
  readonly quote: OrderQuote;
  readonly paid: boolean;
  /** Name of the organisation that ordered, where another one pays. */
  readonly client: string | undefined;
}

/** Writes the invoice of an order: final where it is paid, otherwise a pro forma that waits for the money. */
export async function addOrderInvoice(act: Act, id: string, { quote, paid, client }: InvoicedOrder): Promise<void> {
  const { tx, organisation, today } = act;
  const { currency } = quote;
  const seller = await readSeller(tx);
  const content = orderContent({ id, quote, paid, seller, buyer: await readBuyer(act), client });
  const { gross, net, payable } = content.totals;
  const number = await nextNumber(tx, paid ? 'final' : 'pro-forma', today);
  const searchText = invoiceSearchText({
    numbers: [number], seller: seller.party.name, currency, amounts: [gross, net, ...content.lines.map((line) => line.net)], lines: client === undefined ? content.lines : [...content.lines, { name: client }],
  });
  await tx.query(ADD, [
    organisation, id, paid ? number : null, paid ? null : number, paid ? 'paid' : 'pro-forma', today, paid ? 0 : PAYMENT_DEADLINE_DAYS,
    paid ? null : today, paid ? today : null, currency, gross, payable, seller.party.name, orderSubject(quote, client), searchText, JSON.stringify(content),
  ]);
}

async function readBuyer({ tx, organisation }: Act): Promise<Party> {
  const [buyer] = await tx.query<{ name: string; vat_id: string | null; address: Party['address'] }>(BUYER, [organisation]);
  if (!buyer) throw new Error('An order has no buyer.');
  const { name, vat_id: vatId, address } = buyer;
  return { name, ...(vatId === null ? {} : { vatId }), address };
}
