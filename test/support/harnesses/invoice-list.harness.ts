import '../../../widgets/elements/invoice-list/define-details.ts';
import '../../../widgets/elements/invoice-list/define-history.ts';
import '../../../widgets/elements/invoice-list/define.ts';
import type { KontorInternalInvoiceHistory } from '../../../widgets/elements/invoice-list/history.ts';
import type { KontorInternalInvoiceDetails } from '../../../widgets/elements/invoice-list/invoice-details.ts';
import type { InvoiceListView, KontorInvoiceList } from '../../../widgets/elements/invoice-list/invoice-list.ts';
import type { KontorInternalToPay } from '../../../widgets/elements/invoice-list/to-pay.ts';
import { ElementHarness } from './element.harness.ts';

const EVENTS = ['kontor-count-change', 'kontor-invoice-select', 'kontor-invoice-download', 'kontor-invoice-downloaded'] as const;

export type InvoiceListSetting = Partial<Pick<KontorInvoiceList, 'client' | 'locale' | 'view'>>;

/** One list in a page, spoken to as a reader would. */
export class InvoiceListHarness extends ElementHarness<KontorInvoiceList, (typeof EVENTS)[number]> {
  /** @param width of the column that the list stands in, in pixels */
  constructor(setting: InvoiceListSetting, width = 1000) {
    const element = Object.assign(document.createElement('kontor-invoice-list'), { locale: 'en-GB', ...setting });
    super(element, document.createElement('div'), EVENTS, width);
  }

  /** Waits until the rows of the present view, or what stands for them, are there. */
  async settled(): Promise<this> {
    await this.until(() => {
      const root = this.root;
      const rows = root?.querySelector('.block > .row:not(.placeholder)') && !root.querySelector('.block > .placeholder, .stale');
      return rows || root?.querySelector('.notice') || this.element.shadowRoot?.querySelector('.stand-in');
    });
    return this;
  }

  /** The shadow tree of the view that is shown. */
  override get root(): ShadowRoot | null {
    return this.element.view === 'history' ? (this.history?.shadowRoot ?? null) : (this.toPay?.shadowRoot ?? null);
  }

  get history(): KontorInternalInvoiceHistory | null {
    return this.element.shadowRoot?.querySelector<KontorInternalInvoiceHistory>('kontor-internal-invoice-history') ?? null;
  }

  get toPay(): KontorInternalToPay | null {
    return this.element.shadowRoot?.querySelector<KontorInternalToPay>('kontor-internal-to-pay') ?? null;
  }

  get details(): ShadowRoot | null {
    return this.element.shadowRoot?.querySelector<KontorInternalInvoiceDetails>('kontor-internal-invoice-details')?.shadowRoot ?? null;
  }

  /** The open panel with one invoice in full. */
  get dialog(): HTMLDialogElement | null {
    return this.details?.querySelector<HTMLDialogElement>('dialog[open]') ?? null;
  }

  /** One column of the drawn rows. */
  column(name: string): string[] {
    return this.texts(`.block > .row > .${name}`);
  }

  get count(): string {
    return this.text('[role=status]');
  }

  get totals(): string[] {
    return this.texts('.totals li');
  }

  /** What stands in place of the rows or of the whole list. */
  get notice(): string {
    return this.text('.notice') || this.text('.notice', this.element.shadowRoot);
  }

  get tabs(): HTMLElement[] {
    return [...(this.element.shadowRoot?.querySelectorAll<HTMLElement>('[role=tab]') ?? [])];
  }

  async show(view: InvoiceListView): Promise<this> {
    this.element.shadowRoot!.querySelector<HTMLElement>(`#tab-${view}`)!.click();
    await this.element.updateComplete;
    return this.settled();
  }

  /** Does something, then waits until the line above the rows says this. */
  async counts(text: string, act: () => void): Promise<void> {
    act();
    await this.until(() => this.count.startsWith(text));
    await this.settled();
  }

  search(text: string): void {
    const field = this.root!.querySelector<HTMLInputElement>('[type=search]')!;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  check(status: string): void {
    this.root!.querySelector<HTMLInputElement>(`[type=checkbox][value=${status}]`)!.click();
  }

  choosePeriod(period: string): void {
    const field = this.root!.querySelector<HTMLSelectElement>('.period')!;
    field.value = period;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Presses the head of a column. @returns the column and direction that `aria-sort` then tells */
  async sortBy(key: string): Promise<string> {
    this.root!.querySelector<HTMLElement>(`[data-sort=${key}]`)!.click();
    await this.update();
    await this.settled();
    const sorted = [...this.root!.querySelectorAll('[aria-sort]')].filter((head) => head.getAttribute('aria-sort') !== 'none');
    return sorted.map((head) => `${head.className} ${head.getAttribute('aria-sort')}`).join();
  }

  press(selector: string, root: ParentNode | null = this.root): void {
    root!.querySelector<HTMLElement>(selector)!.click();
  }

  /** Scrolls so that this row is the first in view. */
  scrollTo(index: number): void {
    const scroller = this.root!.querySelector('.scroller')!;
    scroller.scrollTop = index * this.root!.querySelector('.block > .row')!.getBoundingClientRect().height;
  }

  row(index: number): HTMLElement | null {
    return this.root?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
  }

  /** Puts the pointer over a row, or beside the table. */
  async pointAt(index: number | undefined): Promise<void> {
    if (index === undefined) this.root!.querySelector('.scroller')!.dispatchEvent(new PointerEvent('pointerleave'));
    else this.row(index)!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
    await this.update();
  }

  /** The row that has the focus. */
  get focusedRow(): number {
    const row = this.root?.activeElement?.closest<HTMLElement>('[data-index]');
    return row ? Number(row.dataset['index']) : -1;
  }

  async open(index: number): Promise<void> {
    const button = this.row(index)!.querySelector<HTMLElement>('[data-act=open]')!;
    button.focus();
    button.click();
    await this.update();
  }

  override async update(): Promise<void> {
    await this.element.updateComplete;
    await this.history?.updateComplete;
    await this.toPay?.updateComplete;
    await this.element.updateComplete;
  }
}
