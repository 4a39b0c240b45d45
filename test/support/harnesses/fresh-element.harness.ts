import { waitUntil } from '@open-wc/testing';
import type { KontorElement } from '../../../widgets/base/kontor-element.ts';

/** An element in a page of its own that has fetched nothing before: modules are kept by page. */
export class FreshElementHarness<Shown extends KontorElement> {
  #frame = document.createElement('iframe');
  #name: string;
  #part: string;

  /** @param name of the element without `kontor-` @param part file of its folder that comes on demand */
  constructor(name: string, part: string) {
    this.#name = name;
    this.#part = part;
  }

  /** Shows the element, without a client yet. @param width of the page, in pixels @param attributes as markup */
  protected async load(width: number, attributes = ''): Promise<void> {
    const tag = `kontor-${this.#name}`;
    this.#frame.width = String(width);
    this.#frame.height = '500';
    this.#frame.srcdoc = `<!doctype html><html lang="en"><${tag} ${attributes}></${tag}>
      <script type="module" src="${this.#address('define.ts')}"></script></html>`;
    const loaded = new Promise((resolve) => this.#frame.addEventListener('load', resolve, { once: true }));
    document.body.append(this.#frame);
    await loaded;
  }

  leave(): Promise<void> {
    this.#frame.remove();
    return this.letPartArrive();
  }

  get element(): Shown {
    return this.#frame.contentDocument?.querySelector(`kontor-${this.#name}`) as Shown;
  }

  /** What has the focus in the element. */
  get focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null;
  }

  /** How often the part has been asked for. */
  get requests(): number {
    const files = this.#frame.contentWindow?.performance.getEntriesByType('resource') ?? [];
    return files.filter(({ name }) => name.endsWith(this.#part)).length;
  }

  /** From now on the test server refuses the part. */
  async refusePart(): Promise<void> {
    await cookieStore.set(this.#refusal, 'yes');
    await this.#askAnew();
  }

  async letPartArrive(): Promise<void> {
    await cookieStore.delete(this.#refusal);
    await this.#askAnew();
  }

  /** @param inside an element within this one, whose shadow tree is meant */
  find(selector: string, inside?: string): HTMLElement | null {
    const root = inside ? this.element.shadowRoot?.querySelector(inside)?.shadowRoot : this.element.shadowRoot;
    return root?.querySelector<HTMLElement>(selector) ?? null;
  }

  /** Whether it stands in the window from its top to its bottom. */
  seesWhole(element: HTMLElement): boolean {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= this.#frame.contentWindow!.innerHeight;
  }

  async sees(wanted: () => unknown): Promise<void> {
    await waitUntil(wanted, undefined, { interval: 5, timeout: 8000 });
  }

  /** The test server lets files be cached for good: takes what it answers now in the place of what is cached. */
  async #askAnew(): Promise<void> {
    await fetch(this.#address(this.#part), { cache: 'reload' });
  }

  /** A cookie of the part's own: test files run beside each other in one browser. */
  get #refusal(): string {
    return `refused-${this.#part}`;
  }

  #address(file: string): string {
    return `/widgets/elements/${this.#name}/${file}`;
  }
}
