import { v7 as uuid } from 'uuid';
import type { Cart, Order } from '../../../shared/contract/order.ts';
import type { Act } from '../../http/act.ts';
import { auditAct } from '../audit.ts';
import { jsonText } from '../../storage/json-text.ts';
import { priceCart } from './price-carts.ts';

const CREATE = `insert into customer_order (organisation_id, id, state, cart, created_by, created_at) values ($1, $2, 'open', $3, $4, $5)`;

/** Opens an order. It costs nothing and binds nobody until it is placed. */
export async function createOrder(act: Act, cart: Cart): Promise<Order> {
  const { tx, organisation, account, now } = act;
  const quote = await priceCart(act, cart);
  const id = uuid();
  await tx.query(CREATE, [organisation, id, jsonText(cart), account, now]);
  await auditAct(act, 'order.open', id);
  return { id, state: 'open', revision: 1, createdAt: now.toISOString(), invoice: null, ...quote };
}
