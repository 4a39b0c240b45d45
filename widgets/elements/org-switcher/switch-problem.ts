import { html, type TemplateResult } from 'lit';
import type { KontorError } from '../../../shared/client/kontor-error.ts';
import { problemText } from '../../parts/problem-text.ts';
import { closeIcon, warningIcon } from './icons.ts';
import type { OrgSwitcherTerms } from './terms/terms.ts';

/** In the place of the button: the session did not start. */
export function startProblem(error: KontorError, { problem }: OrgSwitcherTerms, retry: () => void): TemplateResult {
  return html`<div class="trigger failed" part="error" role="alert">
    ${warningIcon}<span class="main" title=${problemText(error, problem)}>${problemText(error, problem)}</span>
    <button type="button" class="plain" part="retry" @click=${retry}>${problem.retry}</button>
  </div>`;
}

/** Under the button, over the page: the last switch failed. */
export function switchProblem(error: KontorError, terms: OrgSwitcherTerms, retry: () => void, dismiss: () => void): TemplateResult {
  return html`<div class="switch-problem" part="error" role="alert">
    ${warningIcon}
    <p>${terms.switchFailed} ${problemText(error, terms.problem)}</p>
    <button type="button" class="plain" part="retry" @click=${retry}>${terms.problem.retry}</button>
    <button type="button" class="plain square" aria-label=${terms.dismiss} title=${terms.dismiss} @click=${dismiss}>${closeIcon}</button>
  </div>`;
}
