import type { Cart, Order, OrderQuote } from '../../../shared/contract/order.ts';
import type { Act } from '../../http/act.ts';
import { priceCarts } from './price-carts.ts';

/** The columns of `customer_order` that `ordersFrom` reads. */
export const ORDER_COLUMNS = 'id, state, revision, cart, quote, invoice_id, created_at';

/** A row of `customer_order` as the database gives it. */
export type OrderLineOfList = {
  readonly id: string; readonly state: Order['state']; readonly revision: number; readonly cart: Cart; readonly quote: OrderQuote | null;
  readonly invoice_id: string | null; readonly created_at: Date;
};

/** Orders as the contract has them: an open one at what it costs now, another at what it cost. */
export async function ordersFrom(act: Act, lines: readonly OrderLineOfList[]): Promise<Order[]> {
  const open = lines.filter(({ quote }) => quote === null);
  const quotes = await priceCarts(act, open.map(({ cart }) => cart));
  const priced = new Map(open.map(({ id }, index) => [id, quotes[index]]));
  return lines.map(({ id, state, revision, quote, invoice_id, created_at }) => {
    const cost = quote ?? priced.get(id);
    if (!cost) throw new Error('An order has no price.');
    return { id, state, revision, createdAt: created_at.toISOString(), invoice: invoice_id, ...cost };
  });
}

/** As `ordersFrom`, of one. */
export async function orderFrom(act: Act, line: OrderLineOfList): Promise<Order> {
  const [order] = await ordersFrom(act, [line]);
  if (!order) throw new Error('An order was lost.');
  return order;
}
