import type { Locator, Page } from 'playwright';

/** Balance, cart and promo codes at the partner's portal, as a person uses them. */
export class PortalMoneyHarness {
  #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get balance(): Locator {
    return this.#page.locator('kontor-prepaid-balance');
  }

  get promo(): Locator {
    return this.#page.locator('kontor-promo-code');
  }

  /** What the portal itself shows of the open order. */
  get cart(): Locator {
    return this.#page.locator('#cart li:not(.empty)');
  }

  /** The available amount as a person reads it, such as `CHF 158.41`. */
  async available(): Promise<string> {
    const figure = this.balance.locator('[part=balance]:not(:has(i))');
    return (await figure.innerText()).replaceAll(/\s+/g, ' ').trim();
  }

  async addToCart(product: string): Promise<void> {
    const value = await this.#page.locator('#add option', { hasText: product }).first().getAttribute('value');
    await this.#page.locator('#add select').selectOption(value);
    await this.#page.locator('#add button').click();
  }

  async choosePaymentMethod(name: string): Promise<void> {
    await this.promo.getByRole('radio', { name }).click();
    await this.promo.locator('fieldset[aria-busy=false]').first().waitFor();
  }

  async applyCodes(text: string): Promise<void> {
    await this.promo.locator('input[part=field]').fill(text);
    await this.promo.locator('[part=apply]').click();
  }

  /** The line of a code in the order, with what it takes off or why it does not count. */
  code(name: string): Locator {
    return this.promo.locator('[part=code]', { hasText: name });
  }
}
