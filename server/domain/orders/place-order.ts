import { v7 as uuid } from 'uuid';
import type { Order, OrderQuote, Placement } from '../../../shared/contract/order.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { lockAccounts } from '../../ledger/lock-accounts.ts';
import { auditAct } from '../audit.ts';
import { invoicesChanged } from '../invoices/invoices-changed.ts';
import { useCodes } from '../promo-codes/use-codes.ts';
import { addProducts } from './add-products.ts';
import { addOrderInvoice } from './add-order-invoice.ts';
import { inOrganisation, payerOf } from './order-payer.ts';
import { ORDER_COLUMNS, type OrderLineOfList } from './order-row.ts';
import { payOrder } from './pay-order.ts';
import { priceCart } from './price-carts.ts';

const CURRENCY = 'select currency from organisation where id = $1';

const LOCK = `select ${ORDER_COLUMNS} from customer_order where organisation_id = $1 and id = $2 for no key update`;

const CLOSE = `update customer_order set state = $3, quote = $4, placed_at = $5, invoice_id = $6, payer_organisation_id = $7, payer_invoice_id = $8,
    revision = revision + 1
  where organisation_id = $1 and id = $2 returning revision`;

/**
 * Places an order at the price that was agreed to: all of it or nothing, in the transaction of the act. Where
 * the partner pays, its own organisation gets the invoice, and the client's sees none.
 * Called inside `once`. Locks are taken in one order by every placement: the organisation's ledger
 * accounts, the order, then late, since others share them, the promo codes and the series of numbers.
 * @throws {Refusal} KONTOR_ORDER_CLOSED, KONTOR_CONFLICT, KONTOR_PAYMENT_METHOD_MISSING,
 *   KONTOR_ORDER_TOTAL_CHANGED, KONTOR_BALANCE_NOT_COVERED, KONTOR_PARTNER_CHARGE_REFUSED, each with nothing changed
 */
export async function placeOrder(act: Act, id: string, placement: Placement): Promise<Order> {
  const { tx, organisation, now } = act;
  const [known] = await tx.query<{ currency: string }>(CURRENCY, [organisation]);
  if (!known) throw new Refusal('KONTOR_NOT_FOUND');
  const accounts = await lockAccounts(tx, organisation, known.currency, ['outside', 'prepaid']);
  const [line] = await tx.query<OrderLineOfList>(LOCK, [organisation, id]);
  const { cart, created_at } = placeable(line, placement.revision);
  const quote = await priceCart(act, cart);
  agreed(quote, placement.gross);
  const document = uuid();
  const payer = await payerOf(act, quote);
  const paid = payer ? quote.totals.gross === 0 : await payOrder(act, accounts, quote, document);
  if (paid) await addProducts(act, quote.items, payer !== undefined);
  await inOrganisation(act, payer?.organisation, async (there) => {
    await invoicesChanged(tx, there.organisation);
    if (payer) await auditAct(there, 'invoice.charge', document);
  });
  await auditAct(act, 'order.place', id);
  await useCodes(act, id, quote.codes);
  await inOrganisation(act, payer?.organisation, (there) => addOrderInvoice(there, document, { quote, paid, client: payer?.client }));
  const state = paid ? 'paid' : 'placed';
  const invoice = payer ? null : document;
  const close = [organisation, id, state, JSON.stringify(quote), now, invoice, payer?.organisation ?? null, payer ? document : null];
  const [closed] = await tx.query<{ revision: number }>(CLOSE, close);
  if (!closed) throw new Error('A locked order was lost.');
  return { id, state, revision: closed.revision, createdAt: created_at.toISOString(), invoice, ...quote };
}

function placeable(line: OrderLineOfList | undefined, revision: number): OrderLineOfList {
  if (!line) throw new Refusal('KONTOR_NOT_FOUND');
  if (line.state !== 'open') throw new Refusal('KONTOR_ORDER_CLOSED');
  if (line.revision !== revision) throw new Refusal('KONTOR_CONFLICT');
  if (line.cart.paymentMethod === null) throw new Refusal('KONTOR_PAYMENT_METHOD_MISSING');
  return line;
}

function agreed({ totals, currency }: OrderQuote, gross: Placement['gross']): void {
  if (totals.gross !== gross.amount || currency !== gross.currency) throw new Refusal('KONTOR_ORDER_TOTAL_CHANGED');
}
