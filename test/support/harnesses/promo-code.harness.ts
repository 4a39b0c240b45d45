import type { KontorPromoCode } from '../../../widgets/elements/promo-code/promo-code.ts';
import '../../../widgets/elements/promo-code/define.ts';
import { wordsOf } from '../words-of.ts';
import { ElementHarness } from './element.harness.ts';

const EVENTS = [
  'kontor-promo-code-apply', 'kontor-promo-code-applied', 'kontor-promo-code-remove', 'kontor-promo-code-removed',
  'kontor-payment-method-change', 'kontor-order-change', 'kontor-order-kept', 'kontor-order-place', 'kontor-order-placed', 'kontor-top-up-open',
] as const;
type EventName = (typeof EVENTS)[number];

export type PromoCodeSetting = Partial<
  Pick<KontorPromoCode, 'client' | 'locale' | 'name' | 'order' | 'codes' | 'locked' | 'collapsed' | 'check' | 'placeable' | 'hideMethods' | 'paymentMethod' | 'disabled'>
>;

/** One promo code element in a form of a page, spoken to as a buyer would. */
export class PromoCodeHarness extends ElementHarness<KontorPromoCode, EventName, HTMLFormElement> {
  /** @param width of the column that the element stands in, in pixels */
  constructor(setting: PromoCodeSetting, width = 560) {
    const element = Object.assign(document.createElement('kontor-promo-code'), { locale: 'en-GB', name: 'codes', ...setting });
    super(element, document.createElement('form'), EVENTS, width);
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

  override get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  find(selector: string): HTMLElement | null {
    return this.root.querySelector<HTMLElement>(`.form ${selector}, .front ${selector}`);
  }

  override text(selector: string): string {
    return wordsOf(this.find(selector));
  }

  get field(): HTMLInputElement {
    return this.find('input[type="text"]') as HTMLInputElement;
  }

  /** The codes, a line each, with what each takes off or why not. */
  get codes(): string[] {
    return this.texts('.form .codes > li');
  }

  get totals(): string[] {
    return this.texts('.form .totals > div');
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
    return wordsOf(this.root.querySelector('[role="status"]'));
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
    return this.heard.flatMap(({ name }) => (name === 'kontor-order-change' ? [] : [name.replace('kontor-', '')]));
  }

  last(name: EventName): Record<string, unknown> | undefined {
    return this.heard.findLast((event) => event.name === name)?.detail;
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

  /** What the form around would send. */
  get sent(): string[] {
    return new FormData(this.page).getAll('codes').map(String);
  }
}
