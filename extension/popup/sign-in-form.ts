import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { host } from '../../widgets/styles/host.styles.ts';
import { spinner } from '../../widgets/styles/spinner.styles.ts';
import { tokens } from '../../widgets/styles/tokens.styles.ts';
import type { SignInCode, SignInState } from '../session-store/records.ts';
import { gatewayOrigin } from '../sign-in/gateway-origin.ts';
import { warningIcon } from './icons.ts';
import { signInForm } from './sign-in-form.styles.ts';
import type { SignInTerms } from './terms/terms.ts';

/** Families of codes by how they read to a person; the first that fits counts. */
const READINGS = [
  [/OFFLINE/, 'offline'],
  [/SIGN_IN_NO_GATEWAY|UNREADABLE|NOT_CONFIGURED/, 'noGateway'],
  [/SIGN_IN_WINDOW_OPEN/, 'windowOpen'],
  [/SIGN_IN_ENDED|TOKEN/, 'ended'],
  [/SIGN_IN_REFUSED|DPOP|ORIGIN/, 'refused'],
  [/CLIENT|DATABASE/, 'unreachable'],
] as const satisfies [RegExp, keyof SignInTerms['failures']][];

/**
 * The popup while nobody is signed in: where to sign in, what is under way, why it failed.
 *
 * @fires sign-in - Detail: the gateway's origin. Does not bubble.
 * @fires cancel - The sign-in under way is given up. Does not bubble.
 */
export class SignInForm extends LitElement {
  static override styles = [tokens, host, spinner, signInForm];

  @property({ attribute: false }) terms!: SignInTerms & { cancel: string };
  @property({ attribute: false }) state!: SignInState;
  /** The address to begin with. */
  @property({ attribute: false }) gateway = '';

  @state() private invalid = false;

  /** Puts the focus where one goes on. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  protected override render(): TemplateResult {
    return html`<div class="welcome">
      <img src="/icons/128.png" width="56" height="56" alt="" />
      <h1>Kontor</h1>
      ${this.state.status === 'open' ? this.#renderOpen(this.state.gateway) : this.#renderForm()}
    </div>`;
  }

  #renderOpen(gateway: string): TemplateResult {
    const { terms } = this;
    return html`
      <div class="open" role="status">
        <span class="spinner"></span>
        <p><strong>${terms.open}</strong></p>
        <p class="lead">${terms.openLead(new URL(gateway).host)}</p>
      </div>
      <button type="button" class="secondary" @click=${() => this.#tell('cancel')}>${terms.cancel}</button>
    `;
  }

  #renderForm(): TemplateResult {
    const { terms, invalid } = this;
    const failed = this.state.status === 'failed' ? this.state : undefined;
    return html`
      <p class="lead">${terms.lead}</p>
      <form novalidate @submit=${this.#submit}>
        ${failed ? html`<p class="failed" role="alert">${warningIcon}<span>${terms.failures[reading(failed.code)]}</span></p>` : ''}
        <label for="gateway">${terms.gateway}</label>
        <input id="gateway" type="url" inputmode="url" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="300" dir="ltr"
          .value=${failed?.gateway ?? this.gateway} aria-invalid=${invalid} aria-describedby="hint" @input=${() => (this.invalid = false)} />
        <p id="hint" class="hint ${invalid ? 'invalid' : ''}" role=${invalid ? 'alert' : 'note'}>
          ${invalid ? html`${warningIcon}${terms.gatewayInvalid}` : terms.gatewayHint}
        </p>
        <button class="primary">${terms.act}</button>
      </form>
    `;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const field = this.renderRoot.querySelector('input');
    const origin = gatewayOrigin(field?.value ?? '');
    this.invalid = origin === undefined;
    if (origin === undefined) field?.focus();
    else this.#tell('sign-in', origin);
  }

  #tell(name: string, detail?: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

function reading(code: SignInCode): keyof SignInTerms['failures'] {
  return READINGS.find(([family]) => family.test(code))?.[1] ?? 'other';
}

declare global {
  interface HTMLElementTagNameMap {
    'kontor-popup-sign-in': SignInForm;
  }
}
