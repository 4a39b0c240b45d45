import { ContextConsumer } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { Cart, Order } from '../../../shared/contract/order.ts';
import type { PaymentMethod } from '../../../shared/contract/promo-code.ts';
import { FormElement } from '../../base/form-element.ts';
import { sessionContext } from '../../contexts/session-context.ts';
import { PartController } from '../../controllers/part-controller.ts';
import { TermsController } from '../../controllers/terms-controller.ts';
import { problemNotice } from '../../parts/problem-notice.ts';
import { refusalNotice } from '../../parts/refusal-notice.ts';
import { host } from '../../styles/host.styles.ts';
import { notice } from '../../styles/notice.styles.ts';
import { tokens } from '../../styles/tokens.styles.ts';
import { checkForm } from './check-form.ts';
import { OrderFollower } from './order-follower.ts';
import { type OrderView, orderForm } from './order-form.ts';
import { orderResource } from './order-resource.ts';
import { promoCode } from './promo-code.styles.ts';
import type { DeskAct, PromoDesk } from './promo-desk.ts';
import english from './terms/en.ts';

/**
 * Promo codes of an open order: entered, tried out, applied and removed, each with what it takes off or
 * why it does not count; checked again before the payment method or the cart changes. A form-associated
 * element: its value is the codes that count. Needs the billing right and the feature `orders:write`;
 * without an open order it checks what a code offers.
 *
 * @summary Promo codes of an order, with its total.
 * @slot top-up - Takes the place of the button that leads to a top-up.
 * @fires kontor-promo-code-apply - Cancelable: codes are about to be added; detail `{order, codes}`.
 * @fires kontor-promo-code-applied - Fact: they are in the order; detail `{order, codes}`, each code with its discount or reason.
 * @fires kontor-promo-code-remove - Cancelable: a code is about to be removed; detail `{order, code}`.
 * @fires kontor-promo-code-removed - Fact: it is out of the order; detail `{order, code}`.
 * @fires kontor-payment-method-change - Cancelable: the person chose another payment method; detail `{order, paymentMethod, previous}`.
 * @fires kontor-order-change - Fact: the order was read or changed; detail `{order, revision, state, paymentMethod, codes, currency, totals}`.
 * @fires kontor-order-kept - Fact: a change was looked at and left; detail `{order, paymentMethod}`.
 * @fires kontor-order-place - Cancelable: the order is about to be placed; detail `{order, paymentMethod, gross}`.
 * @fires kontor-order-placed - Fact: it was placed; detail `{order, state, invoice, gross}`.
 * @fires kontor-top-up-open - Cancelable: the balance does not cover the order and a top-up is wanted; detail `{amount}`, the whole price.
 * @csspart methods - The payment methods.
 * @csspart disclosure - The button that opens a collapsed field.
 * @csspart field - The field.
 * @csspart apply - The button that applies or checks.
 * @csspart try - The button that tries without applying.
 * @csspart codes - The codes; inside: `code`, `remove`, `undo`.
 * @csspart review - A change before it is made; inside: `confirm`, `keep`.
 * @csspart message - What went wrong or is to be known; inside: `retry`.
 * @csspart answers - What checked codes offer.
 * @csspart totals - Price, discount, tax and total.
 * @csspart place - The button that places the order.
 * @csspart outcome - What became of an order that is no longer open.
 * @csspart error - What stands in place of everything.
 */
export class KontorPromoCode extends FormElement {
  static override styles = [tokens, host, notice, promoCode];

  /** Id of the order; undefined: the newest open one of the organisation. */
  @property() order: string | undefined;
  /** Codes to apply once, with commas between: as soon as the order has a payment method. */
  @property() codes = '';
  /** The person can neither add nor remove codes. */
  @property({ type: Boolean, reflect: true }) locked = false;
  /** The field stands behind a question. Follows the person who opens it. */
  @property({ type: Boolean, reflect: true }) collapsed = false;
  /** Only checks what codes offer, without an order. */
  @property({ type: Boolean, reflect: true }) check = false;
  /** Offers to place the order; needs the feature `orders:place`. */
  @property({ type: Boolean, reflect: true }) placeable = false;
  /** The page has a choice of payment methods of its own. */
  @property({ type: Boolean, attribute: 'hide-methods' }) hideMethods = false;
  /** The page's wish to change the method. Asked about where a code would be lost; then follows the order. */
  @property({ attribute: 'payment-method' }) paymentMethod: PaymentMethod | undefined;
  /** The page's wish to change what is in the cart, in the same way. */
  @property({ attribute: false }) items: Cart['items'] | undefined;

  /** What is typed and not applied. */
  @state() private text = '';

  #terms = new TermsController(this, 'promo-code', english);
  #session = new ContextConsumer(this, { context: sessionContext, subscribe: true });
  #part = new PartController(this, async () => {
    const part = await import('./promo-desk.ts');
    await part.loadAnswers(this.#terms.locale);
    return part;
  });
  #order = orderResource(this, () => (this.check ? undefined : this.activeClient), () => this.order);
  #follower = new OrderFollower({ act: (act) => this.#act(act), tell: (name, detail) => this.emit(name, detail) });
  #desk: PromoDesk | undefined;
  #client: KontorClient | undefined;
  #pending: DeskAct | undefined;
  /** The order that the element itself brought about last. */
  #mine: Order | undefined;

  /** Forgets what is typed and under review. The order stays: it lies on the server. */
  formResetCallback(): void {
    this.text = '';
    this.#desk?.forget();
  }

  /** Reads the order again, after the page has changed it by other ways. Says what has become of the codes. */
  refresh(): void {
    this.#order.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { activeClient: client } = this;
    if (client !== this.#client) {
      // Nothing of another organisation stays.
      if (this.#client) this.formResetCallback();
      this.#client = client;
    }
    if (changed.has('codes') && this.codes) this.text = this.#follower.prefill = this.codes;
    if (changed.has('paymentMethod') || changed.has('items')) {
      this.#follower.wish = { ...(this.paymentMethod && { paymentMethod: this.paymentMethod }), ...(this.items && { items: this.items }) };
    }
    if (this.#part.part && !this.#desk) this.#desk = this.#deskOf(this.#part.part);
  }

  protected override updated(): void {
    const words = this.#terms.terms ?? english;
    this.judge(this.text.trim() === '' ? '' : words.unapplied, this.renderRoot.querySelector('input[type="text"]'));
    const counting = this.#order.value?.codes.filter(({ discount }) => discount !== null) ?? [];
    this.setValue(counting.map(({ code }) => code).join(','));
    queueMicrotask(this.#attend);
  }

  protected override render(): TemplateResult {
    const { terms } = this.#terms;
    const view = this.#view();
    const order = this.check ? null : this.#order.value;
    const front = this.#renderFront(order);
    const waiting = !front && (order === undefined || !this.activeClient);
    const form = this.check ? checkForm(view) : orderForm(view);
    return html`<fieldset class=${terms ? 'promo' : 'promo wordless'} aria-label=${view.words.label} aria-busy=${waiting || !terms || view.acting || this.#desk?.busy !== undefined}
      ?disabled=${this.off} @pointerover=${this.#part.prepare} @focusin=${this.#part.prepare}>
      ${front ? html`<div class="front">${front}</div>` : nothing}
      <div class=${front || waiting ? 'waiting' : 'form'} ?inert=${front || waiting}>${form}</div>
      <div class="visually-hidden" role="status">${this.#desk?.announcement}</div>
    </fieldset>`;
  }

  /** What stands in place of the form, at its size. */
  #renderFront(order: Order | null | undefined): TemplateResult | undefined {
    const words = this.#terms.terms ?? english;
    const refusal = refusalNotice({
      client: this.activeClient,
      session: this.#session.value,
      feature: 'orders:write',
      terms: words,
      locale: this.#terms.locale,
    });
    if (refusal) return refusal;
    const { error } = this.#order;
    if (error && order === undefined) return problemNotice(error, words.problem, () => this.#order.reload());
    if (order !== null || this.check) return undefined;
    return html`<p class="no-order">${words.noOrder}</p>${checkForm(this.#view())}`;
  }

  #view(): OrderView {
    const { text, locked, collapsed, hideMethods, activeClient: client } = this;
    return {
      words: this.#terms.terms ?? english,
      locale: this.#terms.locale,
      order: this.#order.value ?? undefined,
      stale: this.#order.value ? this.#order.error : undefined,
      desk: this.#desk,
      failed: this.#pending && this.#part.error,
      acting: this.#pending !== undefined,
      text,
      locked,
      collapsed,
      hideMethods,
      placeable: this.placeable && (client?.can('orders:place') ?? true),
      act: this.#act,
      type: (text) => (this.text = text),
      open: () => {
        this.collapsed = false;
        void this.#focus('input[type="text"]');
      },
      retry: this.#part.want,
      reload: () => this.#order.reload(),
    };
  }

  #deskOf(part: { readonly PromoDesk: typeof PromoDesk }): PromoDesk {
    return new part.PromoDesk(this, {
      client: () => this.activeClient,
      order: () => this.#order.value ?? undefined,
      adopt: (order) => this.#adopt(order),
      words: () => this.#terms.terms ?? english,
      locale: () => this.#terms.locale,
      text: () => this.text,
      type: (text) => (this.text = text),
      tell: (name, detail, cancelable) => this.emit(name, detail, cancelable),
      focus: (...places) => void this.#focus(...places),
    });
  }

  /** What an update leaves to do, each of which may bring another update. */
  #attend = (): void => {
    const { value: order, status } = this.#order;
    const act = this.#desk && this.#pending;
    if (act && this.#desk) {
      this.#pending = undefined;
      this.requestUpdate();
      act(this.#desk);
    } else if (order && this.isConnected) {
      if (needsDesk(order)) void this.#part.want();
      if (status === 'ready' && !this.#pending) this.#follower.follow(order, order === this.#mine);
    }
  };

  /** Acts at once, or as soon as the part that acts is here. */
  #act = (act: DeskAct): void => {
    if (this.#desk) return act(this.#desk);
    this.#pending = act;
    void this.#part.want();
    this.requestUpdate();
  };

  /** Puts an order that an act has brought; the page's wishes are settled with it. */
  #adopt(order: Order): void {
    this.#mine = order;
    this.#order.set(order);
    this.paymentMethod = order.paymentMethod ?? undefined;
    this.items = undefined;
    this.requestUpdate();
  }

  /** Puts the focus on the first of these that is there, unless the person has left for elsewhere. */
  async #focus(...places: string[]): Promise<void> {
    this.requestUpdate();
    await this.updateComplete;
    const lost = this.ownerDocument.activeElement === this.ownerDocument.body;
    if (!lost && !this.matches(':focus-within')) return;
    places.map((place) => this.renderRoot.querySelector<HTMLElement>(place)).find((place) => place)?.focus();
  }
}

/** Reasons and outcomes are worded by the part. */
const needsDesk = ({ state, codes }: Order): boolean => state !== 'open' || codes.some(({ reason }) => reason !== null);

declare global {
  interface HTMLElementTagNameMap {
    'kontor-promo-code': KontorPromoCode;
  }
}
