import { expect } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { MemoryClient } from '../../../shared/client/memory/memory-client.ts';
import { expectAccessible } from '../../support/a11y.ts';
import { GATEWAY, PopupHarness, type PopupSetting } from '../../support/harnesses/popup.harness.ts';
import { popupRows } from '../../support/popup-sample.ts';

const [HERE, , , DELTA] = popupRows();

describe('the popup', () => {
  let page: PopupHarness;
  const open = async (setting?: PopupSetting): Promise<void> => {
    page = await PopupHarness.open(setting);
  };
  /** As after a first visit: everything was read and kept. */
  const openAgain = async (setting?: PopupSetting): Promise<void> => {
    await open();
    await page.sees('1,484.00');
    await Promise.all(['prepaid', 'outlook'].map((resource) => page.kept(`${HERE?.id}/${resource}`)));
    await page.kept('organisation-count');
    await page.leave();
    await open(setting);
  };

  afterEach(async () => {
    await page.leave();
    await deleteDB('kontor');
  });

  it('shows balance, what is due, who is signed in and where, in one size', async () => {
    await open();
    expect(page.size).to.equal('400 x 600');
    await page.sees('1,284.50');
    await page.sees('To pay 5');
    await page.sees('1 overdue');
    expect(page.text).to.contain('1,484.00');
    expect(page.foot).to.equal('Anna Brunner · localhost:4600');
    expect(page.size).to.equal('400 x 600');
    await expectAccessible(page.element);
  });

  it('shows what was kept while the gateway has not answered', async () => {
    await openAgain({ silent: true });
    await page.sees('1,284.50');
    await page.sees('1,484.00');
  });

  for (const [code, words] of Object.entries({
    KONTOR_CLIENT_OFFLINE: 'Offline as of now',
    KONTOR_CLIENT_UNREACHABLE: 'Gateway not reachable as of now',
    KONTOR_TOKEN_REVOKED: 'Session ended as of now',
  } as const)) {
    it(`says "${words}" beneath what was kept, and tries again`, async () => {
      await openAgain({ fails: code as 'KONTOR_CLIENT_OFFLINE' });
      const height = page.root.querySelector('footer')?.offsetHeight;
      await page.sees(() => page.foot === words);
      expect(page.text).to.contain('1,284.50');
      const lines = [...page.root.querySelectorAll<HTMLElement>('footer .cut')];
      expect(lines.map((line) => line.scrollWidth <= line.clientWidth)).to.deep.equal([true, true]);
      expect(page.root.querySelector('footer')?.offsetHeight).to.equal(height);
      await expectAccessible(page.element);
      if (code === 'KONTOR_TOKEN_REVOKED') {
        await page.push('Sign in');
        expect(page.asked).to.deep.equal([`sign-in ${GATEWAY}`]);
        return;
      }
      page.fails = undefined;
      await page.push('Try again');
      await page.sees(() => page.foot.startsWith('Anna Brunner'));
    });
  }

  it('switches by typing and Enter, with the focus in the search from the start', async () => {
    await open();
    await page.sees(() => page.focused === page.field);
    page.type('de');
    await page.sees(() => page.focused !== page.field && (page.focused as HTMLInputElement).value === 'de');
    await page.sees('Delta Logistik');
    page.press('Enter');
    await page.sees('1,014.50');
    expect((await page.store.connection())?.session.organisation.id).to.equal(DELTA?.id);
    expect((await page.store.connection())?.previous?.id).to.equal(HERE?.id);
    expect(page.asked).to.deep.equal(['refresh-badge']);
  });

  it('begins a search with a letter on the closed switcher, and opens the list by arrow', async () => {
    await open();
    await page.sees('1,284.50');
    page.press('ArrowDown');
    await page.sees('All others');
    page.press('Escape');
    await page.sees(() => page.focused?.matches('.trigger'));
    page.press('d');
    expect(page.focused).to.equal(page.field);
  });

  it('stays where it is and says why where a switch fails', async () => {
    await open();
    await page.sees('1,284.50');
    page.fails = 'KONTOR_CLIENT_OFFLINE';
    page.type('de');
    await page.sees('Delta Logistik');
    page.press('Enter');
    await page.sees('The organisation was not switched.');
    expect(page.text).to.contain('1,284.50');
  });

  it('goes to the organisation used last where the person has lost the one kept', async () => {
    await open();
    await page.sees('1,284.50');
    await page.leave();
    await open({ rows: popupRows().slice(2) });
    await page.sees('Café Zürich');
    await page.sees('1,104.50');
  });

  it('has no search where there is nothing to choose', async () => {
    const rows = popupRows().slice(0, 1);
    await open({ rows });
    await page.kept('organisation-count');
    await page.leave();
    await open({ rows });
    expect(page.field).to.equal(null);
    await expectAccessible(page.element);
  });

  it('has invoices and the promo check in sections of their own', async () => {
    await open();
    await page.sees('1,484.00');
    await page.push('To pay');
    await page.sees('10 days late');
    await expectAccessible(page.element);
    page.root.querySelector<HTMLElement>('#tab-invoices')?.focus();
    page.press('ArrowRight');
    await page.sees('Check');
    expect(page.focused?.textContent).to.equal('Promo code');
    expect(page.size).to.equal('400 x 600');
    await expectAccessible(page.element);
  });

  it('says of a section that was never kept that it is not here, and why once beneath', async () => {
    await openAgain({ fails: 'KONTOR_CLIENT_OFFLINE' });
    await page.sees(() => page.foot.startsWith('Offline'));
    await page.push('Invoices');
    await page.sees('This is not kept on this device yet.');
    expect(page.text.match(/offline/gi)).to.deep.equal(['Offline']);
    await expectAccessible(page.element);
  });

  it('shows a section that was kept as it was, with the reason beneath alone', async () => {
    await open();
    await page.push('Invoices');
    await page.sees('5 items');
    await page.kept(`${HERE?.id}/to-pay?all=false&descending=false&limit=50&offset=0&sort=due&summary=true`);
    await page.leave();
    await open({ fails: 'KONTOR_CLIENT_OFFLINE' });
    await page.push('Invoices');
    await page.sees('5 items');
    await page.sees(() => page.foot.startsWith('Offline'));
    expect(page.text.match(/offline/gi)).to.deep.equal(['Offline']);
    await expectAccessible(page.element);
  });

  it('shows the invoice behind a movement', async () => {
    await open();
    await page.sees('1,484.00');
    await page.push('Movements');
    await page.sees('R-000001');
    await page.push('Show invoice R-000001');
    await page.sees('Wolkenschloss Hosting AG');
    expect(page.root.querySelector('#invoices')?.hasAttribute('hidden')).to.equal(false);
    page.press('Escape');
    expect(page.size).to.equal('400 x 600');
  });

  it('reads what is due anew once a top-up was made, and has the badge follow', async () => {
    await open();
    await page.sees('To pay 5');
    const later = new MemoryClient({ session: page.gateway!.session });
    Object.assign(page.gateway!, { toPay: later.toPay.bind(later) });
    page.root.querySelector('kontor-prepaid-balance')?.dispatchEvent(new CustomEvent('kontor-top-up-made', { bubbles: true, composed: true }));
    await page.sees('Nothing to pay until');
    expect(page.asked).to.deep.equal(['refresh-badge']);
  });

  it('draws the ring of its search inside the field, where nothing covers it', async () => {
    await open();
    await page.sees(() => page.focused === page.field);
    const search = page.root.querySelector('.search');
    expect(search && getComputedStyle(search).boxShadow).to.match(/inset$/);
  });

  it('asks once before it signs out', async () => {
    await open();
    await page.push('Sign out');
    expect(page.text).to.contain('Everything kept on this device is wiped');
    expect(page.asked).to.deep.equal([]);
    await page.sees(() => page.focused?.textContent === 'Cancel');
    await expectAccessible(page.element);
    page.press('Escape');
    await page.sees(() => page.focused?.id === 'sign-out');
    await page.push('Sign out');
    page.root.querySelector<HTMLElement>('.danger')?.click();
    expect(page.asked).to.deep.equal(['sign-out']);
  });

  it('follows a sign-out elsewhere at once, and a sign-in', async () => {
    await open();
    const other = await PopupHarness.open();
    await other.store.wipe();
    await page.sees('Gateway address');
    expect(page.text).to.not.contain('1,284.50');
    await other.leave();
  });
});
