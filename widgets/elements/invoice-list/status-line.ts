import { html, nothing, type TemplateResult } from 'lit';
import type { KontorError } from '../../../shared/client/kontor-error.ts';
import { problemText } from '../../parts/problem-text.ts';
import type { DownloadState } from './download-controller.ts';
import type { InvoiceListTerms } from './terms/terms.ts';

interface StatusLineModel {
  /** How many rows there are; empty while that is not known. */
  readonly text: string;
  readonly download?: DownloadState | undefined;
  /** Why the rows are old or incomplete. */
  readonly error: KontorError | undefined;
  readonly terms: InvoiceListTerms;
  readonly retry: () => void;
}

/** The line above the rows: how many there are, read out as it changes, and what went wrong. */
export function statusLine({ text, download, error, terms, retry }: StatusLineModel): TemplateResult {
  const failed = error ? problemText(error, terms.problem) : download?.error ? failedText(download, terms) : '';
  // A page may say itself that everything on it is old; what is not here at all is said here.
  const part = error && error.code !== 'KONTOR_CLIENT_NOT_KEPT' ? 'old' : nothing;
  return html`<p class="count" part="count">
    <span role="status">${text}</span>
    <span part=${part}>
      <span class="failed" role="alert">${failed}</span>
      ${error ? html`<button type="button" class="plain" part="retry" @click=${retry}>${terms.problem.retry}</button>` : ''}
    </span>
  </p>`;
}

/** What failed, and why. */
export function failedText({ number, error }: DownloadState, terms: InvoiceListTerms): string {
  return error ? `${terms.downloadFailed(number)} ${problemText(error, terms.problem)}` : '';
}
