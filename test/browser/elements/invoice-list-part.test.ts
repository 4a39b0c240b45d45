import { expect } from '@open-wc/testing';
import { FreshInvoiceList } from '../../support/harnesses/fresh-invoice-list.harness.ts';

describe('<kontor-invoice-list> fetches the history and the details', () => {
  const page = new FreshInvoiceList();
  afterEach(() => page.leave());

  const wants: Record<string, () => void> = {
    'the pointer comes': () => page.tab.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })),
    'the focus comes': () => page.tab.dispatchEvent(new FocusEvent('focusin', { bubbles: true })),
    'the page shows them': () => (page.element.view = 'history'),
  };
  for (const [name, want] of Object.entries(wants)) {
    it(`when ${name}, once, and not before`, async () => {
      await page.show();
      await page.sees(() => page.find('[data-act=open]', 'kontor-internal-to-pay'));
      expect(page.requests).to.equal(0);
      want();
      want();
      await page.sees(() => page.requests > 0);
      page.element.view = 'history';
      await page.sees(() => page.rows);
      expect(page.requests).to.equal(1);
    });
  }

  it('at once where the history is the first view', async () => {
    await page.show('history');
    await page.sees(() => page.rows);
    expect(page.requests).to.equal(1);
  });

  for (const width of [900, 500, 320]) {
    it(`behind a place of the final size, at ${width} pixels`, async () => {
      await page.refusePart();
      await page.show('history', width);
      const height = page.element.offsetHeight;
      expect(page.find('.coming')!.ariaBusy).to.equal('true');
      await page.sees(() => page.find('[role=alert]')?.textContent?.includes('The server cannot be reached'));
      expect(page.element.offsetHeight).to.equal(height);
      await page.letPartArrive();
      page.find('[role=alert] [part=retry]')!.click();
      await page.sees(() => page.rows);
      expect(page.find('[role=alert]')).to.equal(null);
      expect(page.element.offsetHeight).to.equal(height);
    });
  }

  it('and keeps the focus on the view that a key has chosen', async () => {
    await page.show();
    page.press('ArrowRight');
    await page.sees(() => page.rows);
    expect(page.focused).to.equal(page.tab);
  });

  it('and then opens the invoice that was asked for meanwhile', async () => {
    await page.show();
    await page.sees(() => page.find('[data-act=open]', 'kontor-internal-to-pay'));
    await page.refusePart();
    page.open();
    await page.sees(() => page.find('[role=alert]'));
    await page.letPartArrive();
    page.find('[role=alert] [part=retry]')!.click();
    await page.sees(() => page.find('dialog[open] header', 'kontor-internal-invoice-details'));
    expect(page.find('[role=alert]')).to.equal(null);
  });
});
