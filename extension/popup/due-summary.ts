import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { KontorClient } from '../../shared/client/kontor-client.ts';
import type { ToPayQuery, ToPayRow, ToPayWindow } from '../../shared/contract/to-pay.ts';
import { mayBill } from '../../shared/domain/rights.ts';
import { ResourceController } from '../../widgets/controllers/resource-controller.ts';
import { formatCount } from '../../widgets/parts/format-count.ts';
import { formatDay } from '../../widgets/parts/format-day.ts';
import { moneyFigure } from '../../widgets/parts/money-figure.ts';
import { problemNotice } from '../../widgets/parts/problem-notice.ts';
import { host } from '../../widgets/styles/host.styles.ts';
import { notice } from '../../widgets/styles/notice.styles.ts';
import { tokens } from '../../widgets/styles/tokens.styles.ts';
import { dueSummary } from './due-summary.styles.ts';
import { doneIcon, forwardIcon, warningIcon } from './icons.ts';
import type { PopupTerms } from './terms/terms.ts';

type Summary = NonNullable<ToPayWindow['summary']>;

/** What fits under the balance without scrolling. */
const ROWS = 3;
/** What it asks for. */
export const DUE_QUERY = { all: false, sort: 'due', descending: false, offset: 0, limit: ROWS } as const satisfies ToPayQuery;

/**
 * What is due within the next two months: how much, how many, and the first of them.
 *
 * @fires open - The whole list is wanted. Does not bubble.
 */
export class DueSummary extends LitElement {
  static override styles = [tokens, host, notice, dueSummary];

  @property({ attribute: false }) client: KontorClient | undefined;
  /** Another one: what is due may be another. */
  @property({ attribute: false }) stamp: number | undefined;
  @property({ attribute: false }) terms!: PopupTerms;
  @property({ attribute: false }) locale = 'en';

  #due = new ResourceController<readonly [client: KontorClient, stamp: number | undefined], ToPayWindow>(this, {
    args: () => {
      const { client } = this;
      return client?.can('invoices:read') && mayBill(client.session.organisation) ? [client, this.stamp] : undefined;
    },
    load: ([client], call) => client.toPay(DUE_QUERY, call),
  });

  protected override render(): TemplateResult {
    const { value, error, status } = this.#due;
    const { terms } = this;
    // Whoever may not see money reads that in the balance above.
    if (status === 'initial') return html``;
    if (error && !value) return html`<section>${problemNotice(error, terms.problem, () => this.#due.reload())}</section>`;
    const summary = value?.summary ?? undefined;
    return html`<section aria-busy=${!value}>
      ${this.#renderHead(summary)}
      ${summary?.count === 0 ? this.#renderNone(summary) : html`<ul>${this.#rows(value).map((row) => this.#renderRow(row))}</ul>`}
    </section>`;
  }

  #rows(value: ToPayWindow | undefined): readonly (ToPayRow | undefined)[] {
    return value?.rows.slice(0, ROWS) ?? Array.from({ length: ROWS });
  }

  /** Leads to the whole list. */
  #renderHead(summary: Summary | undefined): TemplateResult {
    const { terms: { due }, locale } = this;
    const { count = 0, overdue = 0, totals = [] } = summary ?? {};
    return html`<button type="button" class="head" @click=${() => this.dispatchEvent(new CustomEvent('open'))}>
      <strong>${due.title}</strong>
      ${count > 0 ? html`<span class="count" aria-hidden="true">${formatCount(count, locale)}</span><span class="visually-hidden">${due.count(count, formatCount(count, locale))}</span>` : ''}
      ${overdue > 0 ? html`<span class="late">${warningIcon}${due.overdue(overdue, formatCount(overdue, locale))}</span>` : ''}
      <span class="sums">${summary ? totals.map(({ currency, total }) => moneyFigure({ amount: total, currency }, locale)) : html`<i></i>`}</span>
      ${forwardIcon}
    </button>`;
  }

  #renderRow(row: ToPayRow | undefined): TemplateResult {
    if (!row) return html`<li><i></i><i></i><i></i></li>`;
    const { locale } = this;
    const late = row.status === 'overdue';
    return html`<li>
      <span class="when ${late ? 'late' : ''}">
        <time datetime=${row.dueOn}>${formatDay(row.dueOn, locale)}</time>${late ? html`<span class="visually-hidden">${this.terms.due.late}</span>${warningIcon}` : ''}
      </span>
      <span class="subject" title=${row.subject}>${row.subject}</span>
      ${moneyFigure(row.total, locale)}
    </li>`;
  }

  #renderNone({ through }: Summary): TemplateResult {
    return html`<p class="none">${doneIcon}${this.terms.due.none(formatDay(through, this.locale))}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kontor-popup-due': DueSummary;
  }
}
