import { ContextConsumer } from '@lit/context';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KontorClient, ReadOptions } from '../../../shared/client/kontor-client.ts';
import type { PrepaidBalance, PrepaidOutlook, TopUp } from '../../../shared/contract/prepaid.ts';
import { mayBill } from '../../../shared/domain/rights.ts';
import { topUpAmount } from '../../../shared/domain/top-up-amount.ts';
import { formatMoney } from '../../../shared/money/format-money.ts';
import { KontorElement } from '../../base/kontor-element.ts';
import { sessionContext } from '../../contexts/session-context.ts';
import { PartController } from '../../controllers/part-controller.ts';
import { type Call, ResourceController } from '../../controllers/resource-controller.ts';
import { TermsController } from '../../controllers/terms-controller.ts';
import { problemNotice } from '../../parts/problem-notice.ts';
import { refusalNotice } from '../../parts/refusal-notice.ts';
import { host } from '../../styles/host.styles.ts';
import { notice } from '../../styles/notice.styles.ts';
import { tokens } from '../../styles/tokens.styles.ts';
import { AgeController } from './age-controller.ts';
import { balanceHead } from './balance-head.ts';
import { balanceOutlook, outlookStandIn } from './balance-outlook.ts';
import { balanceParts } from './balance-parts.ts';
import { balanceTrend } from './balance-trend.ts';
import { chevronIcon } from './icons.ts';
import { styles } from './prepaid-balance.styles.ts';
import english from './terms/en.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';

/** A value and when it was fresh. */
interface Dated<Value> {
  readonly value: Value;
  readonly at: Date;
}

/** Who is asked, and how often money has moved in the session. */
type MoneyArgs = readonly [client: KontorClient, moved: number | undefined];

/** Someone who looks again after this long sees a fresh figure. */
const FRESH_MS = 60_000;

/**
 * The prepaid money of the organisation: what is available and how old that figure is, how far it reaches,
 * what is missing, where it went, and the top-up. Needs the billing right and the feature `prepaid:read`,
 * for the top-up `prepaid:top-up`; without the right it says who can help.
 *
 * @summary Prepaid balance of the current organisation, and the top-up.
 * @fires kontor-balance-change - Fact: another figure is shown; detail `{available, low, asOf}`.
 * @fires kontor-top-up-request - Cancelable: a top-up is about to be paid; detail `{amount, card}`.
 * @fires kontor-top-up-made - Fact: its money has arrived; detail `{topUp, amount}`.
 * @fires kontor-invoice-show - Cancelable: the invoice behind a movement is wanted; detail `{invoice, number}`.
 * @csspart card - The whole.
 * @csspart balance - The available amount.
 * @csspart age - How old it is, and the button that refreshes it.
 * @csspart state - What is wrong with it: low, owed, out of date; inside: `old`, for a page that says that itself.
 * @csspart top-up - The button that opens the top-up.
 * @csspart parts - Paid in, free credit, reserved, on the way.
 * @csspart outlook - How far it reaches; inside: `top-up-shortfall`.
 * @csspart trend - The last 90 days.
 * @csspart movements - The movements, as far as they are shown; inside: `row`, `more`.
 * @csspart top-up-panel - The panel that tops up.
 * @csspart error - What stands in place of the content after a failure; inside: `retry`.
 * @cssprop [--kontor-prepaid-balance-amount-size=1.75rem] - Greatest size of the available amount.
 */
export class KontorPrepaidBalance extends KontorElement {
  static override styles = [tokens, host, notice, styles];

  /** Arranged for a popup: amount, state, reach and a small trend; the rest with the movements. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** Whether the movements are shown. Follows the reader's choice. */
  @property({ type: Boolean, reflect: true }) open = false;

  /** Minor units below which the balance counts as low. */
  @property({ type: Number, attribute: 'low-below' }) lowBelow = 2000;

  /** The top-up that is open, with the amount to begin with. */
  @state() private wish: { readonly amount: number | undefined } | undefined;
  @state() private announcement = '';

  #terms = new TermsController(this, 'prepaid-balance', english);
  #session = new ContextConsumer(this, { context: sessionContext, subscribe: true });
  #balance = this.#read((client, options: ReadOptions<PrepaidBalance>) => client.prepaidBalance(options));
  #outlook = this.#read((client, options: ReadOptions<PrepaidOutlook>) => client.prepaidOutlook(options));
  #panels = new PartController(this, () => import('./define-panels.ts'));
  #client: KontorClient | undefined;
  /** The balance that the page was told last. */
  #told: PrepaidBalance | undefined;

  constructor() {
    super();
    const age = new AgeController(this, () => {
      const { value, error } = this.#balance;
      if (error || (value && Date.now() - value.at.getTime() > FRESH_MS)) this.refresh();
    });
    this.addController(age);
  }

  /** Reads the balance again; the present figure stays meanwhile. */
  refresh(): void {
    this.#balance.reload();
    this.#outlook.reload();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) void this.#panels.want();
    if (this.#client === this.activeClient) return;
    this.#client = this.activeClient;
    // Nothing of another organisation stays.
    this.wish = undefined;
    this.announcement = '';
    this.#told = undefined;
  }

  protected override updated(): void {
    const balance = this.#balance.value?.value;
    if (!balance || balance === this.#told) return;
    const { available, asOf } = balance;
    const same = available.amount === this.#told?.available.amount;
    this.#told = balance;
    if (!same) this.emit('kontor-balance-change', { available, low: available.amount < this.lowBelow, asOf });
  }

  protected override render(): TemplateResult {
    const { terms, locale } = this.#terms;
    const words = terms ?? english;
    const { value, error } = this.#balance;
    const refusal =
      refusalNotice({ client: this.#client, session: this.#session.value, feature: 'prepaid:read', terms: words, locale }) ??
      (error && !value ? problemNotice(error, words.problem, this.#refresh) : undefined);
    const absent = !terms || refusal;
    // What stands in place of the card stands over it, so that both have one size.
    return html`<div class="frame" part="card" role="group" aria-label=${words.label} aria-busy=${!refusal && !value}>
        <div class="card ${absent ? 'absent' : ''}" ?inert=${Boolean(absent)}>${this.#renderCard(words, locale)}</div>
        ${terms ? refusal : nothing}
      </div>
      <div class="visually-hidden" role="status">${this.announcement}</div>
      ${this.#client ? this.#renderTopUp(words, locale) : nothing}`;
  }

  #renderCard(terms: PrepaidBalanceTerms, locale: string): TemplateResult {
    const { value, error, status } = this.#balance;
    const balance = value?.value;
    const outlook = this.#outlook.value?.value;
    const trend = balanceTrend(outlook, terms, locale);
    const more = !this.compact || this.open;
    return html`
      ${balanceHead({
        balance,
        at: value?.at,
        error: value && error,
        reading: status === 'stale' && !error,
        low: balance && balance.available.amount < this.lowBelow ? { ...balance.available, amount: this.lowBelow } : undefined,
        trend: this.compact ? trend : undefined,
        terms,
        locale,
        onRefresh: this.#refresh,
      })}
      ${this.#renderOutlook(outlook, terms, locale)}
      ${this.compact ? nothing : trend}
      ${more ? balanceParts({ balance, outlook, terms, locale }) : nothing}
      <div class="acts">
        <button type="button" class="plain disclose" aria-expanded=${this.open} aria-controls="movements"
          @pointerenter=${this.#panels.prepare} @focus=${this.#panels.prepare} @click=${() => (this.open = !this.open)}>
          ${chevronIcon}${terms.movements}
        </button>
        ${this.#tops ? this.#renderTopUpButton(terms, locale) : nothing}
      </div>
      <div id="movements" ?hidden=${!this.open}>${this.open ? this.#renderMovements(terms, locale) : nothing}</div>
    `;
  }

  #renderOutlook(outlook: PrepaidOutlook | undefined, terms: PrepaidBalanceTerms, locale: string): TemplateResult {
    const { error } = this.#outlook;
    const today = this.#client?.session.today ?? '';
    if (!outlook) return outlookStandIn(error, terms.problem, () => this.#outlook.reload());
    return balanceOutlook({ outlook, terms, locale, today, onTopUp: this.#tops && !this.compact ? (amount) => this.#open(amount) : undefined });
  }

  /** In a popup the one button offers what is missing. */
  #renderTopUpButton(terms: PrepaidBalanceTerms, locale: string): TemplateResult {
    const shortfall = this.#outlook.value?.value.shortfall;
    const missing = this.compact && shortfall?.amount ? { ...shortfall, amount: topUpAmount(shortfall.amount) } : undefined;
    const waits = this.wish !== undefined && this.#panels.status === 'loading';
    return html`<button type="button" class="primary" part="top-up" aria-haspopup="dialog" aria-busy=${waits} ?disabled=${!this.#balance.value}
      @pointerenter=${this.#panels.prepare} @focus=${this.#panels.prepare} @click=${() => this.#open(missing?.amount)}>
      ${missing ? terms.topUpWith(formatMoney(missing, locale)) : terms.topUp}
    </button>`;
  }

  #renderMovements(terms: PrepaidBalanceTerms, locale: string): TemplateResult {
    const { error } = this.#panels;
    if (error) return problemNotice(error, terms.problem, this.#panels.want);
    return html`<kontor-internal-prepaid-movements exportparts="movements, row, more, retry, error" .client=${this.#client}
      .terms=${terms} .locale=${locale} .stamp=${this.#balance.value?.value.asOf}></kontor-internal-prepaid-movements>`;
  }

  #renderTopUp(terms: PrepaidBalanceTerms, locale: string): TemplateResult {
    const { error } = this.#panels;
    return html`${this.wish && error ? problemNotice(error, terms.problem, this.#panels.want) : nothing}
      <kontor-internal-top-up exportparts="top-up-panel" .client=${this.#client} .terms=${terms} .locale=${locale} .wish=${this.wish}
        .shortfall=${this.#outlook.value?.value.shortfall} .owed=${this.#balance.value?.value.owed}
        @close=${this.#handleClose} @moved=${this.#refresh} @kontor-top-up-made=${this.#handleMade}></kontor-internal-top-up>`;
  }

  get #tops(): boolean {
    return Boolean(this.#client?.can('prepaid:top-up') && mayBill(this.#client.session.organisation));
  }

  #read<Value>(load: (client: KontorClient, options: ReadOptions<Value>) => Promise<Value>): ResourceController<MoneyArgs, Dated<Value>> {
    return new ResourceController<MoneyArgs, Dated<Value>>(this, {
      args: () => {
        const client = this.activeClient;
        return client?.can('prepaid:read') && mayBill(client.session.organisation) ? [client, this.#session.value?.moved] : undefined;
      },
      load: async ([client], { signal, early }: Call<Dated<Value>>) => {
        const value = await load(client, { signal, early: (kept, at) => early({ value: kept, at }, at) });
        return { value, at: new Date() };
      },
    });
  }

  #open(amount: number | undefined): void {
    this.announcement = '';
    this.wish = { amount };
    void this.#panels.want();
  }

  #refresh = (): void => this.refresh();

  #handleClose = (): void => {
    this.wish = undefined;
  };

  #handleMade = ({ detail }: CustomEvent<{ amount: TopUp['amount'] }>): void => {
    const { terms = english, locale } = this.#terms;
    // While the panel is open it tells this itself.
    if (!this.wish) this.announcement = terms.arrived(formatMoney(detail.amount, locale));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kontor-prepaid-balance': KontorPrepaidBalance;
  }
}
