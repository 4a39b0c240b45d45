import type { InvoiceListView, KontorInvoiceList } from '../../../widgets/elements/invoice-list/invoice-list.ts';
import { sampleClient } from '../invoice-sample.ts';
import { FreshElementHarness } from './fresh-element.harness.ts';

type Part = 'define-history.ts' | 'define-details.ts';

/** A list whose history and details have not been fetched; what is said of the part is said of one of them. */
export class FreshInvoiceList extends FreshElementHarness<KontorInvoiceList> {
  constructor(part: Part) {
    super('invoice-list', part);
  }

  /** Shows the list. @param width of the page, in pixels */
  async show(view: InvoiceListView = 'to-pay', width = 900): Promise<this> {
    await this.load(width, `view="${view}"`);
    this.element.client = sampleClient();
    await this.sees(() => this.find('#tab-history'));
    return this;
  }

  get tab(): HTMLElement {
    return this.find('#tab-history')!;
  }

  /** Presses a key on the view that is shown, as it has the focus. */
  press(key: string): void {
    const tab = this.find('[aria-selected=true]')!;
    tab.focus();
    tab.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  }

  /** Opens the first invoice of the view that is shown, without the pointer or the focus coming there before. */
  open(): void {
    this.opens?.click();
  }

  /** What opens the first invoice of the view that is shown. */
  get opens(): HTMLElement | null {
    return this.find('.row:not(.placeholder) [data-act=open]', this.element.view === 'history' ? 'kontor-internal-invoice-history' : 'kontor-internal-to-pay');
  }

  /** Rows of the history. */
  get rows(): number {
    const history = this.element.shadowRoot?.querySelector('kontor-internal-invoice-history');
    return history?.shadowRoot?.querySelectorAll('.block > .row:not(.placeholder)').length ?? 0;
  }
}
