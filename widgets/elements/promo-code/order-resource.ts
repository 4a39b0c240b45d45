import type { LitElement } from 'lit';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { Order } from '../../../shared/contract/order.ts';
import { mayBill } from '../../../shared/domain/rights.ts';
import { type Call, ResourceController } from '../../controllers/resource-controller.ts';

type Args = readonly [KontorClient, string | undefined];

/**
 * The order with this id, or the newest open one; null where there is none. Nothing is asked for without
 * a client, the right and the feature.
 */
export function orderResource(
  host: LitElement,
  client: () => KontorClient | undefined,
  id: () => string | undefined,
): ResourceController<Args, Order | null> {
  return new ResourceController<Args, Order | null>(host, {
    args: () => {
      const now = client();
      return now?.can('orders:write') && mayBill(now.session.organisation) ? [now, id()] : undefined;
    },
    load: ([client, id], call) => (id === undefined ? newest(client, call) : client.order(id, call)),
    keep: (before, now) => before[0] === now[0] && before[1] === now[1],
  });
}

async function newest(client: KontorClient, { signal, early }: Call<Order | null>): Promise<Order | null> {
  const options = { signal, early: ({ rows }: { rows: Order[] }, at: Date) => early(rows[0] ?? null, at) };
  const { rows } = await client.orders({ state: 'open', limit: 1 }, options);
  return rows[0] ?? null;
}
