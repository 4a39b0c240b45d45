import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { InvoiceDetail, InvoiceDocument, InvoiceRow } from '../../../shared/contract/invoice.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { ResourceController } from '../../controllers/resource-controller.ts';
import { problemNotice } from '../../parts/problem-notice.ts';
import { host } from '../../styles/host.styles.ts';
import { notice } from '../../styles/notice.styles.ts';
import { controls } from './controls.styles.ts';
import { detailsBodyStyles } from './details-body.styles.ts';
import { detailsBody } from './details-body.ts';
import { invoiceDetails } from './invoice-details.styles.ts';
import type { DownloadState, DownloadWish } from './download-controller.ts';
import { marksOf, numberOf } from './marks-of.ts';
import { statusBadge } from './status-badge.ts';
import { failedText } from './status-line.ts';
import type { InvoiceListTerms } from './terms/terms.ts';

/**
 * One invoice in full, in a panel over the page for as long as the element is there. Internal to the invoice list.
 *
 * @fires download - A document is wanted; detail `DownloadWish`. Does not bubble.
 * @fires close - The panel was closed. Does not bubble.
 */
export class KontorInternalInvoiceDetails extends LitElement {
  static override styles = [host, notice, controls, invoiceDetails, detailsBodyStyles];

  @property({ attribute: false }) client: KontorClient | undefined;
  @property({ attribute: false }) terms!: InvoiceListTerms;
  @property({ attribute: false }) locale = 'en';
  @property({ attribute: false }) download: DownloadState | undefined;
  @property({ attribute: false }) invoice!: { readonly id: string; readonly number: string };

  #detail = new ResourceController<readonly [KontorClient, string], InvoiceDetail>(this, {
    args: () => (this.client ? [this.client, this.invoice.id] : undefined),
    load: ([client, id], call) => client.invoice(id, call),
    keep: () => false,
  });

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  protected override render(): TemplateResult {
    const { value, error } = this.#detail;
    const { terms } = this;
    return html`<dialog part="details" aria-labelledby="title" @close=${this.#handleClose} @click=${this.#handleClick}>
      <header>
        <h2 id="title">${this.invoice.number}</h2>
        <button type="button" class="icon" aria-label=${terms.close} title=${terms.close} @click=${this.#handleDismiss}>
          <svg viewBox="0 0 16 16" aria-hidden="true"><path d="m3 3 10 10M13 3 3 13" /></svg>
        </button>
        ${value ? this.#renderFacts(value.row) : nothing}
      </header>
      <div class="content" aria-busy=${!value && !error}>
        ${value
          ? html`${this.#renderDownloads(value.row)} ${detailsBody({ detail: value, terms, locale: this.locale })}`
          : error
            ? problemNotice(error, terms.problem, () => this.#detail.reload())
            : html`<div class="skeleton"><i></i><i></i><i></i><i></i><i></i><i></i></div>`}
      </div>
    </dialog>`;
  }

  #renderFacts(row: InvoiceRow): TemplateResult {
    const { terms } = this;
    const { marks } = marksOf(row, terms);
    return html`<p class="facts">
      ${statusBadge(row.status, terms.status[row.status])} ${marks ? html`<span class="mark">${marks}</span>` : nothing}
      <span class="figure"
        ><span class="currency">${row.total.currency}</span> <span class="amount">${formatAmount(row.total, this.locale)}</span></span
      >
    </p>`;
  }

  #renderDownloads(row: InvoiceRow): TemplateResult | typeof nothing {
    const { terms, download } = this;
    if (row.documents.length === 0) return nothing;
    const mine = download?.invoice === row.id ? download : undefined;
    const button = (document: InvoiceDocument): TemplateResult => {
      const busy = mine?.document === document && !mine.error;
      return html`<button type="button" class="secondary get" part="download" aria-busy=${busy} @click=${() => this.#wish(row, document)}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2v8M4.5 7 8 10.5 11.5 7M3 13.5h10" /></svg>${terms.documents[document]}
      </button>`;
    };
    return html`<section>
      <h3>${terms.downloads}</h3>
      <div class="downloads">${row.documents.map(button)}</div>
      <p class="failed" role="alert">${mine ? failedText(mine, terms) : ''}</p>
    </section>`;
  }

  #wish(row: InvoiceRow, document: InvoiceDocument): void {
    const detail: DownloadWish = { invoice: row.id, number: numberOf(row), document };
    this.dispatchEvent(new CustomEvent<DownloadWish>('download', { detail }));
  }

  #handleDismiss = (): void => this.renderRoot.querySelector('dialog')?.close();

  /** A click beside the panel falls on the dialog itself; so does the second one of a double click that opened it. */
  #handleClick = (event: MouseEvent): void => {
    if (event.target === event.currentTarget && event.detail < 2) this.#handleDismiss();
  };

  #handleClose = (): void => {
    this.dispatchEvent(new CustomEvent('close'));
  };
}
