import { waitUntil } from '@open-wc/testing';
import type { KontorPrepaidBalance } from '../../../widgets/elements/prepaid-balance/prepaid-balance.ts';
import { PrepaidDouble } from '../prepaid-sample.ts';

const FOLDER = '/widgets/elements/prepaid-balance';

/** A balance in a page of its own that has fetched nothing before: modules are kept by page. */
export class FreshBalance {
  #frame = document.createElement('iframe');

  /** Shows the card. */
  async show(): Promise<this> {
    this.#frame.width = '700';
    this.#frame.height = '900';
    this.#frame.srcdoc = `<!doctype html><html lang="en"><kontor-prepaid-balance></kontor-prepaid-balance>
      <script type="module" src="${FOLDER}/define.ts"></script></html>`;
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    document.body.append(this.#frame);
    await loaded;
    this.element.client = new PrepaidDouble().client;
    await this.sees(() => this.find('.reach')?.textContent?.trim());
    return this;
  }

  async leave(): Promise<void> {
    this.#frame.remove();
    await this.letArrive('define-panels.ts');
  }

  get element(): KontorPrepaidBalance {
    return this.#frame.contentDocument?.querySelector('kontor-prepaid-balance') as KontorPrepaidBalance;
  }

  /** How often a file has been asked for. */
  requests(part: string): number {
    const files = this.#frame.contentWindow?.performance.getEntriesByType('resource') ?? [];
    return files.filter(({ name }) => name.endsWith(part)).length;
  }

  /** From now on the test server refuses the file; it lets files be cached for good, so the refusal is asked for. */
  async refuse(part: string): Promise<void> {
    await cookieStore.set('refused', part);
    await fetch(`${FOLDER}/${part}`, { cache: 'reload' });
  }

  async letArrive(part: string): Promise<void> {
    await cookieStore.delete('refused');
    await fetch(`${FOLDER}/${part}`, { cache: 'reload' });
  }

  find(selector: string, inside?: string): HTMLElement | null {
    const root = inside ? this.element.shadowRoot?.querySelector(inside)?.shadowRoot : this.element.shadowRoot;
    return root?.querySelector<HTMLElement>(selector) ?? null;
  }

  async sees(wanted: () => unknown): Promise<void> {
    await waitUntil(wanted, undefined, { interval: 5, timeout: 8000 });
  }
}
