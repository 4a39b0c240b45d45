import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { TestCard, TopUp } from '../../../shared/contract/prepaid.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import type { Money } from '../../../shared/money/money.ts';
import { TermsController } from '../../controllers/terms-controller.ts';
import { host } from '../../styles/host.styles.ts';
import { notice } from '../../styles/notice.styles.ts';
import { buttons } from './buttons.styles.ts';
import { closeIcon } from './cause-icons.ts';
import english from './panel-terms/en.ts';
import { loadPanelTerms } from './panel-terms/load-panel-terms.ts';
import type { PanelTerms } from './panel-terms/terms.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';
import { TopUpAct } from './top-up-act.ts';
import { type AmountFault, readTopUpAmount, topUpForm } from './top-up-form.ts';
import { topUpFormStyles } from './top-up-form.styles.ts';
import { topUpOutcome } from './top-up-outcome.ts';
import { topUpStyles } from './top-up.styles.ts';

/**
 * The panel that tops up, over the page. Internal to the prepaid balance.
 *
 * @fires kontor-top-up-request - Cancelable: it is about to be paid; detail `{amount, card}`.
 * @fires kontor-top-up-made - Fact: the money has arrived; detail `{topUp, amount}`.
 * @fires moved - The balance may have changed. Does not bubble.
 * @fires close - The panel was closed. Does not bubble.
 */
export class KontorInternalTopUp extends LitElement {
  static override styles = [host, notice, buttons, topUpStyles, topUpFormStyles];

  @property({ attribute: false }) client: KontorClient | undefined;
  @property({ attribute: false }) terms!: PrepaidBalanceTerms;
  @property({ attribute: false }) locale = 'en';
  /** What is missing and what is owed; both may be nothing. */
  @property({ attribute: false }) shortfall: Money | undefined;
  @property({ attribute: false }) owed: Money | undefined;
  /** Undefined closes the panel; `amount` in minor units is what it begins with. */
  @property({ attribute: false }) wish: { readonly amount: number | undefined } | undefined;

  @state() private text = '';
  @state() private card: TestCard = 'approved';
  @state() private fault: AmountFault | undefined;

  #words = new TermsController<PanelTerms>(this, loadPanelTerms, english);
  #act = new TopUpAct(this, (topUp) => this.#tell(topUp));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Back in the page it would stand in it, and no longer over it.
    this.shadowRoot?.querySelector('dialog')?.close();
    this.#dismiss();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') && changed.get('client')) this.#act.forget();
    if (!changed.has('wish') || !this.wish) return;
    this.#act.reset();
    this.#take(this.wish.amount);
  }

  protected override updated(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog || !this.isConnected) return;
    const wanted = Boolean(this.wish && this.#words.terms);
    if (dialog.open === wanted) return this.#keepFocus(dialog);
    if (wanted) dialog.showModal();
    else dialog.close();
  }

  protected override render(): TemplateResult {
    const { terms } = this;
    const words = this.#words.terms;
    const { state } = this.#act;
    const asking = state.step === 'form' || state.step === 'paying';
    return html`<dialog part="top-up-panel" aria-labelledby="title" @cancel=${this.#dismiss} @close=${this.#dismiss} @click=${this.#handleClick}>
      <header>
        <h2 id="title">${terms?.topUp}</h2>
        <button type="button" class="plain" aria-label=${words?.close} title=${words?.close} @click=${this.#dismiss}>${closeIcon}</button>
      </header>
      ${this.client && words ? html`<div class="body">
        <form class=${asking ? '' : 'covered'} ?inert=${!asking} novalidate @submit=${this.#handleSubmit}>${this.#renderForm(this.client, words)}</form>
        <div class="outcome" role="status" ?hidden=${asking}>${topUpOutcome({
          state, terms, words, locale: this.locale, onRetry: () => this.#act.retry(), onAgain: this.#again, onClose: this.#dismiss,
        })}</div>
      </div>` : nothing}
    </dialog>`;
  }

  #renderForm(client: KontorClient, words: PanelTerms): TemplateResult {
    const { state } = this.#act;
    return topUpForm({
      terms: this.terms,
      words,
      locale: this.locale,
      currency: client.session.organisation.currency,
      text: this.text,
      card: this.card,
      fault: this.fault,
      note: state.step === 'form' ? state.note : undefined,
      paying: state.step === 'paying',
      shortfall: this.shortfall?.amount ?? 0,
      owed: this.owed?.amount ?? 0,
      onText: (text) => {
        this.text = text;
        this.fault = undefined;
      },
      onPreset: (amount) => this.#take(amount),
      onCard: (card) => (this.card = card),
      onCancel: this.#dismiss,
    });
  }

  #take(amount: number | undefined): void {
    const currency = this.client?.session.organisation.currency;
    this.text = amount === undefined || !currency ? '' : formatAmount({ amount, currency }, this.locale);
    this.fault = undefined;
  }

  #handleSubmit = (event: Event): void => {
    event.preventDefault();
    const { client } = this;
    if (!client) return;
    const { currency } = client.session.organisation;
    const read = readTopUpAmount(this.text, currency, this.locale);
    this.fault = read.fault;
    if (read.amount === undefined) return this.renderRoot.querySelector('input')?.focus();
    const request = { amount: { amount: read.amount, currency }, card: this.card };
    if (this.#act.state.step !== 'form') return;
    if (this.#emit('kontor-top-up-request', request, true)) this.#act.start(client, request);
    else this.#dismiss();
  };

  #tell(topUp: TopUp | undefined): void {
    this.dispatchEvent(new CustomEvent('moved'));
    if (topUp?.state === 'settled') this.#emit('kontor-top-up-made', { topUp: topUp.id, amount: topUp.amount });
  }

  #emit(name: string, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  #again = (): void => this.#act.reset();

  /** Told before the browser has closed it, so that no update in between opens it again. */
  #dismiss = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };

  /** A click beside the panel closes it. */
  #handleClick = (event: Event): void => {
    if (event.target === event.currentTarget) this.#dismiss();
  };

  /** Where what had the focus went away, what came in its place takes it. */
  #keepFocus(dialog: HTMLDialogElement): void {
    const here = this.shadowRoot?.activeElement;
    if (!dialog.open || (here && !here.closest('[inert], [hidden]'))) return;
    dialog.querySelector<HTMLElement>('.outcome:not([hidden]) button, form:not([inert]) input')?.focus();
  }
}
