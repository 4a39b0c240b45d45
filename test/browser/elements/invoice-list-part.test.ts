import { expect } from '@open-wc/testing';
import { FreshInvoiceList } from '../../support/harnesses/fresh-invoice-list.harness.ts';

describe('<kontor-invoice-list> fetches the history', () => {
  const page = new FreshInvoiceList('define-history.ts');
  afterEach(() => page.leave());

  const wants: Record<string, () => void> = {
    'the pointer comes': () => page.tab.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })),
    'the focus comes': () => page.tab.dispatchEvent(new FocusEvent('focusin', { bubbles: true })),
    'the page shows it': () => (page.element.view = 'history'),
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

  it('again only when a person says so, however near the pointer comes', async () => {
    await page.refusePart();
    await page.show('history');
    await page.sees(() => page.find('[role=alert]'));
    const notice = page.find('[role=alert]')!;
    for (const type of ['pointerover', 'focusin']) notice.dispatchEvent(new Event(type, { bubbles: true }));
    await page.element.updateComplete;
    expect(page.find('[role=alert]')).to.equal(notice);
    await page.letPartArrive();
    page.find('[role=alert] [part=retry]')!.click();
    await page.sees(() => page.rows);
  });

  it('and keeps the focus on the view that a key has chosen', async () => {
    await page.show();
    page.press('ArrowRight');
    await page.sees(() => page.rows);
    expect(page.focused).to.equal(page.tab);
  });
});

describe('<kontor-invoice-list> fetches the details of an invoice', () => {
  const page = new FreshInvoiceList('define-details.ts');
  afterEach(() => page.leave());

  for (const type of ['pointerover', 'focusin']) {
    it(`at ${type}, once, and not with the history`, async () => {
      await page.show('history');
      await page.sees(() => page.rows);
      expect(page.requests).to.equal(0);
      for (const _ of [1, 2]) page.tab.dispatchEvent(new Event(type, { bubbles: true }));
      await page.sees(() => page.requests > 0);
      page.open();
      await page.sees(() => page.find('dialog[open] header', 'kontor-internal-invoice-details'));
      expect(page.requests).to.equal(1);
    });
  }

  for (const view of ['to-pay', 'history'] as const) {
    it(`and after a failure opens the one that was asked for, from ${view}`, async () => {
      await page.show(view);
      await page.sees(() => page.opens);
      await page.refusePart();
      page.open();
      await page.sees(() => page.find('[role=alert]'));
      expect(page.seesWhole(page.find('[role=alert]')!)).to.equal(true);
      page.find('.unopened > button')!.click();
      await page.sees(() => !page.find('[role=alert]'));
      page.open();
      await page.sees(() => page.find('[role=alert]'));
      await page.letPartArrive();
      page.find('[role=alert] [part=retry]')!.click();
      await page.sees(() => page.find('dialog[open] header', 'kontor-internal-invoice-details'));
      expect(page.find('[role=alert]')).to.equal(null);
    });
  }
});
