import type { Cart, Order } from '../../../shared/contract/order.ts';
import type { PaymentMethod } from '../../../shared/contract/promo-code.ts';
import type { DeskAct } from './promo-desk.ts';

/** What a page wishes of an order; left out: as it is. */
export interface CartWish {
  paymentMethod?: PaymentMethod;
  items?: Cart['items'];
}

interface Followed {
  act(act: DeskAct): void;
  tell(name: `kontor-${string}`, detail: unknown): boolean;
}

/** Does what a newly read order asks for: tells the page, says what others changed, and brings up the page's wishes. */
export class OrderFollower {
  /** Codes that the page wants applied once. */
  prefill = '';
  wish: CartWish = {};

  #followed: Followed;
  #seen: Order | undefined;

  constructor(followed: Followed) {
    this.#followed = followed;
  }

  /** @param mine whether the element itself has changed it */
  follow(order: Order, mine: boolean): void {
    const before = this.#seen;
    this.#seen = order;
    if (before === order || (before && sameOrder(before, order))) return this.#wishes(order);
    const { id, revision, state, paymentMethod, codes, currency, totals } = order;
    this.#followed.tell('kontor-order-change', { order: id, revision, state, paymentMethod, codes, currency, totals });
    if (before?.id === id && !mine) this.#followed.act((desk) => desk.tellChanged(before, order));
    this.#wishes(order);
  }

  #wishes(order: Order): void {
    if (order.state !== 'open') return;
    const { wish, prefill } = this;
    this.wish = {};
    if (wish.items || (wish.paymentMethod && wish.paymentMethod !== order.paymentMethod)) {
      this.#followed.act((desk) => desk.propose(wish));
    } else if (prefill !== '' && order.paymentMethod !== null) {
      this.prefill = '';
      this.#followed.act((desk) => desk.prefill(prefill));
    }
  }
}

function sameOrder(one: Order, other: Order): boolean {
  return one.id === other.id && one.revision === other.revision && one.state === other.state && sameEffects(one, other);
}

const sameEffects = (one: Order, other: Order): boolean =>
  JSON.stringify([one.codes, one.totals]) === JSON.stringify([other.codes, other.totals]);
