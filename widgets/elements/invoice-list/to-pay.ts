import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { ToPayRow, ToPaySortKey, ToPayWindow } from '../../../shared/contract/to-pay.ts';
import { WindowController } from '../../controllers/window-controller.ts';
import { formatCount } from '../../parts/format-count.ts';
import { problemNotice } from '../../parts/problem-notice.ts';
import { host } from '../../styles/host.styles.ts';
import { notice } from '../../styles/notice.styles.ts';
import { controls } from './controls.styles.ts';
import { formatDay } from '../../parts/format-day.ts';
import { GridController, beforeFrame } from './grid-controller.ts';
import { gridRow } from './grid-row.styles.ts';
import { grid } from './grid.styles.ts';
import { nextSort, type Sort } from './next-sort.ts';
import { sorting } from './sort-header.styles.ts';
import { sortHeader, sortSelect } from './sort-header.ts';
import { statusLine } from './status-line.ts';
import type { InvoiceListTerms } from './terms/terms.ts';
import { toPayRow } from './to-pay-row.ts';
import { toPayColumns } from './to-pay.styles.ts';
import { totals } from './totals-bar.styles.ts';
import { totalsBar } from './totals-bar.ts';

type Summary = NonNullable<ToPayWindow['summary']>;

/** How many things are to pay within the two months, and how many of them are past their day. */
export interface ToPayCounts {
  readonly toPay: number;
  readonly overdue: number;
}

const KEYS: readonly ToPaySortKey[] = ['due', 'subject', 'status', 'total'];
const SKELETON_ROWS = 8;

/**
 * Open invoices and due renewals. Internal to the invoice list.
 *
 * @fires open - An invoice is to be shown in full; detail `ToPayRow`. Does not bubble.
 * @fires count - The counts of the two months; detail `ToPayCounts`. Does not bubble.
 */
export class KontorInternalToPay extends LitElement {
  static override styles = [host, notice, controls, grid, gridRow, sorting, totals, toPayColumns];

  @property({ attribute: false }) client: KontorClient | undefined;
  @property({ attribute: false }) terms!: InvoiceListTerms;
  @property({ attribute: false }) locale = 'en';

  /** Another one: the rows may be others. */
  @property({ attribute: false }) stamp = 0;

  /** Nothing is drawn before the view is looked at; the counts are told all the same. */
  @property({ attribute: false }) active = false;

  @state() private all = false;
  @state() private sort: Sort<ToPaySortKey> = { key: 'due', descending: false };

  #grid = new GridController(this, SKELETON_ROWS);
  #rearranged = false;
  #counted: Summary | undefined;
  #window = new WindowController<readonly [KontorClient, boolean, Sort<ToPaySortKey>, number], ToPayRow, Summary>(this, {
    args: () => (this.client ? [this.client, this.all, this.sort, this.stamp] : undefined),
    load: ([client, all, sort], window, call) =>
      client.toPay({ all, sort: sort.key, descending: sort.descending, ...window }, call),
    count: ({ count }) => count,
  });

  protected override scheduleUpdate(): void | Promise<unknown> {
    const coming = this.#window.look(this.#grid.rows.first, this.#grid.rows.end - 1);
    return coming ? beforeFrame(coming).then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('all') || changed.has('sort')) this.#rearranged = true;
    if (this.#window.status === 'ready') this.#settle();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.active) return nothing;
    const { status, summary, error, fits } = this.#window;
    const { terms } = this;
    const waiting = status === 'initial' || status === 'loading';
    return html`
      <div class="line">
        ${statusLine({ text: summary && (fits || !error) ? this.#lineText(summary) : '', error: summary ? error : undefined, terms, retry: this.#retry })}
        ${this.#renderToggle(summary)} ${sortSelect(KEYS, terms.columns, this.sort, terms, this.#arrange)}
      </div>
      <div class="box" @click=${this.#handleClick}>
        ${status === 'error' && error
          ? problemNotice(error, terms.problem, this.#retry)
          : summary?.count === 0
            ? this.#renderEmpty(summary)
            : this.#renderGrid(waiting)}
      </div>
      ${totalsBar({ totals: summary?.totals ?? [], terms, locale: this.locale, open: false })}
    `;
  }

  #renderGrid(waiting: boolean): TemplateResult {
    const { terms, locale } = this;
    const today = this.client?.session.today ?? '';
    const [due, subject, ...others] = sortHeader(KEYS, terms.columns, this.sort);
    const about = html`<div role="columnheader" class="about">${terms.columns.number}</div>`;
    return this.#grid.view({
      label: terms.toPay,
      head: [due!, subject!, about, ...others],
      count: waiting ? SKELETON_ROWS : this.#window.count,
      busy: waiting,
      stale: this.#window.status === 'stale',
      row: (index, focusable) => toPayRow({ row: this.#window.row(index), index, focusable, today, terms, locale }),
    });
  }

  #renderToggle(summary: Summary | undefined): TemplateResult | typeof nothing {
    if (!this.all && !summary?.later) return nothing;
    return html`<button type="button" class="plain" part="show-all" aria-pressed=${this.all} @click=${this.#toggle}>
      ${this.all ? this.terms.showSoon : this.terms.showAll(formatCount(summary?.later ?? 0, this.locale))}
    </button>`;
  }

  #renderEmpty({ later, through }: Summary): TemplateResult {
    const { terms } = this;
    return html`<div class="notice calm" part="empty">
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="m3 8.5 3.5 3.5L13 4.5" /></svg>
      <p>${later > 0 ? terms.nothingThrough(formatDay(through, this.locale)) : terms.nothingToPay}</p>
    </div>`;
  }

  #lineText({ count, through }: Summary): string {
    const { terms } = this;
    return `${terms.items(count, formatCount(count, this.locale))} · ${this.all ? terms.allDue : terms.dueThrough(formatDay(through, this.locale))}`;
  }

  #settle(): void {
    if (this.#rearranged) this.#grid.toTop();
    this.#rearranged = false;
    const { summary } = this.#window;
    if (!summary || summary === this.#counted || this.all) return;
    this.#counted = summary;
    const detail: ToPayCounts = { toPay: summary.count, overdue: summary.overdue };
    this.dispatchEvent(new CustomEvent<ToPayCounts>('count', { detail }));
  }

  #retry = (): void => this.#window.reload();

  #toggle = (): void => {
    this.all = !this.all;
  };

  #arrange = (sort: Sort<ToPaySortKey>): void => {
    this.sort = sort;
  };

  #handleClick = (event: Event): void => {
    const target = event.target as Element;
    const key = target.closest<HTMLElement>('[data-sort]')?.dataset['sort'];
    if (key) return this.#arrange(nextSort(this.sort, key as ToPaySortKey));
    const clicked = this.#grid.clicked(target);
    const row = clicked && this.#window.row(clicked.index);
    if (row?.kind === 'invoice') this.dispatchEvent(new CustomEvent<ToPayRow>('open', { detail: row }));
  };
}
