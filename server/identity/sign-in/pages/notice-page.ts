import type { Language } from '../../../../shared/contract/session.ts';
import { SIGN_IN_TERMS } from '../terms/terms.ts';
import { html } from './html.ts';
import { page } from './page.ts';

export type Notice = 'expired' | 'refused' | 'tooOften' | 'fault' | 'signedOut';

/**
 * A page that says how something ended.
 * @param reference the request's id, by which its reason is found in the log
 */
export function noticePage(language: Language, notice: Notice, reference?: string): string {
  const terms = SIGN_IN_TERMS[language];
  const { title, text } = terms[notice];
  const content = html`<h1>${title}</h1>
<p class="muted">${text}</p>
${reference !== undefined && html`<p class="reference small muted">${terms.reference(reference)}</p>`}`;
  return page({ language, title, content, inLanguages: false });
}

/** Asks before signing out. */
export function signOutPage(language: Language, token: string): string {
  const { title, question, act } = SIGN_IN_TERMS[language].signOut;
  const content = html`<h1>${title}</h1>
<p class="muted">${question}</p>
<form method="post" action="?lang=${language}">
<input type="hidden" name="token" value="${token}">
<button class="primary" autofocus>${act}</button>
</form>`;
  return page({ language, title, content });
}
