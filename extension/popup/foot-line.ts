import { html, type TemplateResult } from 'lit';
import { ageText } from '../../widgets/elements/prepaid-balance/age-controller.ts';
import type { LineState } from '../client/kept-answers.ts';
import type { Connection } from '../session-store/records.ts';
import { offlineIcon, settingsIcon, signOutIcon, warningIcon } from './icons.ts';
import type { PopupTerms } from './terms/terms.ts';

export interface FootView {
  readonly connection: Connection;
  readonly line: LineState;
  /** Whether it is being asked about. */
  readonly leaving: boolean;
  readonly terms: PopupTerms;
  readonly locale: string;
  onRetry(): void;
  onSignIn(): void;
  onSettings(): void;
  /** Asks, or no longer asks. */
  onLeaving(asked: boolean): void;
  onSignOut(): void;
}

/** The lowest line: who is signed in and where, or what is wrong with the line to there; settings and sign-out. */
export function footLine(view: FootView): TemplateResult {
  const { terms, line, leaving } = view;
  return html`<footer>
    <div class="state" role="status">${line.error ? trouble(view) : identity(view.connection)}</div>
    ${line.error ? remedy(view) : ''}
    <button type="button" class="tool" aria-label=${terms.settings} title=${terms.settings} @click=${view.onSettings}>${settingsIcon}</button>
    <button type="button" class="tool" id="sign-out" aria-label=${terms.signOut} title=${terms.signOut} aria-expanded=${leaving}
      @click=${() => view.onLeaving(!leaving)}>${signOutIcon}</button>
    ${leaving ? question(view) : ''}
  </footer>`;
}

function identity({ session, gateway }: Connection): TemplateResult {
  return html`<span class="cut">${session.person.name} · ${new URL(gateway).host}</span>`;
}

function trouble({ line: { error, keptAt }, terms, locale }: FootView): TemplateResult {
  const code = error?.code ?? '';
  const words = /OFFLINE/.test(code) ? terms.line.offline : /TOKEN/.test(code) ? terms.line.ended : terms.line.unreachable;
  return html`${/OFFLINE/.test(code) ? offlineIcon : warningIcon}
    <div class="lines">
      <strong class="cut">${words}</strong>
      ${keptAt ? html`<span class="cut">${terms.line.asOf(ageText(keptAt, new Date(), locale))}</span>` : ''}
    </div>`;
}

function remedy({ line, terms, onRetry, onSignIn }: FootView): TemplateResult {
  return /TOKEN/.test(line.error?.code ?? '')
    ? html`<button type="button" class="plain" @click=${onSignIn}>${terms.signIn.act}</button>`
    : html`<button type="button" class="plain" @click=${onRetry}>${terms.problem.retry}</button>`;
}

function question({ terms, onLeaving, onSignOut }: FootView): TemplateResult {
  const stay = (): void => onLeaving(false);
  return html`<div class="question" role="alertdialog" aria-labelledby="question" aria-describedby="note"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Otherwise the browser closes the popup.
      event.preventDefault();
      stay();
    }}>
    <p id="question"><strong>${terms.signOutQuestion}</strong></p>
    <p id="note">${terms.signOutNote}</p>
    <div class="acts">
      <button type="button" class="secondary" @click=${stay}>${terms.cancel}</button>
      <button type="button" class="danger" @click=${onSignOut}>${terms.signOut}</button>
    </div>
  </div>`;
}
