import type { OrderQuery, OrderWindow } from '../../../shared/contract/order.ts';
import type { Act } from '../../http/act.ts';
import { toNumber } from '../../storage/minor-units.ts';
import { ORDER_COLUMNS, type OrderLineOfList, ordersFrom } from './order-row.ts';

const STATE = '($2::text is null or state = $2)';
/** Ids are made in the order of time. */
const LIST = `select ${ORDER_COLUMNS} from customer_order where organisation_id = $1 and ${STATE} order by id desc limit $3 offset $4`;
const COUNT = `select count(*) as count from customer_order where organisation_id = $1 and ${STATE}`;

/** The organisation's orders, newest first. */
export async function listOrders(act: Act, { state, offset = 0, limit = 50 }: OrderQuery): Promise<OrderWindow> {
  const asked = [act.organisation, state ?? null];
  const lines = await act.tx.query<OrderLineOfList>(LIST, [...asked, limit, offset]);
  const [total] = await act.tx.query<{ count: bigint }>(COUNT, asked);
  return { rows: await ordersFrom(act, lines), count: toNumber(total?.count ?? 0n) };
}
