import { expect } from '@open-wc/testing';
import { FreshSwitcher } from '../../support/harnesses/fresh-switcher.harness.ts';
import { organisationId, organisationRows } from '../../support/organisation-rows.ts';

const ROWS = organisationRows(['Alpen', 'Bären', 'Berg', 'Café', 'Delta', 'Kern', 'Nordlicht', 'Studio', 'Öko']);

describe('<kontor-org-switcher> fetches its list', () => {
  let page: FreshSwitcher;
  beforeEach(async () => {
    page = await new FreshSwitcher().show(ROWS);
  });
  afterEach(() => page.leave());

  const wants: Record<string, () => void> = {
    'the pointer comes': () => page.button.dispatchEvent(new PointerEvent('pointerenter')),
    'the focus comes': () => page.button.dispatchEvent(new FocusEvent('focus')),
    'the page opens it': () => page.element.show(),
  };
  for (const [name, want] of Object.entries(wants)) {
    it(`when ${name}, once, and not before`, async () => {
      expect(page.requests).to.equal(0);
      want();
      want();
      await page.sees(() => page.requests > 0);
      page.element.show();
      await page.sees(() => page.find('[role="option"]'));
      expect(page.requests).to.equal(1);
    });
  }

  it('by itself, once the page is painted and there is something to choose', async () => {
    page.answerCount();
    await page.sees(() => page.requests > 0);
  });

  it('behind a panel of its final size, with the focus in the field', async () => {
    page.button.click();
    const height = page.panelHeight;
    expect(page.find('.area [aria-busy="true"]')).to.not.equal(null);
    expect(page.focused).to.equal(page.search);
    await page.sees(() => page.find('[role="option"]'));
    expect(page.panelHeight).to.equal(height);
    expect(page.focused).to.equal(page.search);
  });

  it('and then does what was typed meanwhile', async () => {
    const switched: string[] = [];
    page.element.addEventListener('kontor-organisation-switch', (event) => switched.push((event as CustomEvent).detail.organisation));
    page.button.click();
    page.type('nord');
    page.press('Enter');
    expect(page.find('[role="option"]')).to.equal(null);
    await page.sees(() => switched.length > 0);
    expect(switched).to.deep.equal([organisationId(6)]);
  });

  it('and begins with the search that the page opens it with', async () => {
    page.element.show('nord');
    expect(page.focused).to.equal(page.search);
    expect(page.search.value).to.equal('nord');
    await page.sees(() => page.find('[role="option"]'));
    expect(page.find('.name')?.textContent).to.contain('Nordlicht');
    page.press('Escape');
    page.press('Escape');
    page.element.show();
    expect(page.search.value).to.equal('');
  });

  it('and says so where it does not arrive, at the same size, with a way to try again', async () => {
    await page.refusePart();
    page.button.click();
    const height = page.panelHeight;
    await page.sees(() => page.alert !== '');
    expect(page.alert).to.contain('The server cannot be reached at the moment.');
    expect(page.panelHeight).to.equal(height);
    page.press('Escape');
    expect(page.focused).to.equal(page.button);
    await page.letPartArrive();
    page.element.show();
    // The focus on the button has asked before the list could arrive: where that was refused late, the way is the button.
    await page.sees(() => page.find('[role="option"]') ?? page.find('.area [part="retry"]')?.click());
  });

  it('and tries again by the button, with the focus back in the field', async () => {
    await page.refusePart();
    page.element.show();
    await page.sees(() => page.alert !== '');
    await page.letPartArrive();
    const retry = page.find('.area [part="retry"]');
    retry?.focus();
    retry?.click();
    await page.sees(() => page.find('[role="option"]'));
    expect(page.focused).to.equal(page.search);
  });
});
