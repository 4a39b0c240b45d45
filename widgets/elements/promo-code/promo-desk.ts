import { adoptStyles, html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { OrderQuote } from '../../../shared/contract/order.ts';
import type { AppliedCode, PromoCheckResult } from '../../../shared/contract/promo-code.ts';
import { splitPromoCodes } from '../../../shared/domain/promo-code.ts';
import { formatMoney } from '../../../shared/money/format-money.ts';
import { AnswerTerms } from './answer-terms.ts';
import { answers, type AnswerWords, reasonText } from './code-answers.ts';
import { deskMessage } from './desk-message.ts';
import { countsIcon, refusedIcon } from './code-rows.ts';
import { desk } from './desk.styles.ts';
import type { DeskOwner, Review } from './order-acts.ts';
import { FIELD, MOST, PromoActs } from './promo-acts.ts';
import { reviewPanel, reviewText } from './review-panel.ts';

export { loadAnswers } from './answer-terms.ts';

export type DeskAct = (desk: PromoDesk) => void;

/** Most codes that are looked up at once. */
const MOST_CHECKS = 10;

/**
 * What a person does with an order, and what it answers: all that the element does without until then.
 * This module and what only it imports is a file of its own, fetched at the first sign of a hand or where
 * an order already has a code that does not count. It draws into the element and brings its style sheet along.
 */
export class PromoDesk extends PromoActs {
  #answers: AnswerTerms;
  #placement: { readonly of: string; readonly key: string } | undefined;

  constructor(host: LitElement, owner: DeskOwner) {
    super(host, owner);
    this.#answers = new AnswerTerms(host, () => owner.locale());
    const { elementStyles } = host.constructor as typeof LitElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, desk]);
  }

  /** Whether the message says already that a payment method comes first. */
  get asksMethod(): boolean {
    return this.problem?.kind === 'method';
  }

  get fieldInvalid(): boolean {
    return this.problem?.kind === 'empty' || this.problem?.kind === 'full' || this.problem?.kind === 'unapplied';
  }

  /** Pays, or asks for the pro forma. One press is one payment: tries of the same have the same key. */
  place(): void {
    const order = this.owner.order();
    if (!order) return;
    if (order.paymentMethod === null) return this.ask('method');
    if (this.owner.text().trim() !== '') return this.ask('unapplied');
    const { id, revision, paymentMethod, currency, totals } = order;
    const gross = { amount: totals.gross, currency };
    if (this.busy || !this.owner.tell('kontor-order-place', { order: id, paymentMethod, gross }, true)) return;
    const of = `${id} ${revision} ${gross.amount}`;
    if (this.#placement?.of !== of) this.#placement = { of, key: crypto.randomUUID() };
    const idempotencyKey = this.#placement.key;
    void this.run(
      'place',
      async ({ client, signal }) => {
        const placed = await client.placeOrder(id, { revision, gross }, { idempotencyKey, signal });
        this.settle(placed);
        this.owner.focus('.outcome');
        this.owner.tell('kontor-order-placed', { order: id, state: placed.state, invoice: placed.invoice, gross });
      },
      () => this.place(),
    );
  }

  /** Looks up what the typed codes offer. */
  check(): void {
    const codes = splitPromoCodes(this.owner.text()).slice(0, MOST_CHECKS);
    if (codes.length === 0) return this.ask('empty');
    void this.run(
      'check',
      async ({ client, signal }) => {
        this.results = await Promise.all(codes.map((code) => client.checkPromoCode(code.slice(0, MOST.length), { signal })));
        this.announcement = this.results.map((result) => this.#checkText(result)).join(' ');
        this.owner.type('');
        this.owner.focus(FIELD);
      },
      () => this.check(),
    );
  }

  message(): TemplateResult | undefined {
    return this.problem && deskMessage(this.problem, this.#words, (amount) => this.owner.tell('kontor-top-up-open', { amount }, true));
  }

  /** A change of method or cart, under the methods. */
  review(): TemplateResult | undefined {
    return this.reviewed?.cause === 'trial' ? undefined : this.#panel();
  }

  /** A trial, under the field. */
  trial(): TemplateResult | undefined {
    return this.reviewed?.cause === 'trial' ? this.#panel() : undefined;
  }

  /** In the place of the code removed last. */
  undoRow(): { readonly at: number; readonly row: TemplateResult } | undefined {
    if (!this.removed) return undefined;
    const { answers } = this.#words;
    const { at, code } = this.removed;
    const row = html`<li class="removed">
      <span>${answers.removed(code)}</span>
      <button type="button" class="plain" part="undo" @click=${() => this.undo()}>${answers.undo}</button>
    </li>`;
    return { at, row };
  }

  /** Why a code of the order does not count. */
  reason(applied: AppliedCode): string {
    return reasonText(applied, this.#words);
  }

  /** What the codes looked up last offer. */
  checked(): TemplateResult | typeof nothing {
    return this.results.length === 0 ? nothing : answers(this.results, this.#words);
  }

  /** What became of an order that is no longer open. */
  outcome(): TemplateResult {
    const state = this.owner.order()?.state ?? 'open';
    if (state === 'open') return html``;
    return html`${state === 'cancelled' ? refusedIcon : countsIcon}<span>${this.#words.answers.outcome[state]}</span>`;
  }

  protected totalText({ totals: { gross: amount }, currency }: OrderQuote): string {
    return `${this.owner.words().total}: ${formatMoney({ amount, currency }, this.owner.locale())}.`;
  }

  protected removedText(code: string): string {
    return this.#words.answers.removed(code);
  }

  protected codesText(codes: readonly AppliedCode[], quote: OrderQuote): string {
    return [...codes.map((code) => this.#codeText(code, quote.currency)), this.totalText(quote)].join(' ');
  }

  protected reviewText(review: Review): string {
    return reviewText(review, this.#words);
  }

  #panel(): TemplateResult | undefined {
    const acts = { busy: this.busy === 'change', confirm: () => this.confirm(), keep: () => this.keep() };
    return this.reviewed && reviewPanel(this.reviewed, this.#words, acts);
  }

  #codeText(applied: AppliedCode, currency: string): string {
    const { code, discount } = applied;
    return discount === null ? `${code}: ${this.reason(applied)}` : `${code}: ${formatMoney({ amount: -discount, currency }, this.owner.locale())}.`;
  }

  #checkText(result: PromoCheckResult): string {
    return result.reason === null ? `${result.code}.` : `${result.code}: ${reasonText(result, this.#words)}`;
  }

  get #words(): AnswerWords {
    return { words: this.owner.words(), answers: this.#answers.terms, locale: this.owner.locale() };
  }
}
