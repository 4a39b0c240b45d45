import type { Order, OrderChange } from '../../../shared/contract/order.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { auditAct } from '../audit.ts';
import { jsonText } from '../../storage/json-text.ts';
import { ORDER_COLUMNS, orderFrom, type OrderLineOfList } from './order-row.ts';

const CHANGE = `update customer_order set cart = $4, revision = revision + 1
  where organisation_id = $1 and id = $2 and revision = $3 and state = 'open' returning ${ORDER_COLUMNS}`;

const STATE = 'select state from customer_order where organisation_id = $1 and id = $2';

/**
 * Puts another cart in the place of the one that was seen.
 * @throws {Refusal} KONTOR_CONFLICT where somebody changed it meanwhile, KONTOR_ORDER_CLOSED where it was placed.
 */
export async function changeOrder(act: Act, id: string, { revision, ...cart }: OrderChange): Promise<Order> {
  const { tx, organisation } = act;
  const [line] = await tx.query<OrderLineOfList>(CHANGE, [organisation, id, revision, jsonText(cart)]);
  if (line) {
    await auditAct(act, 'order.change', id);
    return await orderFrom(act, line);
  }
  const [there] = await tx.query<{ state: Order['state'] }>(STATE, [organisation, id]);
  if (!there) throw new Refusal('KONTOR_NOT_FOUND');
  throw new Refusal(there.state === 'open' ? 'KONTOR_CONFLICT' : 'KONTOR_ORDER_CLOSED');
}
