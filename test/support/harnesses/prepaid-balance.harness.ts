import '../../../widgets/elements/prepaid-balance/define-panels.ts';
import '../../../widgets/elements/prepaid-balance/define.ts';
import type { TestCard } from '../../../shared/contract/prepaid.ts';
import type { KontorInternalPrepaidMovements } from '../../../widgets/elements/prepaid-balance/movements.ts';
import type { KontorPrepaidBalance } from '../../../widgets/elements/prepaid-balance/prepaid-balance.ts';
import type { KontorInternalTopUp } from '../../../widgets/elements/prepaid-balance/top-up.ts';
import { focusedElement } from '../focused-element.ts';
import { ElementHarness } from './element.harness.ts';

const EVENTS = ['kontor-balance-change', 'kontor-top-up-request', 'kontor-top-up-made', 'kontor-invoice-show'] as const;

export type PrepaidBalanceSetting = Partial<Pick<KontorPrepaidBalance, 'client' | 'locale' | 'compact' | 'open' | 'lowBelow'>>;

/** One balance in a page, spoken to as a reader would. */
export class PrepaidBalanceHarness extends ElementHarness<KontorPrepaidBalance, (typeof EVENTS)[number]> {
  /** @param width of the column that the balance stands in, in pixels */
  constructor(setting: PrepaidBalanceSetting, width = 640) {
    const element = Object.assign(document.createElement('kontor-prepaid-balance'), { locale: 'en-GB', ...setting });
    super(element, document.createElement('div'), EVENTS, width);
  }

  /** Waits until the figure and how far it reaches, or what stands for them, are there. */
  async settled(): Promise<this> {
    await this.until(() => this.notice || (this.available && this.text('.reach')));
    return this;
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

  /** What has the focus, in whichever tree. */
  get focused(): Element | null {
    return focusedElement();
  }

  override async update(): Promise<void> {
    await this.element.updateComplete;
    await this.root?.querySelector<KontorInternalTopUp>('kontor-internal-top-up')?.updateComplete;
    await this.element.updateComplete;
  }
}
