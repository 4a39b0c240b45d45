import { ContextProvider } from '@lit/context';
import { waitUntil } from '@open-wc/testing';
import '../../../widgets/elements/org-switcher/define.ts';
import { MemoryClient, type MemoryClientOptions } from '../../../shared/client/memory/memory-client.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import type { Session } from '../../../shared/contract/session.ts';
import { clientContext } from '../../../widgets/contexts/client-context.ts';
import { type SessionControl, sessionContext } from '../../../widgets/contexts/session-context.ts';
import type { KontorOrgSwitcher } from '../../../widgets/elements/org-switcher/org-switcher.ts';
import { sessionIn } from '../organisation-rows.ts';
import { wordsOf } from '../words-of.ts';

const EVENTS = ['kontor-organisation-switch', 'kontor-organisation-pin', 'kontor-organisation-pinned'];

export interface SwitcherSetting extends Partial<Omit<MemoryClientOptions, 'session' | 'organisations'>> {
  readonly features?: Session['features'];
  readonly current?: number;
}

/** A page with the switcher in it, spoken to as a person or a page would. */
export class OrgSwitcherHarness {
  readonly element: KontorOrgSwitcher = document.createElement('kontor-org-switcher');
  readonly page = document.createElement('div');
  readonly client: MemoryClient;
  /** Events in order, `name detail`. */
  readonly told: string[] = [];
  /** Name of an event that the page cancels. */
  cancels: string | undefined;
  #session: ContextProvider<typeof sessionContext> | undefined;
  #provided: ContextProvider<typeof clientContext> | undefined;

  constructor(organisations: readonly OrganisationRow[], { features, current = 0, ...options }: SwitcherSetting = {}) {
    this.client = new MemoryClient({ session: sessionIn(organisations[current] as OrganisationRow, features), organisations, ...options });
    for (const name of EVENTS) this.page.addEventListener(name, (event) => this.#note(event as CustomEvent));
    this.page.append(this.element);
  }

  /** Shows the switcher with a client of the page's own. */
  async show(): Promise<this> {
    this.element.client = this.client;
    document.body.append(this.page);
    await this.sees((text) => text !== '');
    return this;
  }

  /** Shows the switcher inside a session; called again it changes what the session says. */
  async inSession(control: Partial<SessionControl>): Promise<this> {
    const { client } = { client: this.client, ...control };
    this.#provided ??= new ContextProvider(this.page, { context: clientContext });
    this.#session ??= new ContextProvider(this.page, { context: sessionContext });
    this.#provided.setValue(client);
    this.#session.setValue({
      status: 'ready', client: this.client, target: undefined, previous: undefined, moved: 0, error: undefined,
      switchTo: async () => true, retry: () => undefined, ...control,
    });
    if (!this.page.isConnected) document.body.append(this.page);
    await this.element.updateComplete;
    return this;
  }

  leave(): void {
    this.page.remove();
  }

  /** What is to be seen in the closed switcher. */
  get text(): string {
    return this.all('.trigger :is(.mark, .cut, .facts)').map(wordsOf).filter(Boolean).join(' ');
  }

  get button(): HTMLButtonElement | null {
    return this.#find('button.trigger');
  }

  get panel(): HTMLElement {
    return this.#one('.panel');
  }

  get isOpen(): boolean {
    return this.#find('.panel:popover-open') !== null;
  }

  get search(): HTMLInputElement | null {
    return this.#find('input');
  }

  /** What has the focus inside the switcher. */
  get focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null;
  }

  get options(): HTMLElement[] {
    return this.all('[role="option"]');
  }

  get names(): string[] {
    return this.all('.name').map(wordsOf);
  }

  get headings(): string[] {
    return this.all('.heading').map(wordsOf);
  }

  get marked(): string[] {
    return this.all('mark').map(wordsOf);
  }

  /** The name that a screen reader would say as the active one. */
  get active(): string {
    const id = (this.search ?? this.#one('.list')).getAttribute('aria-activedescendant');
    return wordsOf(this.#one(`#${id ?? 'none'} .name`));
  }

  get announced(): string[] {
    return this.all('[role="status"], [role="alert"]').map(wordsOf).filter(Boolean);
  }

  /** Opens the list by its button and waits for the rows, or for what stands in their place. */
  async open(): Promise<void> {
    this.button?.click();
    await this.sees(() => this.isOpen && this.#find('.area [aria-busy]') === null);
  }

  async type(text: string): Promise<void> {
    const field = this.search;
    if (!field) throw new Error('There is no search field.');
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await this.settle();
  }

  /** Presses a key where the focus is. */
  async press(key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
    const code = key.length === 1 ? `Key${key.toUpperCase()}` : key;
    this.focused?.dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true, composed: true, ...modifiers }));
    await this.settle();
  }

  async choose(name: string): Promise<void> {
    this.#option(name).click();
    await this.settle();
  }

  async clickPin(name: string): Promise<void> {
    this.#option(name).querySelector<HTMLElement>('.pin')?.click();
    await this.settle();
  }

  /** Presses the button with this text or accessible name. */
  async push(name: string): Promise<void> {
    const found = this.all('button').find((button) => (button.getAttribute('aria-label') ?? wordsOf(button)).includes(name));
    if (!found) throw new Error(`There is no button ${name}.`);
    found.click();
    await this.settle();
  }

  isPinned(name: string): boolean {
    return this.#option(name).classList.contains('pinned');
  }

  /** Waits until the closed switcher's text, or the page, is as wanted. */
  async sees(wanted: (text: string) => boolean): Promise<void> {
    await waitUntil(() => wanted(this.text), undefined, { interval: 5 });
  }

  /** Waits for everything that answers without delay. */
  async settle(): Promise<void> {
    for (let round = 0; round < 3; round++) {
      await new Promise(requestAnimationFrame);
      await this.element.updateComplete;
    }
  }

  all(selector: string): HTMLElement[] {
    return [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
  }

  #note(event: CustomEvent): void {
    this.told.push(`${event.type} ${JSON.stringify(event.detail)}`);
    if (event.type === this.cancels) event.preventDefault();
  }

  #option(name: string): HTMLElement {
    const option = this.options.find((row) => wordsOf(row.querySelector('.name')) === name);
    if (!option) throw new Error(`There is no row ${name}.`);
    return option;
  }

  #find<T extends Element>(selector: string): T | null {
    return this.element.shadowRoot?.querySelector<T>(selector) ?? null;
  }

  #one(selector: string): HTMLElement {
    const found = this.#find<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing matches ${selector}.`);
    return found;
  }
}
