import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Language } from '../../shared/contract/session.ts';
import { formatAmount } from '../../shared/money/format-money.ts';
import { parseAmount } from '../../shared/money/parse-amount.ts';
import { host } from '../../widgets/styles/host.styles.ts';
import { tokens } from '../../widgets/styles/tokens.styles.ts';
import type { Settings } from '../platform/settings.ts';
import { gatewayOrigin } from '../sign-in/gateway-origin.ts';
import { optionsForm } from './options-form.styles.ts';
import { LANGUAGE_NAMES, type OptionsTerms } from './terms/terms.ts';

/**
 * What a person chooses for the extension. Each choice is kept as soon as it is made.
 *
 * @fires change - Detail: the settings that change. Does not bubble.
 */
export class OptionsForm extends LitElement {
  static override styles = [tokens, host, optionsForm];

  @property({ attribute: false }) terms!: OptionsTerms;
  @property({ attribute: false }) locale = 'en';
  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) signedIn = false;
  /** Of the organisation one stands in; the threshold counts for every currency. */
  @property({ attribute: false }) currency = 'CHF';
  /** As the browser has it; empty where there is none. */
  @property({ attribute: false }) shortcut = '';

  @state() private invalid: 'gateway' | 'lowBelow' | undefined;
  /** The one that was kept last. */
  @state() private saved: keyof Settings | undefined;

  protected override render(): TemplateResult {
    const { terms } = this;
    return html`<main>
      <h1><img src="/icons/128.png" width="32" height="32" alt="" />${terms.title}</h1>
      ${this.#renderGateway()} ${this.#renderBadge()} ${this.#renderLowBelow()} ${this.#renderLanguage()}
      <section>
        <h2>${terms.shortcut}</h2>
        ${this.shortcut ? html`<p><kbd>${this.shortcut}</kbd></p>` : ''}
        <p class="hint">${terms.shortcutHint}</p>
      </section>
      <div class="visually-hidden" role="status">${this.saved ? terms.saved : ''}</div>
    </main>`;
  }

  #renderGateway(): TemplateResult {
    const { terms, settings, signedIn } = this;
    const invalid = this.invalid === 'gateway';
    return html`<section>
      <label for="gateway">${terms.gateway}${this.#mark('gateway')}</label>
      <input id="gateway" type="url" inputmode="url" autocomplete="off" spellcheck="false" maxlength="300" dir="ltr" .value=${settings.gateway}
        aria-invalid=${invalid} aria-describedby="gateway-hint" @change=${this.#onGateway} />
      <p id="gateway-hint" class=${invalid ? 'hint invalid' : 'hint'} role=${invalid ? 'alert' : 'note'}>
        ${invalid ? terms.gatewayInvalid : signedIn ? terms.gatewayLater : terms.gatewayHint}
      </p>
    </section>`;
  }

  #renderBadge(): TemplateResult {
    const { terms, settings } = this;
    const choice = (badge: Settings['badge'], words: string): TemplateResult => html`<label class="choice">
      <input type="radio" name="badge" value=${badge} .checked=${settings.badge === badge} @change=${() => this.#save({ badge })} />${words}
    </label>`;
    return html`<section>
      <fieldset>
        <legend>${terms.badge}${this.#mark('badge')}</legend>
        ${choice('balance', terms.badgeBalance)} ${choice('due', terms.badgeDue)}
      </fieldset>
    </section>`;
  }

  #renderLowBelow(): TemplateResult {
    const { terms, settings, currency, locale } = this;
    const invalid = this.invalid === 'lowBelow';
    return html`<section>
      <label for="low-below">${terms.lowBelow}${this.#mark('lowBelow')}</label>
      <span class="money"><span aria-hidden="true">${currency}</span>
        <input id="low-below" inputmode="decimal" autocomplete="off" maxlength="20" .value=${formatAmount({ amount: settings.lowBelow, currency }, locale)}
          aria-invalid=${invalid} aria-describedby="low-below-hint" @change=${this.#onLowBelow} />
      </span>
      <p id="low-below-hint" class=${invalid ? 'hint invalid' : 'hint'} role=${invalid ? 'alert' : 'note'}>${invalid ? terms.lowBelowInvalid : terms.lowBelowHint}</p>
    </section>`;
  }

  #renderLanguage(): TemplateResult {
    const { terms, settings } = this;
    const onChange = (event: Event): void => {
      const chosen = (event.target as HTMLSelectElement).value;
      this.#save({ language: chosen === '' ? undefined : (chosen as Language) });
    };
    return html`<section>
      <label for="language">${terms.language}${this.#mark('language')}</label>
      <select id="language" @change=${onChange}>
        <option value="" ?selected=${settings.language === undefined}>${terms.browserLanguage}</option>
        ${Object.entries(LANGUAGE_NAMES).map(
          ([language, name]) => html`<option value=${language} lang=${language} ?selected=${settings.language === language}>${name}</option>`,
        )}
      </select>
    </section>`;
  }

  #mark(name: keyof Settings): TemplateResult | string {
    return this.saved === name ? html`<span class="saved" aria-hidden="true">✓ ${this.terms.saved}</span>` : '';
  }

  #onGateway(event: Event): void {
    const gateway = gatewayOrigin((event.target as HTMLInputElement).value);
    this.invalid = gateway === undefined ? 'gateway' : undefined;
    if (gateway !== undefined) this.#save({ gateway });
  }

  #onLowBelow(event: Event): void {
    const lowBelow = parseAmount((event.target as HTMLInputElement).value, this.currency, this.locale);
    const valid = lowBelow !== undefined && lowBelow >= 0;
    this.invalid = valid ? undefined : 'lowBelow';
    if (valid) this.#save({ lowBelow });
  }

  #save(change: Partial<Settings>): void {
    [this.saved] = Object.keys(change) as (keyof Settings)[];
    this.dispatchEvent(new CustomEvent('change', { detail: change }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kontor-options': OptionsForm;
  }
}
