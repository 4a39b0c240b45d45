import { v7 as uuid } from 'uuid';
import type { Clock } from '../../../server/clock.ts';
import { once, type OnceAnswer } from '../../../server/domain/idempotency.ts';
import { changeOrder } from '../../../server/domain/orders/change-order.ts';
import { createOrder } from '../../../server/domain/orders/create-order.ts';
import { placeOrder } from '../../../server/domain/orders/place-order.ts';
import { priceCart } from '../../../server/domain/orders/price-carts.ts';
import { readOrder } from '../../../server/domain/orders/read-order.ts';
import { readBalance } from '../../../server/domain/prepaid/read-balance.ts';
import type { Act } from '../../../server/http/act.ts';
import type { Database } from '../../../server/storage/database.ts';
import type { Cart, Order, OrderChange, OrderQuote, Placement } from '../../../shared/contract/order.ts';
import { actAs } from '../ledger/act-as.ts';
import { type MadeOrganisation, makeOrganisation } from '../ledger/make-organisation.ts';

/** The owner of an organisation who orders, as the routes do it after the session was checked. */
export class Customer {
  readonly made: MadeOrganisation;
  /** How often placements ran: more often than there were some where one met a deadlock and was repeated. */
  tries = 0;
  readonly #database: Database;
  readonly #clock: Clock;

  private constructor(made: MadeOrganisation, database: Database, clock: Clock) {
    this.made = made;
    this.#database = database;
    this.#clock = clock;
  }

  static async of(database: Database, clock: Clock, currency = 'CHF'): Promise<Customer> {
    return new Customer(await makeOrganisation(database, currency), database, clock);
  }

  act<T>(work: (act: Act) => Promise<T>): Promise<T> {
    return actAs(this.#database, this.made, this.#clock, work);
  }

  create(cart: Cart): Promise<Order> {
    return this.act((act) => createOrder(act, cart));
  }

  read(id: string): Promise<Order> {
    return this.act((act) => readOrder(act, id));
  }

  change(id: string, change: OrderChange): Promise<Order> {
    return this.act((act) => changeOrder(act, id, change));
  }

  try(cart: Cart): Promise<OrderQuote> {
    return this.act((act) => priceCart(act, cart));
  }

  /** Agrees to what was seen. */
  place(seen: Order, key: string = uuid()): Promise<OnceAnswer<Order>> {
    const { id, revision, currency, totals: { gross } } = seen;
    const body: Placement = { revision, gross: { amount: gross, currency } };
    return this.act((act) => {
      this.tries += 1;
      return once(act, { key, name: 'order.place', body: { id, ...body } }, () => placeOrder(act, id, body));
    });
  }

  async available(): Promise<number> {
    return (await this.act(readBalance)).available.amount;
  }

  /** How many rows of a table are the organisation's. */
  async count(table: 'invoice' | 'product' | 'promo_use' | 'ledger_transfer' | 'idempotency_key'): Promise<number> {
    const [row] = await this.act(({ tx, organisation }) =>
      tx.query<{ n: number }>(`select count(*)::int as n from ${table} where organisation_id = $1`, [organisation]));
    return row?.n ?? Number.NaN;
  }
}
