import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { InvoiceRow, InvoiceSortKey, ListSummary } from '../../../shared/contract/invoice.ts';
import { WindowController } from '../../controllers/window-controller.ts';
import { formatCount } from '../../parts/format-count.ts';
import { problemNotice } from '../../parts/problem-notice.ts';
import { host } from '../../styles/host.styles.ts';
import { notice } from '../../styles/notice.styles.ts';
import type { DownloadState, DownloadWish } from './download-controller.ts';
import { filterBar, filterWords } from './filter-bar.ts';
import { GridController, beforeFrame } from './grid-controller.ts';
import { controls } from './controls.styles.ts';
import { gridRow } from './grid-row.styles.ts';
import { grid } from './grid.styles.ts';
import { type HistoryFilter, historyQuery, isFiltered, NO_FILTER } from './history-filter.ts';
import { historyRow } from './history-row.ts';
import { historyColumns } from './history.styles.ts';
import { numberOf } from './marks-of.ts';
import { nextSort, type Sort } from './next-sort.ts';
import { sorting } from './sort-header.styles.ts';
import { sortHeader, sortSelect } from './sort-header.ts';
import { statusLine } from './status-line.ts';
import type { InvoiceListTerms } from './terms/terms.ts';
import { totals } from './totals-bar.styles.ts';
import { totalsBar } from './totals-bar.ts';

const KEYS: readonly InvoiceSortKey[] = ['issued', 'number', 'subject', 'due', 'status', 'total'];
const SKELETON_ROWS = 12;

/**
 * All invoices of the organisation, filtered, sorted and added up. Internal to the invoice list.
 *
 * @fires open - A row is to be shown in full; detail `InvoiceRow`. Does not bubble.
 * @fires download - A document is wanted; detail `DownloadWish`. Does not bubble.
 */
export class KontorInternalInvoiceHistory extends LitElement {
  static override styles = [host, notice, controls, grid, gridRow, sorting, totals, historyColumns];

  @property({ attribute: false }) client: KontorClient | undefined;
  @property({ attribute: false }) terms!: InvoiceListTerms;
  @property({ attribute: false }) locale = 'en';
  @property({ attribute: false }) download: DownloadState | undefined;
  /** Nothing is asked for before the view is looked at. */
  @property({ attribute: false }) active = false;

  /** Another one: the rows may be others. */
  @property({ attribute: false }) stamp = 0;

  @state() private filter: HistoryFilter = NO_FILTER;
  @state() private sort: Sort<InvoiceSortKey> = { key: 'issued', descending: true };

  #grid = new GridController(this, SKELETON_ROWS);
  #rearranged = false;
  #window = new WindowController<readonly [KontorClient, HistoryFilter, Sort<InvoiceSortKey>, number], InvoiceRow, ListSummary>(this, {
    args: () => (this.client && this.active ? [this.client, this.filter, this.sort, this.stamp] : undefined),
    load: ([client, filter, sort], window, call) => client.invoices({ ...historyQuery(filter, sort), ...window }, call),
    count: ({ count }) => count,
  });

  protected override scheduleUpdate(): void | Promise<unknown> {
    const coming = this.#window.look(this.#grid.rows.first, this.#grid.rows.end - 1);
    return coming ? beforeFrame(coming).then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('filter') || changed.has('sort')) this.#rearranged = true;
    if (this.#rearranged && this.#window.status === 'ready') {
      this.#rearranged = false;
      this.#grid.toTop();
    }
  }

  protected override render(): TemplateResult {
    const { status, summary, error, fits } = this.#window;
    const { terms, locale, filter, sort } = this;
    const waiting = status === 'initial' || status === 'loading';
    // A scroll draws rows. All that it cannot change is not even compared.
    return html`
      ${guard([filter, this.#today, terms], () => filterBar({ filter, today: this.#today, terms, change: this.#narrow }))}
      <div class="line">
        ${statusLine({
          text: summary && (fits || !error) ? terms.invoices(summary.count, formatCount(summary.count, locale)) : '',
          download: this.download,
          error: summary ? error : undefined,
          terms,
          retry: this.#retry,
        })}
        ${guard([sort, terms], () => sortSelect(KEYS, terms.columns, sort, terms, this.#arrange))}
      </div>
      <div class="box" @click=${this.#handleClick}>
        ${status === 'error' && error
          ? problemNotice(error, terms.problem, this.#retry)
          : summary?.count === 0
            ? this.#renderEmpty()
            : this.#renderGrid(waiting)}
      </div>
      ${guard([summary, terms, locale], () => totalsBar({ totals: summary?.totals ?? [], terms, locale, open: true }))}
    `;
  }

  #renderGrid(waiting: boolean): TemplateResult {
    const { terms, locale, sort } = this;
    return this.#grid.view({
      label: terms.history,
      head: guard([sort, terms], () => [
        ...sortHeader(KEYS, terms.columns, sort),
        html`<div role="columnheader" class="get"><span class="visually-hidden">${terms.downloads}</span></div>`,
      ]),
      count: waiting ? SKELETON_ROWS : this.#window.count,
      busy: waiting,
      stale: this.#window.status === 'stale',
      row: (index, focusable, pointed) => {
        const row = this.#window.row(index);
        const busy = row !== undefined && this.download?.invoice === row.id && !this.download.error;
        return historyRow({ row, index, focusable, pointed, busy, terms, locale });
      },
    });
  }

  #renderEmpty(): TemplateResult {
    const { terms } = this;
    if (!isFiltered(this.filter)) return html`<div class="notice" part="empty"><p>${terms.noInvoices}</p></div>`;
    return html`<div class="notice" part="empty">
      <p>${terms.noMatch}</p>
      ${filterWords(this.filter, terms, this.locale).map((words) => html`<p><strong>${words}</strong></p>`)}
      <button type="button" class="secondary" @click=${() => this.#narrow(NO_FILTER)}>${terms.clearFilters}</button>
    </div>`;
  }

  get #today(): string {
    return this.client?.session.today ?? new Date().toISOString().slice(0, 10);
  }

  #retry = (): void => this.#window.reload();

  #narrow = (change: Partial<HistoryFilter>): void => {
    this.filter = { ...this.filter, ...change };
  };

  #arrange = (sort: Sort<InvoiceSortKey>): void => {
    this.sort = sort;
  };

  #handleClick = (event: Event): void => {
    const target = event.target as Element;
    const key = target.closest<HTMLElement>('[data-sort]')?.dataset['sort'];
    if (key) return this.#arrange(nextSort(this.sort, key as InvoiceSortKey));
    const { index, act } = this.#grid.clicked(target) ?? {};
    const row = index === undefined ? undefined : this.#window.row(index);
    if (!row) return;
    if (act === 'open') this.dispatchEvent(new CustomEvent<InvoiceRow>('open', { detail: row }));
    else this.#wish(row);
  };

  #wish(row: InvoiceRow): void {
    const [document] = row.documents;
    if (!document) return;
    const detail: DownloadWish = { invoice: row.id, number: numberOf(row), document };
    this.dispatchEvent(new CustomEvent<DownloadWish>('download', { detail }));
  }
}
