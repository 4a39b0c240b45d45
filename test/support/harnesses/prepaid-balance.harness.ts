import { sendKeys } from '@web/test-runner-commands';
import '../../../widgets/elements/prepaid-balance/define-panels.ts';
import '../../../widgets/elements/prepaid-balance/define.ts';
import type { TestCard } from '../../../shared/contract/prepaid.ts';
import type { KontorInternalPrepaidMovements } from '../../../widgets/elements/prepaid-balance/movements.ts';
import type { KontorPrepaidBalance } from '../../../widgets/elements/prepaid-balance/prepaid-balance.ts';
import type { KontorInternalTopUp } from '../../../widgets/elements/prepaid-balance/top-up.ts';

const EVENTS = ['kontor-balance-change', 'kontor-top-up-request', 'kontor-top-up-made', 'kontor-invoice-show'];

export type PrepaidBalanceSetting = Partial<Pick<KontorPrepaidBalance, 'client' | 'locale' | 'compact' | 'open' | 'lowBelow'>>;

/** One balance in a page, spoken to as a reader would. */
export class PrepaidBalanceHarness {
  readonly element: KontorPrepaidBalance = document.createElement('kontor-prepaid-balance');
  readonly page = document.createElement('div');
  /** Events in order, `name detail`. */
  readonly told: string[] = [];
  /** Name of an event that the page cancels. */
  cancels: string | undefined;

  /** @param width of the column that the balance stands in, in pixels */
  constructor(setting: PrepaidBalanceSetting, width = 640) {
    Object.assign(this.element, { locale: 'en-GB', ...setting });
    this.page.style.inlineSize = `${width}px`;
    for (const name of EVENTS) this.page.addEventListener(name, (event) => this.#note(event as CustomEvent));
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

  /** Waits until the figure and how far it reaches, or what stands for them, are there. */
  async settled(): Promise<this> {
    await this.until(() => this.notice || (this.available && this.text('.reach')));
    return this;
  }

  get root(): ShadowRoot | null {
    return this.element.shadowRoot;
  }

  get topUp(): ShadowRoot | null {
    return this.root?.querySelector<KontorInternalTopUp>('kontor-internal-top-up')?.shadowRoot ?? null;
  }

  get movements(): ShadowRoot | null {
    return this.root?.querySelector<KontorInternalPrepaidMovements>('kontor-internal-prepaid-movements')?.shadowRoot ?? null;
  }

  get dialog(): HTMLDialogElement | null {
    return this.topUp?.querySelector('dialog') ?? null;
  }

  /** A text as it reads, white space as one space. */
  text(selector: string, root: ParentNode | null = this.root): string {
    return root?.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  }

  texts(selector: string, root: ParentNode | null = this.root): string[] {
    return [...(root?.querySelectorAll(selector) ?? [])].map((node) => node.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  }

  get available(): string {
    return this.text('[part=balance]');
  }

  get age(): string {
    return this.text('time');
  }

  get states(): string[] {
    return this.texts('.state');
  }

  /** What stands in place of the card. */
  get notice(): string {
    return this.text('.notice');
  }

  /** How far it reaches, and what then. */
  get outlook(): string[] {
    return this.texts('.outlook p');
  }

  get outcome(): string {
    return this.texts('.outcome:not([hidden]) .said p', this.topUp).join(' ');
  }

  /** What is said without being asked, outside the panel. */
  get announced(): string {
    return this.text('[role=status]');
  }

  press(selector: string, root: ParentNode | null = this.root): void {
    const found = root?.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`Nothing to press at ${selector}.`);
    found.focus();
    found.click();
  }

  /** Opens the panel that tops up. */
  async openTopUp(button = '[part=top-up]'): Promise<void> {
    this.press(button);
    await this.until(() => this.dialog?.open);
  }

  get field(): HTMLInputElement {
    return this.topUp!.querySelector<HTMLInputElement>('#amount')!;
  }

  async enter(amount: string, card: TestCard = 'approved'): Promise<void> {
    this.field.value = amount;
    this.field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    this.press(`[value=${card}]`, this.topUp);
    await this.update();
  }

  /** Presses the button that pays. */
  pay(): void {
    this.press('[type=submit]', this.topUp);
  }

  /** Opens the panel, enters and pays. */
  async tops(amount: string, card?: TestCard): Promise<void> {
    if (!this.dialog?.open) await this.openTopUp();
    await this.enter(amount, card);
    this.pay();
  }

  async showMovements(): Promise<void> {
    this.press('.disclose');
    await this.until(() => this.text('[part=row], .notice', this.movements));
  }

  /** Keys as from a keyboard, to what has the focus. */
  async keys(...names: string[]): Promise<void> {
    for (const press of names) {
      await sendKeys({ press });
      await this.update();
    }
  }

  /** What has the focus, in whichever tree. */
  get focused(): Element | null {
    let found = document.activeElement;
    while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
    return found;
  }

  async update(): Promise<void> {
    await this.element.updateComplete;
    await this.root?.querySelector<KontorInternalTopUp>('kontor-internal-top-up')?.updateComplete;
    await this.element.updateComplete;
  }

  #note(event: CustomEvent): void {
    this.told.push(`${event.type} ${JSON.stringify(event.detail)}`);
    if (event.type === this.cancels) event.preventDefault();
  }
}
