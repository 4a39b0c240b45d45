import { waitUntil } from '@open-wc/testing';
import type { InvoiceListView, KontorInvoiceList } from '../../../widgets/elements/invoice-list/invoice-list.ts';
import { sampleClient } from '../invoice-sample.ts';

const FOLDER = '/widgets/elements/invoice-list';
const PART = 'define-rest.ts';

/** The test server lets files be cached for good: takes what it answers now in the place of what is cached. */
async function askAnew(): Promise<void> {
  await fetch(`${FOLDER}/${PART}`, { cache: 'reload' });
}

/** A list in a page of its own that has fetched nothing before: modules are kept by page. */
export class FreshInvoiceList {
  #frame = document.createElement('iframe');

  /** Shows the list. @param width of the page, in pixels */
  async show(view: InvoiceListView = 'to-pay', width = 900): Promise<this> {
    this.#frame.width = String(width);
    this.#frame.height = '900';
    this.#frame.srcdoc = `<!doctype html><html lang="en"><kontor-invoice-list view="${view}"></kontor-invoice-list>
      <script type="module" src="${FOLDER}/define.ts"></script></html>`;
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    document.body.append(this.#frame);
    await loaded;
    this.element.client = sampleClient();
    await this.sees(() => this.find('#tab-history'));
    return this;
  }

  leave(): Promise<void> {
    this.#frame.remove();
    return this.letPartArrive();
  }

  get element(): KontorInvoiceList {
    return this.#frame.contentDocument?.querySelector('kontor-invoice-list') as KontorInvoiceList;
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

  get tab(): HTMLElement {
    return this.find('#tab-history')!;
  }

  /** What has the focus in the list. */
  get focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null;
  }

  /** Presses a key on the view that is shown, as it has the focus. */
  press(key: string): void {
    const tab = this.find('[aria-selected=true]')!;
    tab.focus();
    tab.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  }

  /** Opens the first invoice to pay, without the pointer or the focus coming there before. */
  open(): void {
    this.find('[data-act=open]', 'kontor-internal-to-pay')?.click();
  }

  find(selector: string, inside?: string): HTMLElement | null {
    const root = inside ? this.element.shadowRoot?.querySelector(inside)?.shadowRoot : this.element.shadowRoot;
    return root?.querySelector<HTMLElement>(selector) ?? null;
  }

  /** Rows of the history. */
  get rows(): number {
    const history = this.element.shadowRoot?.querySelector('kontor-internal-invoice-history');
    return history?.shadowRoot?.querySelectorAll('.block > .row:not(.placeholder)').length ?? 0;
  }

  async sees(wanted: () => unknown): Promise<void> {
    await waitUntil(wanted, undefined, { interval: 5, timeout: 8000 });
  }
}
