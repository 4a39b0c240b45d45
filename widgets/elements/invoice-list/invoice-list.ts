import { ContextConsumer } from '@lit/context';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { InvoiceRow } from '../../../shared/contract/invoice.ts';
import type { ToPayRow } from '../../../shared/contract/to-pay.ts';
import { KontorElement } from '../../base/kontor-element.ts';
import { sessionContext } from '../../contexts/session-context.ts';
import { PartController } from '../../controllers/part-controller.ts';
import { TermsController } from '../../controllers/terms-controller.ts';
import { problemNotice } from '../../parts/problem-notice.ts';
import { refusalNotice } from '../../parts/refusal-notice.ts';
import { host } from '../../styles/host.styles.ts';
import { notice } from '../../styles/notice.styles.ts';
import { tokens } from '../../styles/tokens.styles.ts';
import { languageOf } from '../../terms/load-terms.ts';
import { DownloadController, type DownloadWish } from './download-controller.ts';
import { historyPlace } from './history-stand-in.styles.ts';
import { historyStandIn } from './history-stand-in.ts';
import { invoiceList } from './invoice-list.styles.ts';
import { numberOf } from './marks-of.ts';
import english from './terms/en.ts';
import type { InvoiceListTerms } from './terms/terms.ts';
import type { ToPayCounts } from './to-pay.ts';

export type InvoiceListView = 'to-pay' | 'history';

const VIEWS: readonly InvoiceListView[] = ['to-pay', 'history'];

/** Parts of the views that a page may style. */
const PARTS =
  'filters, search, status-filter, period-filter, clear, count, old, retry, show-all, table, header, sort, rows, row, totals, empty, error, details, download';

/**
 * What the organisation has to pay, and every invoice it ever had: filtered, sorted, added up, opened and
 * downloaded. Needs the billing right and the feature `invoices:read`; without them it says who can help.
 *
 * @summary Invoices of the current organisation: to pay, and history.
 * @fires kontor-count-change - Fact: how much is to pay within two months; detail `{toPay, overdue}`.
 * @fires kontor-invoice-select - Cancelable: an invoice is about to be shown in full; detail `{invoice, number}`.
 * @fires kontor-invoice-download - Cancelable: a document is about to be fetched; detail `{invoice, number, document}`.
 * @fires kontor-invoice-downloaded - Fact: it was handed to the browser; detail `{invoice, number, document, name}`.
 * @csspart tabs - The choice between the two views.
 * @csspart tab - One of the two.
 * @csspart filters - Search, states and period above the history; inside: `search`, `status-filter`, `period-filter`, `clear`.
 * @csspart count - The line above the rows.
 * @csspart table - The table; inside: `header`, `sort`, `rows`, `row`.
 * @csspart totals - The sums below the rows.
 * @csspart empty - What stands in place of rows where there are none.
 * @csspart error - What stands in place of rows after a failure; inside: `retry`.
 * @csspart details - The panel with one invoice in full; inside: `download`.
 * @cssprop --kontor-invoice-list-block-size - Height of the box that the rows scroll in, by default 12 rows (8 to pay).
 */
export class KontorInvoiceList extends KontorElement {
  static override styles = [tokens, host, notice, invoiceList, historyPlace];

  /** The view shown: `to-pay` or `history`. Follows the reader's choice. */
  @property({ reflect: true }) view: InvoiceListView = 'to-pay';

  @state() private opened: { readonly id: string; readonly number: string } | undefined;
  @state() private counts: ToPayCounts | undefined;
  /** How often the page has asked to read anew. */
  @state() private refreshed = 0;

  #terms = new TermsController(this, 'invoice-list', english);
  #session = new ContextConsumer(this, { context: sessionContext, subscribe: true });
  #downloads = new DownloadController(this);
  #history = new PartController(this, () => import('./define-history.ts'));
  #details = new PartController(this, () => import('./define-details.ts'));
  #client: KontorClient | undefined;
  /** The views that were looked at: before that the history asks for nothing, and what is to pay draws nothing. */
  #seen = new Set<InvoiceListView>();

  /** Reads the lists again; the present rows stay meanwhile. */
  refresh(): void {
    this.refreshed += 1;
  }

  /** Shows an invoice in full, as its row does. Takes the detail of `kontor-invoice-show` as it is. */
  show({ invoice, number }: { readonly invoice: string; readonly number: string }): void {
    this.opened = { id: invoice, number };
    void this.#details.want();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.view !== 'history') this.view = 'to-pay';
    this.#seen.add(this.view);
    if (changed.has('view') && this.view === 'history') void this.#history.want();
    if (this.#client === this.activeClient) return;
    this.#client = this.activeClient;
    // Nothing of another organisation stays.
    this.opened = undefined;
    this.counts = undefined;
    this.#downloads.cancel();
  }

  protected override render(): TemplateResult {
    const { terms } = this.#terms;
    const words = terms ?? english;
    const refusal = refusalNotice({
      client: this.#client,
      session: this.#session.value,
      feature: 'invoices:read',
      terms: words,
      locale: this.#terms.locale,
    });
    if (refusal) return html`<div class="stand-in ${terms ? '' : 'wordless'}">${refusal}</div>`;
    return html`<div class=${terms ? 'list' : 'list wordless'} aria-busy=${!terms || !this.#client}
      @pointerover=${this.#handleInterest} @focusin=${this.#handleInterest}>
      <div class="tabs" part="tabs" role="tablist" aria-label=${words.label} @keydown=${this.#handleTabKey}>
        ${VIEWS.map((view) => this.#renderTab(view, words))}
      </div>
      ${this.#renderPanels(words)}
    </div>`;
  }

  #renderPanels(words: InvoiceListTerms): TemplateResult {
    const client = this.#client;
    const { locale } = this.#terms;
    const download = this.#downloads.state;
    const stamp = this.refreshed + (this.#session.value?.moved ?? 0);
    return html`
      <div id="to-pay" role="tabpanel" aria-labelledby="tab-to-pay" ?hidden=${this.view !== 'to-pay'}>
        <kontor-internal-to-pay
          exportparts=${PARTS}
          .client=${client}
          .terms=${words}
          .locale=${locale}
          .stamp=${stamp}
          .active=${this.#seen.has('to-pay')}
          @open=${this.#handleOpen}
          @count=${this.#handleCount}
        ></kontor-internal-to-pay>
      </div>
      <div id="history" role="tabpanel" aria-labelledby="tab-history" ?hidden=${this.view !== 'history'}>
        <kontor-internal-invoice-history
          exportparts=${PARTS}
          .client=${client}
          .terms=${words}
          .locale=${locale}
          .stamp=${stamp}
          .download=${download}
          .active=${this.#seen.has('history')}
          @open=${this.#handleOpen}
          @download=${this.#handleDownload}
          >${historyStandIn(this.#history, words)}</kontor-internal-invoice-history
        >
      </div>
      ${this.opened ? this.#renderDetails(this.opened, words) : ''}
    `;
  }

  #renderDetails(invoice: { readonly id: string; readonly number: string }, words: InvoiceListTerms): TemplateResult {
    const { error, want } = this.#details;
    return html`
      ${error
        ? html`<div class="unopened">
            ${problemNotice(error, words.problem, want)}
            <button type="button" aria-label=${words.close} title=${words.close} @click=${this.#handleClose}>×</button>
          </div>`
        : ''}
      <kontor-internal-invoice-details
        exportparts=${PARTS}
        .client=${this.#client}
        .terms=${words}
        .locale=${this.#terms.locale}
        .download=${this.#downloads.state}
        .invoice=${invoice}
        @download=${this.#handleDownload}
        @close=${this.#handleClose}
      ></kontor-internal-invoice-details>
    `;
  }

  #renderTab(view: InvoiceListView, words: InvoiceListTerms): TemplateResult {
    const selected = view === this.view;
    const { toPay = 0, overdue = 0 } = view === 'to-pay' ? (this.counts ?? {}) : {};
    return html`<button
      type="button"
      part="tab"
      role="tab"
      id="tab-${view}"
      aria-controls=${view}
      aria-selected=${selected}
      tabindex=${selected ? 0 : -1}
      @click=${() => this.#show(view)}
    >
      ${view === 'to-pay' ? words.toPay : words.history}${toPay > 0
        ? html` <span class="badge ${overdue > 0 ? 'late' : ''}">${toPay}</span>`
        : ''}
    </button>`;
  }

  /** Whoever comes near may open an invoice or the other view next. */
  #handleInterest = (): void => {
    this.#details.prepare();
    this.#history.prepare();
  };

  #show(view: InvoiceListView): void {
    this.view = view;
  }

  #handleTabKey = (event: KeyboardEvent): void => {
    const keys = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];
    if (!keys.includes(event.key)) return;
    event.preventDefault();
    const to = event.key === 'Home' || (event.key !== 'End' && this.view === 'history') ? 'to-pay' : 'history';
    this.#show(to);
    this.renderRoot.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };

  #handleCount = ({ detail }: CustomEvent<ToPayCounts>): void => {
    const { toPay, overdue } = this.counts ?? {};
    if (detail.toPay === toPay && detail.overdue === overdue) return;
    this.counts = detail;
    this.emit('kontor-count-change', detail);
  };

  #handleOpen = ({ detail }: CustomEvent<InvoiceRow | ToPayRow>): void => {
    const number = numberOf(detail);
    if (!this.emit('kontor-invoice-select', { invoice: detail.id, number }, true)) return;
    this.show({ invoice: detail.id, number });
  };

  #handleClose = (): void => {
    this.opened = undefined;
  };

  #handleDownload = async ({ detail }: CustomEvent<DownloadWish>): Promise<void> => {
    const client = this.#client;
    if (!client || !this.emit('kontor-invoice-download', detail, true)) return;
    const file = await this.#downloads.fetch(client, detail, languageOf(this.#terms.locale));
    if (file) this.emit('kontor-invoice-downloaded', { ...detail, name: file.name });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kontor-invoice-list': KontorInvoiceList;
  }
}
