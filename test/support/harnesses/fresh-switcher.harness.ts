import { waitUntil } from '@open-wc/testing';
import { MemoryClient } from '../../../shared/client/memory/memory-client.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import type { KontorOrgSwitcher } from '../../../widgets/elements/org-switcher/org-switcher.ts';
import { sessionIn } from '../organisation-rows.ts';

const PART = 'organisation-menu.ts';

/** The test server lets files be cached for good: takes what it answers now in the place of what is cached. */
async function askAnew(): Promise<void> {
  await fetch(`/widgets/elements/org-switcher/${PART}`, { cache: 'reload' });
}

/** A switcher in a page of its own that has fetched nothing before: modules are kept by page. */
export class FreshSwitcher {
  #frame = document.createElement('iframe');
  /** Lets the question be answered how many organisations there are. */
  answerCount = (): void => {};

  /** Shows the closed switcher. */
  async show(rows: readonly OrganisationRow[]): Promise<this> {
    this.#frame.width = '600';
    this.#frame.height = '800';
    this.#frame.srcdoc = `<!doctype html><html lang="en"><kontor-org-switcher></kontor-org-switcher>
      <script type="module" src="/widgets/elements/org-switcher/define.ts"></script></html>`;
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    document.body.append(this.#frame);
    await loaded;
    this.element.client = this.#clientOf(rows);
    await waitUntil(() => this.find('button.trigger'));
    return this;
  }

  #clientOf(rows: readonly OrganisationRow[]): MemoryClient {
    const client = new MemoryClient({ session: sessionIn(rows[0] as OrganisationRow), organisations: rows });
    const answer = client.organisations.bind(client);
    const counted = new Promise<void>((resolve) => (this.answerCount = resolve));
    client.organisations = async (query, options) => {
      if (query.limit === 1) await counted;
      return answer(query, options);
    };
    return client;
  }

  leave(): Promise<void> {
    this.#frame.remove();
    return this.letPartArrive();
  }

  get element(): KontorOrgSwitcher {
    return this.#frame.contentDocument?.querySelector('kontor-org-switcher') as KontorOrgSwitcher;
  }

  get button(): HTMLButtonElement {
    return this.find('button.trigger') as HTMLButtonElement;
  }

  get search(): HTMLInputElement {
    return this.find('input') as HTMLInputElement;
  }

  get focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null;
  }

  get panelHeight(): number | undefined {
    return this.find('.panel')?.getBoundingClientRect().height;
  }

  get alert(): string {
    return this.find('[role="alert"]')?.textContent ?? '';
  }

  /** How often the part has been asked for. */
  get requests(): number {
    const files = this.#frame.contentWindow?.performance.getEntriesByType('resource') ?? [];
    return files.filter(({ name }) => name.endsWith(PART)).length;
  }

  /** From now on the test server refuses the part. */
  async refusePart(): Promise<void> {
    await cookieStore.set('refused', PART);
    await askAnew();
  }

  async letPartArrive(): Promise<void> {
    await cookieStore.delete('refused');
    await askAnew();
  }

  type(text: string): void {
    this.search.value = text;
    this.search.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  press(key: string): void {
    this.focused?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
  }

  find(selector: string): HTMLElement | undefined {
    return this.element.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  async sees(wanted: () => unknown): Promise<void> {
    await waitUntil(wanted, undefined, { interval: 5 });
  }
}
