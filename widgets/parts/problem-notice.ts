import { html, type TemplateResult } from 'lit';
import type { KontorError } from '../../shared/client/kontor-error.ts';
import type { ProblemTerms } from '../terms/problem/terms.ts';
import { problemText } from './problem-text.ts';

/** A failure where the content would stand, with the way to try again. Styles: `notice.styles.ts`. */
export function problemNotice(error: KontorError, terms: ProblemTerms, retry: () => void): TemplateResult {
  return html`
    <div class="notice" part="error" role="alert">
      <p>${problemText(error, terms)}</p>
      ${error.requestId ? html`<p class="reference">${terms.reference(error.requestId)}</p>` : null}
      <button type="button" class="secondary" part="retry" @click=${retry}>${terms.retry}</button>
    </div>
  `;
}
