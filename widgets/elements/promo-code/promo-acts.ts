import type { Cart, Order, OrderQuote } from '../../../shared/contract/order.ts';
import type { AppliedCode } from '../../../shared/contract/promo-code.ts';
import { splitPromoCodes } from '../../../shared/domain/promo-code.ts';
import { cartOf, stays } from './cart-of.ts';
import type { CartWish } from './order-follower.ts';
import { OrderActs, type Review } from './order-acts.ts';

/** Most codes in an order, and longest text of one, as the contract has it. */
export const MOST = { codes: 30, length: 100 };

/** Where the focus goes: the field, the chosen payment method. */
export const FIELD = 'input[type="text"]';
const CHOSEN = '.methods :checked';

/** What a person does with the codes of an order. */
export abstract class PromoActs extends OrderActs {
  /** The payment method that is being looked at. */
  get method(): Cart['paymentMethod'] | undefined {
    return this.wish?.paymentMethod ?? this.reviewed?.change.paymentMethod;
  }

  /** Adds the codes that are typed. */
  apply(): void {
    const typed = this.#typed();
    if (typed) this.#add(typed, this.owner.order()?.codes.filter(stays).length ?? 0, () => this.apply());
  }

  /** Adds codes of the page that are not in the order yet. */
  prefill(text: string): void {
    if (this.busy) return this.later(() => this.prefill(text));
    const known = this.owner.order()?.codes.map(({ code }) => code) ?? [];
    const codes = splitPromoCodes(text).filter((code) => !known.includes(code.toUpperCase()));
    if (this.owner.text() === text) this.owner.type(codes.join(', '));
    if (codes.length > 0) this.#add(codes, MOST.codes, () => this.prefill(text));
  }

  /** Looks at what the typed codes would do. */
  tryOut(): void {
    const order = this.owner.order();
    const typed = this.#typed();
    if (!order || !typed) return;
    const cart = cartOf(order);
    const change = { ...cart, codes: [...cart.codes, ...typed] };
    void this.run(
      'try',
      async ({ client, signal }) => {
        const quote = await client.tryCart(change, { signal });
        this.#show({ cause: 'trial', before: order, change, quote });
      },
      () => this.tryOut(),
    );
  }

  /** Changes method or cart; where a code would come or go, only once the person has agreed. */
  propose(wish: CartWish, byPerson = false): void {
    const order = this.owner.order();
    if (!order) return;
    const { paymentMethod, items } = wish;
    if (!items && paymentMethod === order.paymentMethod) return this.keep();
    const request = { order: order.id, paymentMethod, previous: order.paymentMethod };
    if (byPerson && !this.owner.tell('kontor-payment-method-change', request, true)) return this.update();
    void this.run(
      'look',
      async (running) => {
        this.wish = wish;
        this.reviewed = undefined;
        const change = { ...cartOf(order), ...wish };
        const quote = change.codes.length > 0 && (await running.client.tryCart(change, { signal: running.signal }));
        if (quote && !sameCount(order, quote)) return this.#show({ cause: items ? 'cart' : 'method', before: order, change, quote });
        this.announcement = this.totalText(await this.save(running, order, change));
      },
      () => this.propose(wish),
    );
  }

  /** Makes the change that was looked at. */
  confirm(): void {
    const review = this.reviewed;
    if (!review) return;
    const { cause, before, change } = review;
    const codes = cause === 'trial' ? change.codes.slice(before.codes.filter(stays).length) : [];
    if (cause === 'trial' && !this.owner.tell('kontor-promo-code-apply', { order: before.id, codes }, true)) return;
    const again = (): void => (cause === 'trial' ? this.apply() : this.propose(wishOf(review)));
    void this.run(
      'change',
      async (running) => {
        const order = await this.save(running, before, change);
        if (cause === 'trial') this.#applied(order, order.codes.slice(-codes.length));
        else this.announcement = this.totalText(order);
        this.owner.focus(cause === 'trial' ? FIELD : CHOSEN, CHOSEN, FIELD, '.totals');
      },
      again,
    );
  }

  /** Leaves all as it is. */
  keep(): void {
    const order = this.owner.order();
    const review = this.reviewed;
    if (!order || this.busy === 'change') return;
    if (this.busy === 'look') this.forget();
    if (!review) return this.settle(order);
    this.settle(order);
    if (review.cause !== 'trial') this.owner.tell('kontor-order-kept', { order: order.id, paymentMethod: order.paymentMethod });
    this.announcement = '';
    this.owner.focus(review.cause === 'trial' ? FIELD : CHOSEN, CHOSEN, FIELD, '.totals');
  }

  /** @param index of the code in the order */
  remove(index: number): void {
    const order = this.owner.order();
    const gone = order?.codes[index];
    if (!order || !gone || !this.owner.tell('kontor-promo-code-remove', { order: order.id, code: gone.code }, true)) return;
    const others = order.codes.filter((code, at) => at !== index && stays(code));
    const at = order.codes.slice(0, index).filter(stays).length;
    void this.run(
      'change',
      async (running) => {
        const now = await this.save(running, order, { ...cartOf(order), codes: others.map(({ code }) => code) });
        this.removed = { code: gone.code, at };
        this.announcement = `${this.removedText(gone.code)} ${this.totalText(now)}`;
        this.owner.focus('[part="undo"]');
        this.owner.tell('kontor-promo-code-removed', { order: order.id, code: gone.code });
      },
      () => this.remove(this.owner.order()?.codes.findIndex(({ code }) => code === gone.code) ?? -1),
    );
  }

  /** Puts the code back that was removed last, in its old place. */
  undo(): void {
    const { removed } = this;
    if (removed) this.#add([removed.code], removed.at, () => this.#add([removed.code], removed.at, () => {}), `[data-index="${removed.at}"]`);
  }

  protected abstract totalText(order: OrderQuote): string;
  protected abstract removedText(code: string): string;
  protected abstract codesText(codes: readonly AppliedCode[], quote: OrderQuote): string;
  protected abstract reviewText(review: Review): string;

  #add(codes: readonly string[], at: number, again: () => void, place = FIELD): void {
    const order = this.owner.order();
    if (!order || this.busy || !this.owner.tell('kontor-promo-code-apply', { order: order.id, codes }, true)) return;
    const cart = cartOf(order);
    void this.run(
      'apply',
      async (running) => {
        const now = await this.save(running, order, { ...cart, codes: cart.codes.toSpliced(at, 0, ...codes) });
        const from = Math.min(at, cart.codes.length);
        this.#applied(now, now.codes.slice(from, from + codes.length), place === FIELD);
        this.owner.focus(place, FIELD, '.totals');
      },
      again,
    );
  }

  #applied(order: Order, codes: readonly AppliedCode[], typed = true): void {
    if (typed) this.owner.type('');
    this.announcement = this.codesText(codes, order);
    this.owner.tell('kontor-promo-code-applied', { order: order.id, codes });
  }

  #show(review: Review): void {
    this.reviewed = review;
    this.announcement = this.reviewText(review);
  }

  /** The codes typed; undefined where something has to come first, which is then said. */
  #typed(): string[] | undefined {
    const codes = splitPromoCodes(this.owner.text()).map((code) => code.slice(0, MOST.length));
    const order = this.owner.order();
    if (order?.paymentMethod === null) return void this.ask('method');
    if (codes.length === 0) return void this.ask('empty');
    if ((order ? cartOf(order).codes.length : 0) + codes.length > MOST.codes) return void this.ask('full');
    return codes;
  }
}

/** Whether the same codes count. */
function sameCount(one: OrderQuote, other: OrderQuote): boolean {
  const counting = ({ codes }: OrderQuote): string => codes.flatMap(({ code, discount }) => (discount === null ? [] : [code])).join();
  return counting(one) === counting(other);
}

const wishOf = ({ cause, change: { paymentMethod, items } }: Review): CartWish =>
  cause === 'method' && paymentMethod ? { paymentMethod } : { ...(items && { items }), ...(paymentMethod && { paymentMethod }) };
