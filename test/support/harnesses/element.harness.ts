import { sendKeys } from '@web/test-runner-commands';
import type { KontorElement } from '../../../widgets/base/kontor-element.ts';
import { wordsOf } from '../words-of.ts';

/** One element in a column of a page, spoken to as its reader would. */
export class ElementHarness<Shown extends KontorElement, EventName extends string, Page extends HTMLElement = HTMLElement> {
  readonly element: Shown;
  readonly page: Page;
  /** Events in order. */
  readonly heard: { readonly name: EventName; readonly detail: Record<string, unknown> }[] = [];
  /** Events that the page cancels. */
  readonly cancelled = new Set<EventName>();

  /** @param events to be heard @param width of the column, in pixels */
  constructor(element: Shown, page: Page, events: readonly EventName[], width: number) {
    this.element = element;
    this.page = page;
    page.style.inlineSize = `${width}px`;
    for (const name of events) {
      page.addEventListener(name, (event) => {
        this.heard.push({ name, detail: (event as CustomEvent).detail });
        if (this.cancelled.has(name)) event.preventDefault();
      });
    }
    page.append(element);
    document.body.append(page);
  }

  leave(): void {
    this.page.remove();
  }

  /** Events in order, `name detail`. */
  get told(): string[] {
    return this.heard.map(({ name, detail }) => `${name} ${JSON.stringify(detail)}`);
  }

  /** The shadow tree that is spoken of. */
  get root(): ShadowRoot | null {
    return this.element.shadowRoot;
  }

  text(selector: string, root: ParentNode | null = this.root): string {
    return wordsOf(root?.querySelector(selector));
  }

  texts(selector: string, root: ParentNode | null = this.root): string[] {
    return [...(root?.querySelectorAll(selector) ?? [])].map(wordsOf);
  }

  /** Waits, a frame at a time, until `read` gives something else than nothing. The test's own time limit ends it. */
  async until<T>(read: () => T | undefined | false | null | ''): Promise<T> {
    for (;;) {
      const value = read();
      if (value) return value;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }

  /** Keys as from a keyboard, to what has the focus. */
  async keys(...names: string[]): Promise<void> {
    for (const press of names) {
      await sendKeys({ press });
      await this.update();
    }
  }

  async update(): Promise<void> {
    await this.element.updateComplete;
  }
}
