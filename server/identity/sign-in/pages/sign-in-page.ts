import type { Language } from '../../../../shared/contract/session.ts';
import { SIGN_IN_TERMS } from '../terms/terms.ts';
import type { SignInTerms } from '../terms/terms.ts';
import { html } from './html.ts';
import type { Markup } from './html.ts';
import { page } from './page.ts';

/** Why the form comes again. */
export type FormFault =
  | 'email-missing' | 'password-missing' | 'wrong' | 'busy' | 'form-expired'
  | { readonly retryAfterSeconds: number };

export interface SignInForm {
  readonly language: Language;
  /** Host of the gateway, for people to recognise. */
  readonly gateway: string;
  readonly token: string;
  readonly email: string;
  readonly fault?: FormFault | undefined;
}

/** The page on which a person signs in. The form goes to the page's own address. */
export function signInPage({ language, gateway, token, email, fault }: SignInForm): string {
  const terms = SIGN_IN_TERMS[language];
  const title = fault === undefined ? terms.title : `${terms.error}: ${terms.title}`;
  const content = html`<h1>${terms.title}</h1>
<p class="muted">${terms.purpose(gateway)}</p>
<form method="post" action="?lang=${language}" novalidate>
<input type="hidden" name="token" value="${token}">
${alert(fault, terms)}
${emailField(terms, email, fault)}
${passwordField(terms, email, fault)}
<div class="acts">
<button class="primary" name="act" value="sign-in">${terms.signIn}</button>
<button name="act" value="cancel">${terms.cancel}</button>
</div>
</form>
<p class="access small muted">${terms.access}</p>`;
  return page({ language, title, content });
}

/** What is wrong with the sign-in as a whole; what is wrong with one field stands at the field. */
function alert(fault: FormFault | undefined, terms: SignInTerms): Markup | undefined {
  if (fault === undefined || fault === 'email-missing' || fault === 'password-missing') return undefined;
  const text = typeof fault === 'object' ? terms.tooMany(Math.ceil(fault.retryAfterSeconds / 60))
    : { wrong: terms.wrong, busy: terms.busy, 'form-expired': terms.formExpired }[fault];
  return html`<p class="alert" role="alert" id="fault"><span aria-hidden="true">!</span><span>${text}</span></p>`;
}

function emailField(terms: SignInTerms, email: string, fault: FormFault | undefined): Markup {
  const missing = fault === 'email-missing';
  const first = missing || (fault === undefined && email === '');
  return html`<div>
<label for="email">${terms.email}</label>
<input id="email" name="email" type="email" inputmode="email" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="254" value="${email}"${first && html` autofocus`}${missing && html` aria-invalid="true" aria-describedby="email-fault"`}>
${missing && html`<p class="wrong" role="alert" id="email-fault">${terms.emailMissing}</p>`}
</div>`;
}

function passwordField(terms: SignInTerms, email: string, fault: FormFault | undefined): Markup {
  const missing = fault === 'password-missing';
  const described = missing ? 'password-fault' : 'fault';
  const isFirst = fault !== 'email-missing' && (fault !== undefined || email !== '');
  return html`<div>
<label for="password">${terms.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${isFirst && html` autofocus`}${(missing || fault === 'wrong') && html` aria-invalid="true"`}${fault !== undefined && fault !== 'email-missing' && html` aria-describedby="${described}"`}>
${missing && html`<p class="wrong" role="alert" id="password-fault">${terms.passwordMissing}</p>`}
</div>`;
}
