import { sendKeys } from '@web/test-runner-commands';
import type { KontorPromoCode } from '../../../widgets/elements/promo-code/promo-code.ts';
import '../../../widgets/elements/promo-code/define.ts';

const EVENTS = [
  'kontor-promo-code-apply', 'kontor-promo-code-applied', 'kontor-promo-code-remove', 'kontor-promo-code-removed',
  'kontor-payment-method-change', 'kontor-order-change', 'kontor-order-kept', 'kontor-order-place', 'kontor-order-placed', 'kontor-top-up-open',
] as const;
type EventName = (typeof EVENTS)[number];

export type PromoCodeSetting = Partial<
  Pick<KontorPromoCode, 'client' | 'locale' | 'name' | 'order' | 'codes' | 'locked' | 'collapsed' | 'check' | 'placeable' | 'hideMethods' | 'paymentMethod' | 'disabled'>
>;

/** One promo code element in a form of a page, spoken to as a buyer would. */
export class PromoCodeHarness {
  readonly element: KontorPromoCode = document.createElement('kontor-promo-code');
  readonly page = document.createElement('form');
  /** Events in order. */
  readonly told: { readonly name: EventName; readonly detail: Record<string, unknown> }[] = [];
  /** Events that the page cancels. */
  readonly cancelled = new Set<EventName>();

  /** @param width of the column that the element stands in, in pixels */
  constructor(setting: PromoCodeSetting, width = 560) {
    Object.assign(this.element, { locale: 'en-GB', name: 'codes', ...setting });
    this.page.style.inlineSize = `${width}px`;
    for (const name of EVENTS) {
      this.element.addEventListener(name, (event) => {
        this.told.push({ name, detail: (event as CustomEvent).detail });
        if (this.cancelled.has(name)) event.preventDefault();
      });
    }
    this.page.append(this.element);
    document.body.append(this.page);
  }

  leave(): void {
    this.page.remove();
  }

  /** Waits, a frame at a time, until `read` gives something else than nothing. The test's own time limit ends it. */
  async until<T>(read: () => T | undefined | false | null | ''): Promise<T> {
    for (;;) {
      const value = read();
      if (value) return value;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }

  /** Waits until the form or what stands for it is there. */
  async settled(): Promise<this> {
    await this.until(() => this.root.querySelector('.form, .front'));
    return this;
  }

  /** Waits until no act runs any more and the focus has come to rest. */
  async idle(): Promise<void> {
    await this.until(() => !this.root.querySelector('.promo[aria-busy="true"]'));
    await this.element.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`.form ${selector}, .front ${selector}`);
  }

  /** A text as it reads, white space as one space. */
  text(selector: string): string {
    return read(this.find(selector));
  }

  get field(): HTMLInputElement {
    return this.find('input[type="text"]') as HTMLInputElement;
  }

  /** The codes, a line each, with what each takes off or why not. */
  get codes(): string[] {
    return [...this.root.querySelectorAll('.form .codes > li')].map(read);
  }

  get totals(): string[] {
    return [...this.root.querySelectorAll('.form .totals > div')].map(read);
  }

  get total(): string {
    return this.totals.at(-1) ?? '';
  }

  get message(): string {
    return this.text('.message');
  }

  get review(): string {
    return this.text('.review');
  }

  get spoken(): string {
    return read(this.root.querySelector('[role="status"]'));
  }

  get method(): string | undefined {
    return this.root.querySelector<HTMLInputElement>('[name="method"]:checked')?.value;
  }

  /** What has the focus, as a reader hears it. */
  get focused(): string {
    const focused = this.root.activeElement;
    return (focused && (focused.getAttribute('aria-label') ?? focused.getAttribute('part') ?? (focused as HTMLInputElement).value)) || '';
  }

  /** Names of the events so far, without the readings of the order. */
  get names(): string[] {
    return this.told.flatMap(({ name }) => (name === 'kontor-order-change' ? [] : [name.replace('kontor-', '')]));
  }

  last(name: EventName): Record<string, unknown> | undefined {
    return this.told.findLast((event) => event.name === name)?.detail;
  }

  type(text: string): void {
    this.field.focus();
    this.field.value = text;
    this.field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  paste(text: string): void {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    this.field.focus();
    this.field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }));
  }

  /** Types codes and presses Enter. */
  async apply(text: string): Promise<void> {
    this.type(text);
    await this.keys('Enter');
    await this.idle();
  }

  async press(part: string): Promise<void> {
    const button = await this.until(() => this.find(`[part="${part}"]`));
    button.focus();
    button.click();
    await this.element.updateComplete;
    await this.idle();
  }

  async choose(method: string): Promise<void> {
    const radio = this.find(`[value="${method}"]`)!;
    radio.focus();
    radio.click();
    await this.element.updateComplete;
    await this.idle();
  }

  async remove(code: string): Promise<void> {
    const button = [...this.root.querySelectorAll<HTMLElement>('[part="remove"]')].find((one) => one.ariaLabel?.includes(code))!;
    button.focus();
    button.click();
    await this.element.updateComplete;
    await this.idle();
  }

  /** Keys as from a keyboard, to what has the focus. */
  async keys(...names: string[]): Promise<void> {
    for (const press of names) {
      await sendKeys({ press });
      await this.element.updateComplete;
    }
  }

  /** What the form around would send. */
  get sent(): string[] {
    return new FormData(this.page).getAll('codes').map(String);
  }
}

const read = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
