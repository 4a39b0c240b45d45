import { expect } from '@open-wc/testing';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { KontorError } from '../../../shared/client/kontor-error.ts';
import type { MemoryClient } from '../../../shared/client/memory/memory-client.ts';
import { expectAccessible } from '../../support/a11y.ts';
import { InvoiceListHarness, type InvoiceListSetting } from '../../support/harnesses/invoice-list.harness.ts';
import { sampleClient, sampleSession, TODAY, toPayRow } from '../../support/invoice-sample.ts';
import { wordsOf } from '../../support/words-of.ts';

const never = (): Promise<void> => new Promise(() => {});

/** Counts the calls that reach a client. */
function counted(client: MemoryClient): { client: MemoryClient; calls: string[] } {
  const calls: string[] = [];
  for (const name of ['invoices', 'toPay'] as const) {
    const real = client[name].bind(client) as (...values: unknown[]) => Promise<never>;
    Object.assign(client, { [name]: (...values: unknown[]) => (calls.push(name), real(...values)) });
  }
  return { client, calls };
}

describe('<kontor-invoice-list>', () => {
  let list: InvoiceListHarness;
  const open = (setting: InvoiceListSetting = {}, width?: number): InvoiceListHarness =>
    (list = new InvoiceListHarness({ client: sampleClient(), ...setting }, width));
  afterEach(() => list.leave());

  describe('to pay', () => {
    it('is the first view: overdue ones first, two months, and the later ones on demand', async () => {
      await open().settled();
      expect(list.column('due')).to.deep.equal(['12 Nov 2026', '21 Nov 2026', '24 Dec 2026', '22 Jan 2027']);
      expect(list.column('status')).to.deep.equal(['10 days late', '1 day late', 'Pro forma', 'Upcoming']);
      expect(list.column('about')).to.deep.equal(['R-2', 'Renews automatically', 'R-1', 'No automatic renewal']);
      expect(list.column('total')).to.deep.equal(['CHF 20.00', 'EUR 19.90', 'CHF 10.00', 'CHF 40.00']);
      expect(list.totals).to.deep.equal(['3 items Total CHF 70.00', '1 item Total EUR 19.90']);
      expect(list.count).to.equal('4 items · Due by 22 Jan 2027');
      expect(list.text('[part=show-all]')).to.equal('Show all (1 later)');
      await list.counts('5 items', () => list.press('[part=show-all]'));
      expect(list.text('[part=show-all]')).to.equal('Next two months only');
      await expectAccessible(list.element);
    });

    it('sorts by its columns', async () => {
      await open().settled();
      expect(await list.sortBy('total')).to.equal('total ascending');
      expect(list.column('total')[0]).to.equal('CHF 10.00');
      expect(await list.sortBy('total')).to.equal('total descending');
      expect(list.column('total')[0]).to.equal('EUR 19.90');
      expect(await list.sortBy('subject')).to.equal('subject ascending');
    });

    it('tells the page how much is to pay, and shows it on the tab', async () => {
      await open().settled();
      expect(list.told).to.deep.equal(['kontor-count-change {"toPay":4,"overdue":2}']);
      expect(list.tabs.map(wordsOf)).to.deep.equal(['To pay 4', 'History']);
      await list.counts('5 items', () => list.press('[part=show-all]'));
      expect(list.told.length).to.equal(1);
    });

    it('tells it behind the history too, and draws nothing before it is looked at', async () => {
      await open({ view: 'history' }).settled();
      await list.until(() => list.told.length > 0);
      expect(list.told).to.deep.equal(['kontor-count-change {"toPay":4,"overdue":2}']);
      const behind = list.element.shadowRoot!.querySelector('kontor-internal-to-pay')!.shadowRoot!;
      expect(behind.querySelector('[role=grid]')).to.equal(null);
      await list.show('to-pay');
      expect(list.column('due').length).to.equal(4);
    });

    it('is calm where nothing is to pay', async () => {
      await open({ client: sampleClient({ toPay: [] }) }).settled();
      expect(list.notice).to.equal('Nothing to pay. All is settled.');
      await expectAccessible(list.element);
      list.element.client = sampleClient({ toPay: [toPayRow(1, '2027-06-01')] });
      await list.until(() => list.notice.startsWith('Nothing to pay until 22 Jan 2027'));
    });
  });

  describe('views', () => {
    it('change by click and by arrow keys, and the property follows', async () => {
      await open().settled();
      await list.show('history');
      expect(list.element.getAttribute('view')).to.equal('history');
      list.tabs[1]!.focus();
      await list.keys('ArrowLeft');
      expect(list.element.view).to.equal('to-pay');
      expect(list.element.shadowRoot!.activeElement).to.equal(list.tabs[0]);
      await list.keys('End');
      expect(list.element.view).to.equal('history');
    });

    it('may be set before and after the list is in the page; an unknown one is the first', async () => {
      open({ view: 'history' });
      await list.settled();
      expect(list.tabs[1]!.getAttribute('aria-selected')).to.equal('true');
      list.element.setAttribute('view', 'other');
      await list.update();
      expect(list.element.view).to.equal('to-pay');
    });

    it('ask for nothing before they are looked at', async () => {
      const { client, calls } = counted(sampleClient());
      await open({ client }).settled();
      expect(calls).to.deep.equal(['toPay']);
      await list.show('history');
      expect(calls).to.deep.equal(['toPay', 'invoices']);
    });
  });

  describe('keeps its size', () => {
    for (const view of ['to-pay', 'history'] as const) {
      it(`from the skeleton over rows to errors (${view})`, async () => {
        open({ view, client: sampleClient({ latency: never }) });
        await list.until(() => list.root?.querySelector('.placeholder'));
        const height = list.element.offsetHeight;
        expect(list.root!.querySelector('[role=grid]')!.getAttribute('aria-busy')).to.equal('true');
        await expectAccessible(list.element);
        list.element.client = sampleClient();
        await list.until(() => list.count);
        expect(list.element.offsetHeight).to.equal(height);
        const failing = sampleClient();
        failing.fail('KONTOR_CLIENT_UNREACHABLE');
        list.element.client = failing;
        await list.until(() => list.notice);
        expect(list.element.offsetHeight).to.equal(height);
      });
    }
  });

  describe('refuses with a reason', () => {
    it('without the billing right, names who can help, and asks for nothing', async () => {
      const { client, calls } = counted(sampleClient({ session: sampleSession({ billingRight: false }) }));
      await open({ client }).settled();
      expect(list.notice).to.equal(
        'You do not have the billing right in this organisation. ' +
          'These people can give it to you or look up an invoice: Beat Keller or Chiara Rossi.',
      );
      expect(calls).to.deep.equal([]);
      await expectAccessible(list.element);
    });

    it('without the feature', async () => {
      await open({ client: sampleClient({ session: { ...sampleSession(), features: [] } }) }).settled();
      expect(list.notice).to.equal('This portal does not show this information.');
    });

    it('after a failure, and tries again in place', async () => {
      const client = sampleClient();
      client.fail('KONTOR_CLIENT_UNREACHABLE');
      await open({ client }).settled();
      expect(list.notice).to.equal('The server cannot be reached at the moment. Try again');
      await expectAccessible(list.element);
      client.fail(undefined);
      await list.counts('4 items', () => list.press('[part=retry]'));
    });
  });

  it('reads both lists anew when the page says so', async () => {
    const client = sampleClient();
    await open({ client, view: 'history' }).settled();
    await list.show('to-pay');
    const later = sampleClient({ toPay: [toPayRow(1, TODAY)], invoices: [] });
    Object.assign(client, { toPay: later.toPay.bind(later), invoices: later.invoices.bind(later) });
    list.element.refresh();
    await list.until(() => list.count.startsWith('1 item '));
    await list.show('history');
    await list.until(() => list.notice.startsWith('There are no invoices'));
  });

  for (const locale of ['en-GB', 'de', 'fr', 'it', 'es']) {
    it(`says whole how late a thing is, beside its day, in a column of 262 pixels (${locale})`, async () => {
      await open({ locale, client: sampleClient({ toPay: [toPayRow(1, '2026-10-31')] }) }, 262).settled();
      await list.until(() => list.element.shadowRoot!.querySelector('.list:not(.wordless)'));
      const [badge] = [...list.root!.querySelectorAll<HTMLElement>('.row .badge')];
      expect(badge!.textContent).to.contain('22');
      const [state, day, row] = [badge!, list.root!.querySelector('.block .due')!, list.root!.querySelector('.block .row')!]
        .map((part) => part.getBoundingClientRect());
      expect(state!.left).to.be.at.least(day!.right);
      expect(state!.right).to.be.at.most(row!.right);
      expect(list.column('due')[0]).to.contain('2026');
    });
  }

  it('keeps old rows with the reason where a newer answer fails', async () => {
    const client = sampleClient();
    await open({ client }).settled();
    client.fail('KONTOR_CLIENT_OFFLINE');
    list.press('[part=show-all]');
    await list.until(() => list.text('.failed').startsWith('You are offline.'));
    expect(list.column('due').length).to.equal(4);
    expect(list.root!.querySelector('.stale')).to.not.equal(null);
    client.fail(undefined);
    await list.counts('5 items', () => list.press('[part=retry]'));
    expect(list.text('.failed')).to.equal('');
  });

  it('shows what a client has kept of another choice, says how many, and reads on in it', async () => {
    const client = sampleClient();
    await open({ client }).settled();
    const kept = sampleClient({ toPay: Array.from({ length: 60 }, (_, index) => toPayRow(index + 1, '2026-12-01')) });
    const toPay: KontorClient['toPay'] = async (query, options) => {
      options?.early?.(await kept.toPay(query), new Date());
      throw new KontorError('KONTOR_CLIENT_OFFLINE');
    };
    Object.assign(client, { toPay });
    list.press('[part=show-all]');
    await list.until(() => list.count.startsWith('60 items'));
    expect(list.text('.failed')).to.contain('You are offline.');
    expect(list.text('[part=old]')).to.contain('You are offline.');
    list.scrollTo(59);
    await list.until(() => list.column('about').includes('R-60'));
  });

  it('shows nothing of another organisation, and keeps the filters', async () => {
    await open({ view: 'history' }).settled();
    await list.counts('1 invoice', () => list.search('backup'));
    const other = sampleClient({ latency: never });
    list.element.client = other;
    await list.update();
    expect(list.root!.querySelectorAll('.block > .row:not(.placeholder)').length).to.equal(0);
    expect(list.totals.join('')).to.equal('');
    list.element.client = sampleClient();
    await list.until(() => list.count === '1 invoice');
  });

  it('ends its requests when it leaves, and asks anew when it is back', async () => {
    const signals: AbortSignal[] = [];
    const client = sampleClient();
    const real = client.toPay.bind(client);
    Object.assign(client, {
      toPay: (query: object, options: { signal: AbortSignal }) => {
        signals.push(options.signal);
        return signals.length === 1 ? never() : real(query, options);
      },
    });
    open({ client });
    await list.until(() => signals.length);
    list.page.remove();
    expect(signals[0]!.aborted).to.equal(true);
    document.body.append(list.page);
    await list.settled();
    expect(signals.length).to.equal(2);
  });

  describe('speaks', () => {
    const said: Record<string, [string, string]> = {
      'en-GB': ['4 items · Due by 22 Jan 2027', 'CHF 20.00'],
      'de-CH': ['4 Posten · Fällig bis 22.01.2027', 'CHF 20.00'],
      'fr-FR': ['4 éléments · Échéance jusqu’au 22/01/2027', 'CHF 20,00'],
      'it-IT': ['4 voci · In scadenza fino al 22/01/2027', 'CHF 20,00'],
      'es-ES': ['4 elementos · Con vencimiento hasta el 22/01/2027', 'CHF 20,00'],
    };
    for (const [locale, [count, amount]] of Object.entries(said)) {
      it(locale, async () => {
        open({ locale });
        await list.counts(count, () => {});
        expect(list.column('total')[0]).to.equal(amount);
        await expectAccessible(list.element);
      });
    }

    it('another language without being loaded anew, and stands in its place until the words are there', async () => {
      await open({ locale: 'en' }).settled();
      list.element.locale = 'it';
      await list.update();
      expect(getComputedStyle(list.element.shadowRoot!.querySelector('.list')!).visibility).to.equal('hidden');
      await list.until(() => list.tabs[0]!.textContent?.includes('Da pagare'));
    });
  });

  it('reads every failure of an unknown kind as the server’s', async () => {
    const client = sampleClient();
    Object.assign(client, { toPay: () => Promise.reject(new TypeError(`a fault on ${TODAY}`)) });
    await open({ client }).settled();
    expect(list.notice).to.contain('Something went wrong on the server.');
    expect(new KontorError('KONTOR_INTERNAL', '').code).to.equal('KONTOR_INTERNAL');
  });
});
