import type { Order } from '../../../shared/contract/order.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { ORDER_COLUMNS, orderFrom, type OrderLineOfList } from './order-row.ts';

const READ = `select ${ORDER_COLUMNS} from customer_order where organisation_id = $1 and id = $2`;

/** @throws {Refusal} KONTOR_NOT_FOUND for an order of another organisation as for none. */
export async function readOrder(act: Act, id: string): Promise<Order> {
  const [line] = await act.tx.query<OrderLineOfList>(READ, [act.organisation, id]);
  if (!line) throw new Refusal('KONTOR_NOT_FOUND');
  return await orderFrom(act, line);
}
