import { expect } from '@open-wc/testing';
import { FreshPromoCode } from '../../support/harnesses/fresh-promo-code.harness.ts';

describe('<kontor-promo-code> fetches the part that acts', () => {
  let page: FreshPromoCode;
  const show = async (codes: string[]): Promise<FreshPromoCode> => (page = await new FreshPromoCode().show({ cart: { codes } }));
  afterEach(() => page.leave());

  it('when the focus comes, once, and not for codes that count', async () => {
    await show(['WELCOME-10']);
    expect(page.text('.code')).to.equal('WELCOME-10 −10% −11.88');
    expect(page.requests).to.equal(0);
    for (const part of ['field', 'apply']) page.find(`[part="${part}"]`)?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await page.sees(() => page.requests > 0);
    expect(page.requests).to.equal(1);
  });

  it('for a code that does not count, whose reason has its place already', async () => {
    await show(['OLD-2025']);
    const height = page.element.offsetHeight;
    await page.sees(() => page.text('.reason'));
    expect(page.element.offsetHeight).to.equal(height);
  });

  it('and then does what was asked meanwhile', async () => {
    await show([]);
    page.apply('CARD-5');
    await page.sees(() => page.text('.code') === 'CARD-5 −5.00');
  });

  it('and says so where it does not arrive, with a way to try again', async () => {
    await show([]);
    await page.refusePart();
    page.apply('CARD-5');
    await page.sees(() => page.text('[role="alert"]') === 'The server cannot be reached at the moment. Try again');
    await page.letPartArrive();
    page.find('[part="retry"]')?.click();
    await page.sees(() => page.text('.code') === 'CARD-5 −5.00');
  });
});
