import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/a11y.ts';
import { OrgSwitcherHarness, type SwitcherSetting } from '../../support/harnesses/org-switcher.harness.ts';
import { organisationId, organisationRows } from '../../support/organisation-rows.ts';
import { wordsOf } from '../../support/words-of.ts';

const NAMES = ['Müller & Söhne AG', 'Studio Keller', 'Café Zürich', 'Étoile du Léman Sàrl', 'Nordlicht GmbH', 'Kern Treuhand AG', 'Bäckerei Ø', 'Officine Ticino', 'Delta Logistik'];
const LONG = 'Genossenschaft für erneuerbare Energien und nachhaltige Mobilität der Gemeinden am oberen Zürichsee und im Linthgebiet';

const ROWS = organisationRows(NAMES, (index) => {
  if (index === 0) return { group: 'pinned', available: { amount: -123_450, currency: 'CHF' }, open: 3, overdue: 1 };
  if (index === 1) return { group: 'recent', role: 'admin', available: { amount: 5, currency: 'EUR' }, open: 2 };
  if (index === 2) return { group: 'recent', role: 'member', billingRight: false, available: null, open: null, overdue: null };
  return {};
});

describe('<kontor-org-switcher>', () => {
  let page: OrgSwitcherHarness;
  const show = async (rows = ROWS, setting: SwitcherSetting = {}): Promise<OrgSwitcherHarness> => (page = await new OrgSwitcherHarness(rows, setting).show());
  const open = async (rows = ROWS, setting: SwitcherSetting = {}): Promise<OrgSwitcherHarness> => {
    await show(rows, setting);
    await page.open();
    return page;
  };

  /** Whether nothing that a row says is cut off by the list. */
  const isWithinList = (row: HTMLElement | undefined): boolean => {
    const [list, main] = [page.all('.list')[0], row?.querySelector('.main')].map((part) => part?.getBoundingClientRect());
    return Boolean(list && main && list.top <= main.top && main.bottom <= list.bottom);
  };

  afterEach(() => page.leave());

  describe('closed', () => {
    it('shows the current organisation and the role in words', async () => {
      await show();
      expect(page.text).to.equal('MS Müller & Söhne AG Owner');
      expect(page.button?.getAttribute('aria-expanded')).to.equal('false');
      expect(page.options).to.have.length(0);
      await expectAccessible(page.element);
    });

    it('is a skeleton of the same height until there is a client, given before or after', async () => {
      page = new OrgSwitcherHarness(ROWS);
      document.body.append(page.page);
      await page.element.updateComplete;
      const skeleton = page.all('.trigger[aria-busy="true"]')[0]?.getBoundingClientRect();
      page.element.client = page.client;
      await page.sees((text) => text.includes('Müller'));
      expect(page.button?.getBoundingClientRect().height).to.equal(skeleton?.height);
      await expectAccessible(page.element);
    });

    it('keeps the end of a long name in sight and the whole name as its title', async () => {
      await show(organisationRows([LONG, 'Other']));
      expect(page.all('.tail')[0]?.textContent).to.equal(' Linthgebiet');
      expect(page.all('.cut')[0]?.title).to.equal(LONG);
      expect(page.button?.scrollWidth).to.be.at.most(page.button?.clientWidth ?? 0);
    });

    it('opens nothing without the feature, nor with a single organisation', async () => {
      await show(ROWS, { features: ['invoices:read'] });
      expect(page.button).to.equal(null);
      expect(page.text).to.equal('MS Müller & Söhne AG Owner');
      await expectAccessible(page.element);
      page.leave();
      await show(organisationRows(['Studio Keller']));
      await page.sees(() => page.button === null);
    });

    it('keeps its menu for a single organisation where the footer has something', async () => {
      page = new OrgSwitcherHarness(organisationRows(['Studio Keller']));
      page.element.innerHTML = '<a slot="footer" href="#new">Create an organisation</a>';
      await page.show();
      await page.open();
      expect(page.names).to.deep.equal(['Studio Keller']);
    });

    it('shows what the page puts into the button', async () => {
      page = new OrgSwitcherHarness(ROWS);
      page.element.innerHTML = '<b slot="trigger">Mine</b>';
      await page.show();
      await page.open();
      expect(page.isOpen).to.equal(true);
      expect(page.button?.querySelector('slot')?.assignedElements()[0]?.textContent).to.equal('Mine');
    });

    it('falls back to initials where the logo does not arrive', async () => {
      await show(organisationRows(['Studio Keller', 'B'], () => ({ logo: '/no-such-logo.png' })));
      await page.sees(() => page.all('.trigger img')[0]?.hidden === true);
      expect(page.text).to.contain('SK');
    });
  });

  describe('open', () => {
    it('groups pinned, recent and other organisations under headings, the current one marked', async () => {
      await open();
      expect(page.headings).to.deep.equal(['Pinned', 'Recently used', 'All others']);
      expect(page.names.slice(0, 4)).to.deep.equal(['Müller & Söhne AG', 'Studio Keller', 'Café Zürich', 'Bäckerei Ø']);
      expect(page.options.filter((row) => row.getAttribute('aria-selected') === 'true')).to.have.length(1);
      expect(page.active).to.equal('Müller & Söhne AG');
      expect(page.announced).to.deep.equal(['9 organisations']);
      expect(page.focused).to.equal(page.search);
      await expectAccessible(page.element);
    });

    it('shows what the right allows in each row', async () => {
      await open();
      const facts = page.all('.facts').slice(1).map(wordsOf);
      expect(facts.slice(0, 4)).to.deep.equal(['Owner 3 to pay 1 overdue CHF −1,234.50', 'Admin 2 to pay EUR 0.05', 'Member', 'Owner CHF 0.00']);
    });

    it('shows no headings where nothing is pinned or recent', async () => {
      await open(organisationRows(NAMES));
      expect(page.headings).to.deep.equal([]);
    });

    it('has a skeleton while it waits, an error with a way to try again, and then the rows', async () => {
      const gate = Promise.withResolvers<void>();
      await show(ROWS, { latency: () => gate.promise });
      page.button?.click();
      await page.settle();
      expect(page.all('.area [aria-busy="true"]')).to.have.length(1);
      await expectAccessible(page.element);
      page.client.fail('KONTOR_CLIENT_UNREACHABLE');
      gate.resolve();
      await page.sees(() => page.announced.some((text) => text.startsWith('The server cannot be reached')));
      await expectAccessible(page.element);
      page.client.fail(undefined);
      await page.push('Try again');
      await page.sees(() => page.names.length === 9);
    });

    it('shows the whole of a long name in the active row without moving the others', async () => {
      await open(organisationRows([LONG, 'A', 'B']), { current: 1 });
      const place = (): number | undefined => page.options[1]?.getBoundingClientRect().top;
      const before = place();
      await page.press('End');
      const row = page.options[2];
      const name = row?.querySelector<HTMLElement>('.name');
      expect(name?.title).to.equal(LONG);
      expect(name?.scrollHeight).to.be.at.most((name?.clientHeight ?? 0) + 1);
      expect(place()).to.equal(before);
      expect(isWithinList(row)).to.equal(true);
    });

    it('shows the whole of a long name that alone is found', async () => {
      await open(organisationRows([LONG, ...NAMES]), { current: 1 });
      page.panel.style.inlineSize = '304px';
      await page.type('linthgebiet');
      expect(page.names).to.deep.equal([LONG]);
      await page.settle();
      expect(isWithinList(page.options[0])).to.equal(true);
    });

    it('fits a page of 320 pixels', async () => {
      const frame = document.createElement('iframe');
      frame.width = '320';
      document.body.append(frame);
      await open(organisationRows([LONG, ...NAMES]));
      page.panel.style.inlineSize = '304px';
      await page.settle();
      expect(page.panel.scrollWidth).to.be.at.most(304);
      for (const row of page.options) expect(row.scrollWidth).to.be.at.most(row.clientWidth);
      frame.remove();
    });
  });

  describe('ten thousand organisations', () => {
    const many = organisationRows(Array.from({ length: 10_000 }, (_, index) => `Organisation ${String(index).padStart(5, '0')}`), (index) =>
      index < 3 ? { group: 'pinned' } : index < 5 ? { group: 'recent' } : {});

    it('draws only what is in view and reaches both ends by keys', async () => {
      await open(many);
      expect(page.options.length).to.be.below(30);
      await page.press('End');
      await page.sees(() => page.active === 'Organisation 09999');
      expect(page.options.at(-1)?.getAttribute('aria-posinset')).to.equal('10000');
      await page.press('PageUp');
      await page.sees(() => page.active < 'Organisation 09999');
      await page.press('Home');
      expect(page.active).to.equal('Organisation 00000');
      expect(page.headings[0]).to.equal('Pinned');
    });

    it('puts every row where its place is computed to be', async () => {
      await open(many);
      const list = page.all('.list')[0] as HTMLElement;
      const unit = list.querySelector('.heading')?.getBoundingClientRect().height ?? 0;
      for (const top of [0, unit, 3 * unit, 7 * unit, 1001 * unit, 5000 * unit + 7]) {
        list.scrollTop = top;
        await page.settle();
        expect(page.options.length).to.be.above(5);
        for (const row of page.options) {
          const index = Number(row.getAttribute('aria-posinset')) - 1;
          const headings = index < 3 ? 1 : index < 5 ? 2 : 3;
          const place = row.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop;
          expect(place).to.be.closeTo((headings + 2 * index) * unit, 1);
        }
      }
    });
  });

  it('tells the id by the text that a search marks', async () => {
    await open();
    await page.type(organisationId(4).slice(-6));
    expect(page.names).to.deep.equal(['Nordlicht GmbH']);
    expect(page.marked).to.deep.equal(['000004']);
    expect(page.all('.id')[0]?.textContent).to.equal(organisationId(4));
  });
});
