import { waitUntil } from '@open-wc/testing';
import '../../../widgets/elements/invoice-list/define.ts';
import '../../../widgets/elements/org-switcher/define.ts';
import '../../../widgets/elements/prepaid-balance/define.ts';
import '../../../widgets/elements/promo-code/define.ts';
import { DueSummary } from '../../../extension/popup/due-summary.ts';
import { KontorPopup } from '../../../extension/popup/kontor-popup.ts';
import { SignInForm } from '../../../extension/popup/sign-in-form.ts';
import { loadPopupTerms } from '../../../extension/popup/terms/load-popup-terms.ts';
import type { Connection, SignInState, Tokens } from '../../../extension/session-store/records.ts';
import { openSessionStore, type SessionStore } from '../../../extension/session-store/session-store.ts';
import { KontorError, type KontorErrorCode } from '../../../shared/client/kontor-error.ts';
import type { MemoryClient } from '../../../shared/client/memory/memory-client.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import type { Language, Session } from '../../../shared/contract/session.ts';
import { focusedElement } from '../focused-element.ts';
import { organisationId } from '../organisation-rows.ts';
import { popupClient, popupRows } from '../popup-sample.ts';
import { wordsOf } from '../words-of.ts';

customElements.define('kontor-popup', KontorPopup);
customElements.define('kontor-popup-due', DueSummary);
customElements.define('kontor-popup-sign-in', SignInForm);

export const GATEWAY = 'http://localhost:4600';

export interface PopupSetting {
  readonly rows?: readonly OrganisationRow[];
  readonly features?: Session['features'];
  readonly locale?: string;
  /** What every call to the gateway fails with. */
  readonly fails?: KontorErrorCode;
  /** The gateway never answers. */
  readonly silent?: boolean;
}

/** The popup over the real store, with a gateway and a background that are played. Spoken to as its reader would. */
export class PopupHarness {
  readonly store: SessionStore;
  readonly element: KontorPopup;
  /** What the background was asked, in order. */
  readonly asked: string[] = [];
  fails: KontorErrorCode | undefined;
  #rows: readonly OrganisationRow[];
  #setting: PopupSetting;
  #clients = new Map<string, MemoryClient>();

  private constructor(store: SessionStore, setting: PopupSetting) {
    this.store = store;
    this.#setting = setting;
    this.#rows = setting.rows ?? popupRows();
    this.fails = setting.fails;
    this.element = new KontorPopup({
      store,
      connect: async (_connection, organisation = this.#rows[0]?.id ?? '') => this.#client(organisation),
      signIn: (gateway) => this.asked.push(`sign-in ${gateway}`),
      cancelSignIn: () => this.asked.push('cancel-sign-in'),
      signOut: () => this.asked.push('sign-out'),
      refreshBadge: () => this.asked.push('refresh-badge'),
      openOptions: () => this.asked.push('options'),
    });
  }

  /** Opens the popup of somebody who signed in before, with what was kept since. */
  static async open(setting: PopupSetting = {}): Promise<PopupHarness> {
    const store = await openSessionStore();
    const page = new PopupHarness(store, setting);
    if (!(await store.connection())) await store.establish(page.#connection(), {} as Tokens);
    return page.#show();
  }

  /** Opens it where nobody is signed in. */
  static async signedOut(signIn: SignInState, setting: PopupSetting = {}): Promise<PopupHarness> {
    const store = await openSessionStore();
    await store.setSignIn(signIn);
    return new PopupHarness(store, setting).#show();
  }

  async leave(): Promise<void> {
    this.element.remove();
    await this.store.close();
  }

  get root(): ShadowRoot {
    return this.element.renderRoot as ShadowRoot;
  }

  /** All that is to be read, shadow trees included. */
  get text(): string {
    return visibleText(this.element).replaceAll(/\s+/g, ' ');
  }

  /** The gateway's client where the person stood first, once it was asked. */
  get gateway(): MemoryClient | undefined {
    return this.#clients.get(this.#rows[0]?.id ?? '');
  }

  get field(): HTMLInputElement | null {
    return this.root.querySelector('.search input');
  }

  get switcher(): ShadowRoot | null {
    return this.root.querySelector('kontor-org-switcher')?.shadowRoot ?? null;
  }

  /** The element that has the focus, however deep it stands. */
  get focused(): Element | null {
    return focusedElement();
  }

  get foot(): string {
    return wordsOf(this.root.querySelector('footer .state'));
  }

  get size(): string {
    const { width, height } = this.element.getBoundingClientRect();
    return `${width} x ${height}`;
  }

  /** Types into what has the focus, as a keyboard would. */
  type(text: string): void {
    const field = this.focused as HTMLInputElement;
    field.value += text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  press(key: string): void {
    this.focused?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  }

  /** Presses the button with this text or name. */
  async push(name: string): Promise<void> {
    const buttons = deepAll(this.element, 'button');
    const found = buttons.find((button) => (button.getAttribute('aria-label') ?? button.textContent ?? '').trim().startsWith(name));
    if (!found) throw new Error(`There is no button ${name}.`);
    (found as HTMLElement).click();
    await this.element.updateComplete;
  }

  async sees(wanted: string | (() => unknown)): Promise<void> {
    const seen = typeof wanted === 'string' ? () => this.text.includes(wanted) : wanted;
    await waitUntil(seen, undefined, { interval: 5, timeout: 5000 }).catch(() => {
      throw new Error(`Not seen: ${wanted}; but: ${this.text}`);
    });
  }

  /** Waits until something was kept under a key that ends like this. */
  async kept(key: string): Promise<void> {
    await waitUntil(() => this.store.kept(key), undefined, { interval: 5 });
  }

  #connection(): Connection {
    const { session } = popupClient(this.#rows, this.#rows[0] as OrganisationRow, this.#setting.features);
    return { id: organisationId(0xc0), gateway: GATEWAY, session, previous: undefined };
  }

  async #client(organisation: string): Promise<MemoryClient> {
    if (this.#setting.silent) return new Promise(() => {});
    if (this.fails) throw new KontorError(this.fails);
    const row = this.#rows.find(({ id }) => id === organisation);
    if (!row) throw new KontorError('KONTOR_NOT_FOUND');
    const client = this.#clients.get(organisation) ?? popupClient(this.#rows, row, this.#setting.features);
    this.#clients.set(organisation, client);
    return client;
  }

  async #show(): Promise<this> {
    const { locale = 'en-GB' } = this.#setting;
    const [terms] = await Promise.all([loadPopupTerms(locale.slice(0, 2) as Language), this.element.read()]);
    document.documentElement.lang = locale;
    Object.assign(this.element, { terms, locale, settings: { gateway: GATEWAY, lowBelow: 2000 } });
    document.body.append(this.element);
    await this.sees(() => this.root.childElementCount > 0);
    return this;
  }
}

function deepAll(root: Element | ShadowRoot, selector: string): Element[] {
  const here = [...root.querySelectorAll('*')];
  const inside = root instanceof Element && root.shadowRoot ? deepAll(root.shadowRoot, selector) : [];
  return [...inside, ...here.flatMap((node) => [...(node.matches(selector) ? [node] : []), ...(node.shadowRoot ? deepAll(node.shadowRoot, selector) : [])])];
}

function visibleText(node: Node): string {
  if (node instanceof HTMLElement && /none|hidden/.test(`${getComputedStyle(node).display} ${getComputedStyle(node).visibility}`)) return '';
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
  return node instanceof HTMLStyleElement ? '' : [...children].map(visibleText).join(' ');
}
