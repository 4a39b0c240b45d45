import { expect } from '@open-wc/testing';
import { FreshBalance } from '../../support/harnesses/fresh-balance.harness.ts';

describe('<kontor-prepaid-balance> fetches', () => {
  let page: FreshBalance;
  beforeEach(async () => {
    page = await new FreshBalance().show();
  });
  afterEach(() => page.leave());

  const panels = [
    { name: 'the top-up', button: '[part=top-up]', shows: () => page.find('dialog[open] form', 'kontor-internal-top-up') },
    { name: 'the movements', button: '.disclose', shows: () => page.find('[part=row]', 'kontor-internal-prepaid-movements') },
  ];
  for (const { name, button, shows } of panels) {
    it(`${name} when the pointer or the focus comes, once, and not before`, async () => {
      expect(page.requests).to.equal(0);
      page.find(button)!.dispatchEvent(new PointerEvent('pointerenter'));
      page.find(button)!.dispatchEvent(new FocusEvent('focus'));
      await page.sees(() => page.requests > 0);
      page.find(button)!.click();
      await page.sees(shows);
      expect(page.requests).to.equal(1);
    });

    it(`${name} again where it did not arrive`, async () => {
      await page.refusePart();
      page.find(button)!.click();
      await page.sees(() => page.find('[role=alert]')?.textContent?.includes('The server cannot be reached'));
      await page.letPartArrive();
      page.find('[role=alert] [part=retry]')!.click();
      await page.sees(shows);
      expect(page.find('[role=alert]')).to.equal(null);
    });
  }
});
