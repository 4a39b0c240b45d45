import { waitUntil } from '@open-wc/testing';
import type { KontorPromoCode } from '../../../widgets/elements/promo-code/promo-code.ts';
import { PromoClient, type PromoSample } from '../promo-sample.ts';

const PART = 'promo-desk.ts';

/** The test server lets files be cached for good: takes what it answers now in the place of what is cached. */
async function askAnew(): Promise<void> {
  await fetch(`/widgets/elements/promo-code/${PART}`, { cache: 'reload' });
}

/** A promo code element in a page of its own that has fetched nothing before: modules are kept by page. */
export class FreshPromoCode {
  #frame = document.createElement('iframe');

  async show(sample: PromoSample): Promise<this> {
    this.#frame.srcdoc = `<!doctype html><html lang="en"><kontor-promo-code></kontor-promo-code>
      <script type="module" src="/widgets/elements/promo-code/define.ts"></script></html>`;
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    document.body.append(this.#frame);
    await loaded;
    this.element.client = new PromoClient(sample);
    await this.sees(() => this.find('.form'));
    return this;
  }

  leave(): Promise<void> {
    this.#frame.remove();
    return this.letPartArrive();
  }

  get element(): KontorPromoCode {
    return this.#frame.contentDocument?.querySelector('kontor-promo-code') as KontorPromoCode;
  }

  /** How often the part has been asked for. */
  get requests(): number {
    const files = this.#frame.contentWindow?.performance.getEntriesByType('resource') ?? [];
    return files.filter(({ name }) => name.endsWith(PART)).length;
  }

  text(selector: string): string {
    return this.find(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }

  find(selector: string): HTMLElement | undefined {
    return this.element.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** Types a code and presses Apply, without the pointer or the focus coming there before. */
  apply(text: string): void {
    const field = this.find('.field') as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    this.find('[part="apply"]')?.click();
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

  async sees(wanted: () => unknown): Promise<void> {
    await waitUntil(wanted, undefined, { interval: 5 });
  }
}
