import { ContextProvider } from '@lit/context';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { clientContext } from '../../widgets/contexts/client-context.ts';
import { localeContext } from '../../widgets/contexts/locale-context.ts';
import { sessionContext } from '../../widgets/contexts/session-context.ts';
import { host } from '../../widgets/styles/host.styles.ts';
import { tokens } from '../../widgets/styles/tokens.styles.ts';
import type { Settings } from '../platform/settings.ts';
import type { Connection } from '../session-store/records.ts';
import { DUE_QUERY } from './due-summary.ts';
import { foot } from './foot-line.styles.ts';
import { footLine } from './foot-line.ts';
import { searchIcon } from './icons.ts';
import { popup } from './kontor-popup.styles.ts';
import { PopupSession, type PopupSurroundings } from './popup-session.ts';
import { SECTION_PARTS, type SectionName, SECTIONS, sectionTabs } from './section-tabs.ts';
import type { PopupTerms } from './terms/terms.ts';

/** What the overview shows. */
const SHOWN_FIRST = [['prepaid'], ['outlook'], ['to-pay', DUE_QUERY]] as const;

/**
 * The popup: the organisation and the way to another one, the balance, what is due, invoices, promo codes.
 * Shows what was kept before it asks for anything. Always of one size.
 */
export class KontorPopup extends LitElement {
  static override styles = [tokens, host, popup, foot];

  @property({ attribute: false }) terms!: PopupTerms;
  /** BCP 47 tag that words, numbers and dates follow. */
  @property({ attribute: false }) locale = 'en';
  @property({ attribute: false }) settings!: Pick<Settings, 'gateway' | 'lowBelow'>;

  @state() private section: SectionName = 'overview';
  @state() private leaving = false;
  /** Sections that were looked at: the others ask for nothing yet. */
  #seen = new Set<SectionName>(['overview']);
  #session: PopupSession;
  #around: PopupSurroundings;
  #client = new ContextProvider(this, { context: clientContext });
  #control = new ContextProvider(this, { context: sessionContext });
  #locale = new ContextProvider(this, { context: localeContext });
  /** What had been shown when the focus was set last. */
  #placed: string | undefined;

  constructor(around: PopupSurroundings) {
    super();
    this.#around = around;
    this.#session = new PopupSession(this, around);
  }

  /** Reads who is signed in and where; to be called once, before the popup is shown. @throws {DOMException} as the store does */
  async read(): Promise<void> {
    await this.#session.read();
    await this.#session.client?.recall(SHOWN_FIRST);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { client, control, connection } = this.#session;
    if (changed.has('locale')) this.#locale.setValue(this.locale);
    if (client !== this.#client.value) this.#client.setValue(client);
    if (control !== this.#control.value) this.#control.setValue(control);
    if (!connection) this.leaving = false;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.get('leaving') !== undefined) this.renderRoot.querySelector<HTMLElement>(this.leaving ? '.question button' : '#sign-out')?.focus();
    const { connection, signIn } = this.#session;
    const shown = connection ? 'here' : signIn && `sign-in ${signIn.status}`;
    if (shown === this.#placed) return;
    this.#placed = shown;
    // With the next frame: what takes the focus has to be laid out, and the elements are not drawn yet; a question asked meanwhile keeps it.
    requestAnimationFrame(() => this.leaving || (this.renderRoot.querySelector('kontor-popup-sign-in') ?? this.#field)?.focus());
  }

  protected override render(): TemplateResult {
    const { connection, signIn } = this.#session;
    if (connection) return this.#renderHere(connection);
    if (!signIn) return html``;
    const terms = { ...this.terms.signIn, cancel: this.terms.cancel };
    return html`<kontor-popup-sign-in .terms=${terms} .state=${signIn} .gateway=${this.settings.gateway}
      @sign-in=${({ detail }: CustomEvent<string>) => this.#around.signIn(detail)}
      @cancel=${() => this.#around.cancelSignIn()}></kontor-popup-sign-in>`;
  }

  #renderHere(connection: Connection): TemplateResult {
    const { terms, locale, section } = this;
    return html`
      ${this.#renderWhere()}
      ${sectionTabs({ current: section, terms, onChoose: this.#show })}
      <main>
        ${SECTIONS.map(
          (name) => html`<div id=${name} role="tabpanel" aria-labelledby="tab-${name}" ?hidden=${name !== section}>
            ${this.#seen.has(name) ? this.#renderSection(name) : ''}
          </div>`,
        )}
      </main>
      ${footLine({
        connection, terms, locale,
        line: this.#session.line,
        leaving: this.leaving,
        onRetry: () => this.#session.tryAgain(),
        onSignIn: () => this.#around.signIn(connection.gateway),
        onSettings: () => this.#around.openOptions(),
        onLeaving: (asked) => (this.leaving = asked),
        onSignOut: () => this.#around.signOut(),
      })}
    `;
  }

  #renderWhere(): TemplateResult {
    const { search } = this.terms;
    const searchable = this.#session.hasChoice && this.#session.client?.can('organisations:list');
    return html`<header class="where" @keydown=${this.#onKeydown}>
      <kontor-org-switcher></kontor-org-switcher>
      ${searchable
        ? html`<label class="search">${searchIcon}<input type="text" inputmode="search" autocomplete="off" autocapitalize="off" spellcheck="false"
            maxlength="200" placeholder=${search} aria-label=${search} @input=${this.#search} @compositionend=${this.#search} /></label>`
        : ''}
    </header>`;
  }

  #renderSection(name: SectionName): TemplateResult {
    if (name === 'invoices') return html`<kontor-invoice-list></kontor-invoice-list>`;
    if (name === 'promo-code') return html`<kontor-promo-code check></kontor-promo-code>`;
    return html`
      <kontor-prepaid-balance compact low-below=${this.settings.lowBelow} @kontor-top-up-made=${() => this.#session.followMoney()}
        @kontor-invoice-show=${this.#showInvoice}></kontor-prepaid-balance>
      <kontor-popup-due .client=${this.#session.client} .stamp=${this.#session.control?.moved} .terms=${this.terms} .locale=${this.locale} @open=${() => this.#show('invoices')}></kontor-popup-due>
    `;
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('.search input');
  }

  #show = (section: SectionName): void => {
    void SECTION_PARTS[section]();
    this.#seen.add(section);
    this.section = section;
  };

  #showInvoice = async ({ detail }: CustomEvent<{ invoice: string; number: string }>): Promise<void> => {
    this.#show('invoices');
    await Promise.all([this.updateComplete, SECTION_PARTS.invoices()]);
    // Where the focus returns to when the invoice is closed.
    this.renderRoot.querySelector<HTMLElement>('#tab-invoices')?.focus();
    this.renderRoot.querySelector('kontor-invoice-list')?.show(detail);
  };

  /** Hands over what is typed to the switcher, whose own field takes the focus in the same place. */
  #search = (event: Event): void => {
    if ((event as InputEvent).isComposing) return;
    this.#handOver();
  };

  #handOver(): void {
    const field = this.#field;
    if (!field?.value) return;
    this.renderRoot.querySelector('kontor-org-switcher')?.show(field.value);
    if ((this.renderRoot as ShadowRoot).activeElement !== field) field.value = '';
    // Its words have not arrived yet.
    else requestAnimationFrame(() => this.#handOver());
  }

  #onKeydown = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    const field = this.#field;
    if (!field || event.altKey || event.ctrlKey || event.metaKey) return;
    if (target === field && (event.key === 'ArrowDown' || event.key === 'Enter') && !event.isComposing) {
      event.preventDefault();
      this.renderRoot.querySelector('kontor-org-switcher')?.show();
    }
    // A letter typed on the closed switcher begins a search too.
    const isLetter = event.key.length === 1 && event.key !== ' ';
    if (isLetter && target instanceof HTMLButtonElement && target.matches('.trigger')) field.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kontor-popup': KontorPopup;
  }
}
