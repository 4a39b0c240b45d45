import type { LitElement, ReactiveController } from 'lit';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { codedError, type KontorError } from '../../../shared/client/kontor-error.ts';
import type { Cart, Order, OrderQuote } from '../../../shared/contract/order.ts';
import type { PromoCheckResult } from '../../../shared/contract/promo-code.ts';
import type { Money } from '../../../shared/money/money.ts';
import type { PromoCodeTerms } from './terms/terms.ts';

export type Busy = 'apply' | 'try' | 'look' | 'change' | 'place' | 'check';

/** A change as it would be, looked at before it is made. `trial`: of codes that are typed. */
export interface Review {
  readonly cause: 'method' | 'cart' | 'trial';
  readonly before: Order;
  readonly change: Cart;
  readonly quote: OrderQuote;
}

/** What went wrong, or has to be known before the next act. */
export type Message =
  | { readonly kind: 'empty' | 'full' | 'unapplied' | 'method' }
  | { readonly kind: 'failed'; readonly error: KontorError; readonly again: () => void }
  | { readonly kind: 'conflict' | 'closed' | 'total'; readonly before: Order; readonly now: Order; readonly again?: () => void }
  | { readonly kind: 'not-covered'; readonly gross: Money };

/** What acting needs of the element around it. */
export interface DeskOwner {
  client(): KontorClient | undefined;
  order(): Order | undefined;
  /** Puts an order that an act has brought. */
  adopt(order: Order): void;
  words(): PromoCodeTerms;
  locale(): string;
  /** What is typed. */
  text(): string;
  type(text: string): void;
  /** Sends an event; false where the page cancelled it. */
  tell(name: `kontor-${string}`, detail: unknown, cancelable?: boolean): boolean;
  /** Puts the focus on the first of these that is there. */
  focus(...places: string[]): void;
}

export interface Running {
  readonly client: KontorClient;
  readonly signal: AbortSignal;
}

const CHANGED = {
  KONTOR_CONFLICT: 'conflict',
  KONTOR_ORDER_CLOSED: 'closed',
  KONTOR_ORDER_TOTAL_CHANGED: 'total',
} as const;

/** One act at a time on one order, and what it left to be shown. */
export abstract class OrderActs implements ReactiveController {
  busy: Busy | undefined;
  /** The last outcome in words, for the live region. */
  announcement = '';
  protected reviewed: Review | undefined;
  protected problem: Message | undefined;
  /** The code removed last, until the next act. */
  protected removed: { readonly code: string; readonly at: number } | undefined;
  protected results: readonly PromoCheckResult[] = [];
  /** The change that is being looked at. */
  protected wish: Partial<Cart> | undefined;
  protected owner: DeskOwner;

  #host: LitElement;
  #abort: AbortController | undefined;
  #next: (() => void) | undefined;

  constructor(host: LitElement, owner: DeskOwner) {
    this.#host = host;
    this.owner = owner;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Ends what runs, and forgets what is shown of earlier acts. */
  forget(): void {
    this.#abort?.abort();
    this.#next = undefined;
    this.busy = undefined;
    this.announcement = '';
    this.results = [];
    this.#clear();
  }

  /** Says that somebody else changed the order. */
  tellChanged(before: Order, now: Order): void {
    this.#clear();
    this.problem = { kind: 'conflict', before, now };
    this.#host.requestUpdate();
  }

  protected ask(kind: 'empty' | 'full' | 'unapplied' | 'method'): void {
    this.problem = { kind };
    this.owner.focus(kind === 'method' ? '.methods input' : 'input[type="text"]', 'input[type="text"]');
    this.#host.requestUpdate();
  }

  /** Acts when what runs now has ended. */
  protected later(act: () => void): void {
    this.#next = act;
  }

  protected update(): void {
    this.#host.requestUpdate();
  }

  /**
   * Runs an act, and tells its failure. A newer look ends an older one; while anything else runs, a look
   * waits for its end and every other act is dropped, as a second press of the same button.
   */
  protected async run(busy: Busy, act: (running: Running) => Promise<void>, again: () => void): Promise<void> {
    const client = this.owner.client();
    if (this.busy && this.busy !== 'look') {
      if (busy === 'look') this.#next = again;
      return;
    }
    if (!client) return;
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.busy = busy;
    this.problem = undefined;
    this.update();
    try {
      await act({ client, signal: abort.signal });
    } catch (error) {
      if (!abort.signal.aborted) await this.#fail(codedError(error), { client, signal: abort.signal }, again);
    }
    if (this.#abort === abort && !abort.signal.aborted) this.#end();
  }

  /** Changes the order that was seen. */
  protected async save({ client, signal }: Running, base: Order, change: Cart): Promise<Order> {
    if (this.busy === 'look') this.busy = 'change';
    const order = await client.changeOrder(base.id, { ...change, revision: base.revision }, { signal });
    this.settle(order);
    return order;
  }

  /** The order as it is now: nothing of what led there is left to show. */
  protected settle(order: Order): void {
    this.#clear();
    this.owner.adopt(order);
  }

  #clear(): void {
    this.reviewed = undefined;
    this.removed = undefined;
    this.wish = undefined;
    this.problem = undefined;
  }

  #end(): void {
    const next = this.#next;
    this.#next = undefined;
    this.busy = undefined;
    this.update();
    next?.();
  }

  async #fail(error: KontorError, { client, signal }: Running, again: () => void): Promise<void> {
    const before = this.owner.order();
    const kind = CHANGED[error.code as keyof typeof CHANGED];
    this.wish = undefined;
    if (!before || !kind) {
      this.problem = this.#messageOf(error, before, again);
      return;
    }
    try {
      const now = await client.order(before.id, { signal });
      this.settle(now);
      this.problem = { kind, before, now, ...(kind === 'conflict' && now.state === 'open' && { again }) };
      this.owner.focus('.message [part="retry"]', '.place', 'input[type="text"]', '.outcome');
    } catch (cause) {
      if (!signal.aborted) this.problem = { kind: 'failed', error: codedError(cause), again };
    }
  }

  #messageOf(error: KontorError, order: Order | undefined, again: () => void): Message {
    if (error.code === 'KONTOR_PAYMENT_METHOD_MISSING') return { kind: 'method' };
    if (error.code !== 'KONTOR_BALANCE_NOT_COVERED' || !order) return { kind: 'failed', error, again };
    return { kind: 'not-covered', gross: { amount: order.totals.gross, currency: order.currency } };
  }
}
