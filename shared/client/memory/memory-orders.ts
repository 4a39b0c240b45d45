import { v7 as uuid } from 'uuid';
import type { Cart, Catalogue, CatalogueItem, Order, OrderChange, OrderLine, OrderQuery, OrderQuote, OrderWindow, Placement } from '../../contract/order.ts';
import type { PromoCheckResult } from '../../contract/promo-code.ts';
import type { Session } from '../../contract/session.ts';
import { applyPromoCodes, type PriceFacts } from '../../domain/apply-promo-codes.ts';
import { checkPromoCode } from '../../domain/check-promo-code.ts';
import type { PromoDefinition } from '../../domain/promo-definition.ts';
import { KontorError } from '../kontor-error.ts';

/** A shop of one organisation: what is offered, with which codes, and what lies in its carts. */
export interface MemoryOrdersOptions {
  readonly catalogue: readonly CatalogueItem[];
  /** Hundredths of a per cent. */
  readonly vatBasisPoints: number;
  readonly promoCodes?: readonly PromoDefinition[];
  /** Open orders, the oldest first. */
  readonly carts?: readonly Cart[];
  readonly newCustomer?: boolean;
  /** Codes that the organisation used before. */
  readonly usedCodes?: readonly string[];
  /** Ids of organisations that the person could switch to. */
  readonly otherOrganisations?: readonly string[];
}

interface Kept {
  readonly order: Omit<Order, keyof OrderQuote>;
  readonly cart: Cart;
  /** What it cost when it was placed. */
  readonly quote: OrderQuote | undefined;
}

/** Takes an amount from the prepaid account for an invoice. @returns false where it does not hold it */
export type PayPrepaid = (amount: number, invoice: string) => boolean;

/** Orders and promo codes of one organisation in memory, by the gateway's rules. Invoices and products of orders are not made. */
export class MemoryOrders {
  #catalogue: readonly CatalogueItem[];
  #codes: Map<string, PromoDefinition>;
  #facts: PriceFacts;
  #pay: PayPrepaid;
  #orders = new Map<string, Kept>();
  #byKey = new Map<string, { request: string; order: Order }>();

  constructor(options: MemoryOrdersOptions, { organisation, today }: Session, pay: PayPrepaid) {
    const { catalogue, vatBasisPoints, promoCodes = [], carts = [], newCustomer = false, usedCodes = [], otherOrganisations = [] } = options;
    this.#catalogue = catalogue;
    this.#codes = new Map(promoCodes.map((code) => [code.code, code]));
    this.#facts = {
      organisation: organisation.id, currency: organisation.currency, today, vatBasisPoints, newCustomer,
      usedCodes: new Set(usedCodes), otherOrganisations: new Set(otherOrganisations),
    };
    this.#pay = pay;
    for (const cart of carts) this.create(cart);
  }

  catalogue(): Catalogue {
    return { items: [...this.#catalogue] };
  }

  orders({ state, offset = 0, limit = 50 }: OrderQuery = {}): OrderWindow {
    const rows = [...this.#orders.values()].toReversed().filter(({ order }) => state === undefined || order.state === state);
    return { rows: rows.slice(offset, offset + limit).map((kept) => this.#shown(kept)), count: rows.length };
  }

  /** @throws {KontorError} KONTOR_NOT_FOUND */
  order(id: string): Order {
    return this.#shown(this.#kept(id));
  }

  /** @throws {KontorError} KONTOR_CATALOGUE_ITEM_UNKNOWN */
  try({ items, paymentMethod, codes }: Cart): OrderQuote {
    const lines = items.map(({ item, quantity }) => this.#line(item, quantity));
    return applyPromoCodes({ lines, paymentMethod, codes }, this.#codes, this.#facts);
  }

  /** @throws {KontorError} KONTOR_CATALOGUE_ITEM_UNKNOWN */
  create(cart: Cart): Order {
    const quote = this.try(cart);
    const order = { id: uuid(), state: 'open', revision: 1, createdAt: new Date().toISOString(), invoice: null } as const;
    this.#orders.set(order.id, { order, cart, quote: undefined });
    return { ...order, ...quote };
  }

  /** @throws {KontorError} KONTOR_NOT_FOUND, KONTOR_ORDER_CLOSED, KONTOR_CONFLICT, KONTOR_CATALOGUE_ITEM_UNKNOWN */
  change(id: string, { revision, ...cart }: OrderChange): Order {
    const { order } = this.#open(id, revision);
    const quote = this.try(cart);
    const changed = { ...order, revision: revision + 1 };
    this.#orders.set(id, { order: changed, cart, quote: undefined });
    return { ...changed, ...quote };
  }

  /**
   * @throws {KontorError} KONTOR_IDEMPOTENCY_KEY_REUSED, KONTOR_NOT_FOUND, KONTOR_ORDER_CLOSED, KONTOR_CONFLICT,
   * KONTOR_PAYMENT_METHOD_MISSING, KONTOR_ORDER_TOTAL_CHANGED, KONTOR_BALANCE_NOT_COVERED
   */
  place(id: string, { revision, gross }: Placement, idempotencyKey: string): Order {
    const request = JSON.stringify([id, revision, gross.amount, gross.currency]);
    const before = this.#byKey.get(idempotencyKey);
    if (before && before.request !== request) throw new KontorError('KONTOR_IDEMPOTENCY_KEY_REUSED', 'Another request had this key.');
    if (before) return before.order;
    const { order, cart } = this.#open(id, revision);
    const quote = this.try(cart);
    const { paymentMethod, currency, totals } = quote;
    if (paymentMethod === null) throw new KontorError('KONTOR_PAYMENT_METHOD_MISSING', 'No payment method was chosen.');
    if (totals.gross !== gross.amount || currency !== gross.currency) throw new KontorError('KONTOR_ORDER_TOTAL_CHANGED', 'It costs another amount.');
    const invoice = uuid();
    if (paymentMethod === 'prepaid' && totals.gross > 0 && !this.#pay(totals.gross, invoice)) {
      throw new KontorError('KONTOR_BALANCE_NOT_COVERED', 'The account does not hold it.');
    }
    this.#use(quote);
    const state = paymentMethod === 'bank-transfer' && totals.gross > 0 ? 'placed' : 'paid';
    const placed = { ...order, state, invoice, revision: revision + 1 } as const;
    this.#orders.set(id, { order: placed, cart, quote });
    const answer = { ...placed, ...quote };
    this.#byKey.set(idempotencyKey, { request, order: answer });
    return answer;
  }

  check(text: string): PromoCheckResult {
    const { code, reason, offer } = checkPromoCode(text, this.#codes, this.#facts);
    return { code, reason, offer };
  }

  #kept(id: string): Kept {
    const kept = this.#orders.get(id);
    if (!kept) throw new KontorError('KONTOR_NOT_FOUND', 'No such order.');
    return kept;
  }

  #open(id: string, revision: number): Kept {
    const kept = this.#kept(id);
    if (kept.order.state !== 'open') throw new KontorError('KONTOR_ORDER_CLOSED', 'The order was placed.');
    if (kept.order.revision !== revision) throw new KontorError('KONTOR_CONFLICT', 'The order was changed meanwhile.');
    return kept;
  }

  #shown({ order, cart, quote }: Kept): Order {
    return { ...order, ...(quote ?? this.try(cart)) };
  }

  #line(id: string, quantity: number): Omit<OrderLine, 'net' | 'discount'> {
    const found = this.#catalogue.find((item) => item.id === id.toLowerCase());
    if (!found) throw new KontorError('KONTOR_CATALOGUE_ITEM_UNKNOWN', 'The catalogue has no such item.');
    const { kind, name, periodMonths, net } = found;
    return { item: found.id, kind, name, quantity, periodMonths, unitNet: net.amount };
  }

  #use({ codes }: OrderQuote): void {
    const counting = codes.filter(({ reason }) => reason === null).map(({ code }) => code);
    for (const code of counting) {
      const definition = this.#codes.get(code);
      if (definition) this.#codes.set(code, { ...definition, used: definition.used + 1 });
    }
    this.#facts = { ...this.#facts, newCustomer: false, usedCodes: new Set([...this.#facts.usedCodes, ...counting]) };
  }
}
