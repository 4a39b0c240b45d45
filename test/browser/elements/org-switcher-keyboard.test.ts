import { expect, waitUntil } from '@open-wc/testing';
import { expectAccessible } from '../../support/a11y.ts';
import { OrgSwitcherHarness, type SwitcherSetting } from '../../support/harnesses/org-switcher.harness.ts';
import { organisationId, organisationRows } from '../../support/organisation-rows.ts';

const NAMES = ['Zürich Café', 'Café Zürich', 'Zürcher Kantonalbau', 'Alpen Zürich', 'Kern AG', 'Delta', 'Studio', 'Nordlicht', 'Öko'];
const FEW = ['Alpen', 'Bären', 'Berg', 'Delta'];

/** Holds every call back; `letThrough` waits for one and lets all that came so far go on. */
function gatedLatency(): { latency: () => Promise<void>; letThrough: () => Promise<void> } {
  const gates: PromiseWithResolvers<void>[] = [];
  const latency = (): Promise<void> => {
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    return gate.promise;
  };
  const letThrough = async (): Promise<void> => {
    await waitUntil(() => gates.length > 0, undefined, { interval: 5 });
    for (const gate of gates.splice(0)) gate.resolve();
  };
  return { latency, letThrough };
}

describe('<kontor-org-switcher> by keys', () => {
  let page: OrgSwitcherHarness;
  const open = async (names: readonly string[], setting: SwitcherSetting = {}): Promise<void> => {
    page = await new OrgSwitcherHarness(organisationRows(names), setting).show();
    await page.open();
  };

  afterEach(() => page.leave());

  describe('search', () => {
    it('finds all words without case and accents, best first, and marks why', async () => {
      await open(NAMES);
      await page.type('ZUR');
      expect(page.names).to.deep.equal(['Zürcher Kantonalbau', 'Zürich Café', 'Alpen Zürich', 'Café Zürich']);
      expect(page.marked).to.deep.equal(['Zür', 'Zür', 'Zür', 'Zür']);
      expect(page.active).to.equal('Zürcher Kantonalbau');
      expect(page.announced).to.deep.equal(['4 organisations match']);
      await page.type('zur cafe');
      expect(page.names).to.deep.equal(['Zürich Café', 'Café Zürich'].toSorted());
      await expectAccessible(page.element);
    });

    it('says what was searched where nothing is found, and offers to clear', async () => {
      await open(NAMES);
      await page.type('xyzzy');
      expect(page.panel.textContent).to.contain('No organisation matches “xyzzy”.');
      expect(page.search?.getAttribute('aria-expanded')).to.equal('false');
      await expectAccessible(page.element);
      await page.push('Clear search');
      expect(page.names).to.have.length(9);
      expect(page.search?.value).to.equal('');
      expect(page.focused).to.equal(page.search);
    });

    it('chooses the first of a search that is still under way when Enter comes early', async () => {
      const { latency, letThrough } = gatedLatency();
      page = await new OrgSwitcherHarness(organisationRows(NAMES), { latency }).show();
      page.button?.click();
      await letThrough();
      await page.sees(() => page.options.length > 0);
      await page.type('nord');
      await page.press('Enter');
      expect(page.isOpen).to.equal(true);
      await letThrough();
      await page.sees(() => !page.isOpen);
      expect(page.told).to.deep.equal([`kontor-organisation-switch {"organisation":"${organisationId(7)}","name":"Nordlicht"}`]);
    });

    it('keeps the rows and says so where a search fails', async () => {
      await open(NAMES);
      page.client.fail('KONTOR_CLIENT_OFFLINE');
      await page.type('zur');
      expect(page.names).to.have.length(9);
      expect(page.announced.join()).to.contain('You are offline.');
      await expectAccessible(page.element);
      page.client.fail(undefined);
      await page.push('Try again');
      expect(page.names).to.have.length(4);
    });
  });

  it('moves with arrows within the list and chooses with Enter', async () => {
    await open(NAMES);
    for (const key of ['Home', 'ArrowUp', 'ArrowDown', 'ArrowDown']) await page.press(key);
    expect(page.active).to.equal('Delta');
    await page.press('Enter');
    expect(page.isOpen).to.equal(false);
    expect(page.focused).to.equal(page.button);
    expect(page.told).to.deep.equal([`kontor-organisation-switch {"organisation":"${organisationId(5)}","name":"Delta"}`]);
  });

  it('clears the search with the first Escape and closes with the second, back on the button', async () => {
    await open(NAMES);
    await page.type('zur');
    await page.press('Escape');
    expect(page.isOpen).to.equal(true);
    expect(page.search?.value).to.equal('');
    await page.press('Escape');
    expect(page.isOpen).to.equal(false);
    expect(page.focused).to.equal(page.button);
  });

  it('leaves the keys of the search field and of composition to the browser', async () => {
    await open(NAMES);
    const before = page.active;
    await page.press('ArrowDown', { isComposing: true });
    await page.press('End', { shiftKey: true });
    expect(page.active).to.equal(before);
  });

  it('opens with the arrow down on the button', async () => {
    page = await new OrgSwitcherHarness(organisationRows(NAMES)).show();
    page.button?.focus();
    await page.press('ArrowDown');
    expect(page.isOpen).to.equal(true);
  });

  describe('fewer than eight', () => {
    it('has no search field, and letters lead to names', async () => {
      await open(FEW);
      await page.sees(() => page.search === null && page.focused?.matches('.list') === true);
      await page.press('b');
      expect(page.active).to.equal('Bären');
      await page.press('e');
      expect(page.active).to.equal('Berg');
      await page.press('Home');
      expect(page.active).to.equal('Alpen');
      await expectAccessible(page.element);
    });

    it('takes letters for the beginning of a later word where no name begins with them', async () => {
      await open([...FEW, 'Genossenschaft der Bremer Stadtmusikanten']);
      for (const key of ['b', 'r', 'e']) await page.press(key);
      expect(page.active).to.equal('Genossenschaft der Bremer Stadtmusikanten');
    });

    it('keeps letters that come before the rows, and Enter behind them', async () => {
      const { latency, letThrough } = gatedLatency();
      page = await new OrgSwitcherHarness(organisationRows(FEW), { latency }).show();
      await letThrough();
      page.button?.click();
      await page.sees(() => page.focused?.matches('.list[aria-busy]') === true);
      await expectAccessible(page.element);
      for (const key of ['b', 'e', 'Enter']) await page.press(key);
      expect(page.isOpen).to.equal(true);
      await letThrough();
      await page.sees(() => !page.isOpen);
      expect(page.told).to.deep.equal([`kontor-organisation-switch {"organisation":"${organisationId(2)}","name":"Berg"}`]);
    });
  });

  describe('pins', () => {
    it('pin at once by Alt+P and by the button, without moving rows until the next opening', async () => {
      await open(NAMES);
      const order = page.names;
      await page.press('End');
      await page.press('p', { altKey: true, key: 'π' });
      expect(page.isPinned('Öko')).to.equal(false);
      expect(page.isPinned('Zürich Café')).to.equal(true);
      expect(page.names).to.deep.equal(order);
      await page.push('Unpin: Zürich Café');
      await page.push('Pin: Zürich Café');
      await page.press('Escape');
      await page.open();
      expect(page.names[0]).to.equal('Zürich Café');
      expect(page.headings).to.deep.equal(['Pinned', 'All others']);
    });

    it('tell the page before and after, and stay undone where it cancels', async () => {
      await open(NAMES);
      const id = organisationId(5);
      page.cancels = 'kontor-organisation-pin';
      await page.clickPin('Delta');
      expect(page.isPinned('Delta')).to.equal(false);
      page.cancels = undefined;
      await page.clickPin('Delta');
      const wish = `kontor-organisation-pin {"organisation":"${id}","name":"Delta","pinned":true}`;
      expect(page.told).to.deep.equal([wish, wish, `kontor-organisation-pinned {"organisation":"${id}","pinned":true}`]);
      expect(page.isOpen).to.equal(true);
    });

    it('are taken back with the reason where the server refuses', async () => {
      await open(NAMES);
      page.client.fail('KONTOR_INTERNAL');
      await page.clickPin('Delta');
      expect(page.isPinned('Delta')).to.equal(false);
      expect(page.announced.join()).to.contain('The pin of Delta could not be changed.');
      await expectAccessible(page.element);
    });
  });
});
