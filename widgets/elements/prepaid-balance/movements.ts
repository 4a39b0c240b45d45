import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { codedError, type KontorError } from '../../../shared/client/kontor-error.ts';
import type { Movement, MovementWindow } from '../../../shared/contract/prepaid.ts';
import { ResourceController } from '../../controllers/resource-controller.ts';
import { TermsController } from '../../controllers/terms-controller.ts';
import { formatCount } from '../../parts/format-count.ts';
import { problemNotice } from '../../parts/problem-notice.ts';
import { problemText } from '../../parts/problem-text.ts';
import { host } from '../../styles/host.styles.ts';
import { notice } from '../../styles/notice.styles.ts';
import { buttons } from './buttons.styles.ts';
import { movementRow, movementSkeleton } from './movement-row.ts';
import { movementsStyles } from './movements.styles.ts';
import english from './panel-terms/en.ts';
import { loadPanelTerms } from './panel-terms/load-panel-terms.ts';
import type { PanelTerms } from './panel-terms/terms.ts';
import type { PrepaidBalanceTerms } from './terms/terms.ts';

const PAGE = 10;
/** The most that is asked for at once. */
const MOST = 200;

/**
 * What happened on the prepaid account, newest first. Internal to the prepaid balance.
 *
 * @fires kontor-invoice-show - Cancelable: the invoice behind a movement is wanted; detail `{invoice, number}`.
 */
export class KontorInternalPrepaidMovements extends LitElement {
  static override styles = [host, notice, buttons, movementsStyles];

  @property({ attribute: false }) client: KontorClient | undefined;
  @property({ attribute: false }) terms!: PrepaidBalanceTerms;
  @property({ attribute: false }) locale = 'en';
  /** Changes with the balance; the rows are then read anew. Nothing is read without it. */
  @property({ attribute: false }) stamp: string | undefined;

  /** Of the page that is being fetched. */
  @state() private adding = false;
  @state() private addError: KontorError | undefined;

  #words = new TermsController<PanelTerms>(this, loadPanelTerms, english);
  #abort: AbortController | undefined;
  #rows = new ResourceController<readonly [KontorClient, string], MovementWindow>(this, {
    args: () => (this.client && this.stamp ? [this.client, this.stamp] : undefined),
    load: ([client], call): Promise<MovementWindow> => {
      this.#stopAdding();
      const shown = this.#rows.value?.rows.length ?? 0;
      return client.prepaidMovements({ limit: Math.min(Math.max(PAGE, shown), MOST) }, call);
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopAdding();
  }

  protected override render(): TemplateResult {
    const { value, error } = this.#rows;
    const { terms } = this;
    const words = this.#words.terms;
    if (!value || !words) return error ? problemNotice(error, terms.problem, () => this.#rows.reload()) : movementSkeleton(PAGE);
    if (value.count === 0) return html`<div class="notice" part="empty"><p>${words.noMovements}</p></div>`;
    return html`
      <table role="table" part="movements" aria-label=${terms.movements}>
        ${this.#renderHead(words)}
        <tbody role="rowgroup">
          ${value.rows.map((row) => movementRow({ row, words, locale: this.locale, onShow: this.#opens(row) ? () => this.#show(row) : undefined }))}
        </tbody>
      </table>
      ${this.#renderMore(value, words, error ?? this.addError)}
    `;
  }

  #renderHead({ columns }: PanelTerms): TemplateResult {
    const names = ['day', 'cause', 'amount', 'balance'] as const;
    return html`<thead role="rowgroup">
      <tr role="row">
        ${names.map((name) => html`<th role="columnheader" scope="col" class=${name}>${columns[name]}</th>`)}
      </tr>
    </thead>`;
  }

  #renderMore({ rows, count }: MovementWindow, words: PanelTerms, error: KontorError | undefined): TemplateResult {
    const { terms } = this;
    const left = count - rows.length;
    return html`<div class="more">
      <div role="alert">${error ? html`<span class="failed">${problemText(error, terms.problem)}</span>` : nothing}</div>
      ${left > 0
        ? html`<button type="button" class="secondary" part="more" aria-busy=${this.adding} @click=${this.#add}>
            ${error ? terms.problem.retry : words.more(left, formatCount(left, this.locale))}
          </button>`
        : nothing}
    </div>`;
  }

  #opens({ number, document }: Movement): boolean {
    return Boolean(number && document && this.client?.can('invoices:read'));
  }

  #show({ document, number }: Movement): void {
    const detail = { invoice: document, number };
    this.dispatchEvent(new CustomEvent('kontor-invoice-show', { detail, bubbles: true, composed: true, cancelable: true }));
  }

  #add = async (): Promise<void> => {
    const { client } = this;
    const shown = this.#rows.value;
    if (!client || !shown || this.adding) return;
    const abort = new AbortController();
    this.#abort = abort;
    this.adding = true;
    this.addError = undefined;
    try {
      const next = await client.prepaidMovements({ offset: shown.rows.length, limit: PAGE }, { signal: abort.signal });
      if (abort.signal.aborted) return;
      // What came in meanwhile has moved the others on.
      const known = new Set(shown.rows.map(({ id }) => id));
      this.#rows.set({ rows: [...shown.rows, ...next.rows.filter(({ id }) => !known.has(id))], count: next.count });
    } catch (error) {
      if (!abort.signal.aborted) this.addError = codedError(error);
    }
    if (!abort.signal.aborted) this.adding = false;
  };

  #stopAdding(): void {
    this.#abort?.abort();
    this.adding = false;
    this.addError = undefined;
  }
}
