import type { KontorPrepaidBalance } from '../../../widgets/elements/prepaid-balance/prepaid-balance.ts';
import { PrepaidDouble } from '../prepaid-sample.ts';
import { FreshElementHarness } from './fresh-element.harness.ts';

/** A balance whose panels have not been fetched. */
export class FreshBalance extends FreshElementHarness<KontorPrepaidBalance> {
  constructor() {
    super('prepaid-balance', 'define-panels.ts');
  }

  /** Shows the card. */
  async show(): Promise<this> {
    await this.load(700);
    this.element.client = new PrepaidDouble().client;
    await this.sees(() => this.find('.reach')?.textContent?.trim());
    return this;
  }
}
