import type { KontorPromoCode } from '../../../widgets/elements/promo-code/promo-code.ts';
import { PromoClient, type PromoSample } from '../promo-sample.ts';
import { wordsOf } from '../words-of.ts';
import { FreshElementHarness } from './fresh-element.harness.ts';

/** A promo code element whose desk has not been fetched. */
export class FreshPromoCode extends FreshElementHarness<KontorPromoCode> {
  constructor() {
    super('promo-code', 'promo-desk.ts');
  }

  async show(sample: PromoSample): Promise<this> {
    await this.load(300);
    this.element.client = new PromoClient(sample);
    await this.sees(() => this.find('.form'));
    return this;
  }

  text(selector: string): string {
    return wordsOf(this.find(selector));
  }

  /** Types a code and presses Apply, without the pointer or the focus coming there before. */
  apply(text: string): void {
    const field = this.find('.field') as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    this.find('[part="apply"]')?.click();
  }
}
