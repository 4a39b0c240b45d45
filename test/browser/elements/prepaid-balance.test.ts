import { expect } from '@open-wc/testing';
import { ageText } from '../../../widgets/elements/prepaid-balance/age-controller.ts';
import { trendPath } from '../../../widgets/elements/prepaid-balance/balance-trend.ts';
import { expectAccessible } from '../../support/a11y.ts';
import { PrepaidBalanceHarness, type PrepaidBalanceSetting } from '../../support/harnesses/prepaid-balance.harness.ts';
import { chf, prepaidBalance, PrepaidDouble, prepaidOutlook } from '../../support/prepaid-sample.ts';

const never = (): Promise<void> => new Promise(() => {});
const SHORT = prepaidOutlook({ coveredUntil: '2026-12-02', shortfall: chf(10_700) });

describe('<kontor-prepaid-balance>', () => {
  let page: PrepaidBalanceHarness;
  let server: PrepaidDouble;
  const open = (double: PrepaidDouble, setting: PrepaidBalanceSetting = {}, width?: number): PrepaidBalanceHarness => {
    server = double;
    return (page = new PrepaidBalanceHarness({ client: double.client, ...setting }, width));
  };
  afterEach(() => page.leave());

  it('shows the figure, its age, where it comes from and how far it reaches', async () => {
    await open(new PrepaidDouble()).settled();
    expect(page.available).to.equal('CHF 1,234.50');
    expect(page.age).to.equal('As of now');
    expect(page.states).to.deep.equal([]);
    expect(page.outlook).to.deep.equal(['Covers renewals until 14 Mar 2027', 'Then kSuite on 15 Mar 2027: CHF 119.40']);
    expect(page.texts('.part')).to.deep.equal([
      'Paid in CHF 1,234.50', 'Reserved CHF 0.00', 'Free credit CHF 34.50 CHF 20.00 of it ends on 03 Jan 2027', 'On the way CHF 0.00',
    ]);
    expect(page.texts('figcaption > span')).to.deep.equal(['Last 90 days', 'Lowest CHF 100.00', 'Highest CHF 1,234.50', 'Now CHF 1,234.50']);
    expect(page.told).to.deep.equal([
      'kontor-balance-change {"available":{"amount":123450,"currency":"CHF"},"low":false,"asOf":"2026-11-22T09:30:00Z"}',
    ]);
    expect(server.calls).to.deep.equal(['balance', 'outlook']);
    await expectAccessible(page.element);
  });

  it('says that it is low, that something is owed and what is missing, with text and icon', async () => {
    const low = prepaidBalance({ available: chf(1999), owed: chf(1250) });
    await open(new PrepaidDouble({ balance: low, outlook: SHORT })).settled();
    expect(page.states).to.deep.equal(['CHF 12.50 owed: the next top-up settles it first', 'Low: below CHF 20.00']);
    expect(page.root!.querySelectorAll('.state svg').length).to.equal(2);
    expect(page.outlook).to.deep.equal(['Covers renewals until 02 Dec 2026', 'CHF 107.00 is missing for the next two months']);
    expect(page.text('[part=top-up-shortfall]')).to.equal('Top up CHF 107.00');
    await expectAccessible(page.element);
    page.element.lowBelow = 1999;
    await page.update();
    expect(page.states.length).to.equal(1);
    page.element.setAttribute('low-below', '5000');
    await page.update();
    expect(page.states[1]).to.equal('Low: below CHF 50.00');
  });

  it('says where all is covered, and where not even what is due is', async () => {
    await open(new PrepaidDouble({ outlook: prepaidOutlook({ coveredUntil: null, uncovered: null }) })).settled();
    expect(page.outlook).to.deep.equal(['Covers all renewals until 22 Nov 2027', 'Nothing is missing for the next two months']);
    const outlook = prepaidOutlook({ coveredUntil: '2026-11-10', shortfall: chf(120), trend: [] });
    page.element.client = new PrepaidDouble({ outlook }).client;
    await page.until(() => page.outlook[0] === 'Does not cover what is due now');
    // What is missing is less than one top-up can be.
    expect(page.outlook[1]).to.equal('CHF 1.20 is missing for the next two months');
    expect(page.text('[part=top-up-shortfall]')).to.equal('Top up CHF 5.00');
  });

  it('writes a negative and a very long figure exactly', async () => {
    await open(new PrepaidDouble({ balance: prepaidBalance({ available: chf(-5) }) })).settled();
    expect(page.available).to.equal('CHF −0.05');
    page.element.client = new PrepaidDouble({ balance: prepaidBalance({ available: chf(123_456_789_055) }) }).client;
    await page.until(() => page.available === 'CHF 1,234,567,890.55');
    page.page.style.inlineSize = '288px';
    expect(page.element.scrollWidth).to.be.at.most(288);
  });

  for (const compact of [false, true]) {
    it(`keeps its size from the skeleton over the figure to failures${compact ? ', arranged for a popup' : ''}`, async () => {
      const slow = new PrepaidDouble();
      slow.latency = never;
      open(slow, { compact }, compact ? 368 : 640);
      await page.until(() => page.root?.querySelector('[aria-busy=true] i'));
      const height = page.element.offsetHeight;
      await expectAccessible(page.element);
      const cases = [new PrepaidDouble(), new PrepaidDouble({ outlook: SHORT }), new PrepaidDouble({ billingRight: false })];
      for (const each of cases) {
        page.element.client = each.client;
        await page.update();
        await page.settled();
        expect(page.element.offsetHeight).to.equal(height);
      }
      const failing = new PrepaidDouble();
      failing.failure = 'KONTOR_CLIENT_UNREACHABLE';
      page.element.client = failing.client;
      await page.until(() => page.notice.startsWith('The server'));
      expect(page.element.offsetHeight).to.equal(height);
    });
  }

  it('leaves to the movements what a popup has no room for', async () => {
    await open(new PrepaidDouble({ outlook: SHORT }), { compact: true }, 368).settled();
    expect(page.texts('.part')).to.deep.equal([]);
    expect(page.root!.querySelector('.figure svg path')).to.not.equal(null);
    expect(page.text('[part=top-up]')).to.equal('Top up CHF 107.00');
    await expectAccessible(page.element);
    await page.showMovements();
    expect(page.texts('.part').length).to.equal(4);
  });

  describe('refuses with a reason', () => {
    it('without the billing right, names who can help, and asks for nothing', async () => {
      await open(new PrepaidDouble({ billingRight: false })).settled();
      expect(page.notice).to.equal(
        'You do not have the billing right in this organisation. These people can give it to you or top up: Beat Keller or Chiara Rossi.',
      );
      expect(server.calls).to.deep.equal([]);
      await expectAccessible(page.element);
    });

    it('without the feature', async () => {
      await open(new PrepaidDouble({ features: [] })).settled();
      expect(page.notice).to.equal('This portal does not show this information.');
    });

    it('and offers no top-up where the session has none', async () => {
      await open(new PrepaidDouble({ features: ['prepaid:read'], outlook: SHORT })).settled();
      expect(page.root!.querySelector('[part=top-up], [part=top-up-shortfall]')).to.equal(null);
      expect(page.outlook[1]).to.equal('CHF 107.00 is missing for the next two months');
    });

    it('after a failure, and tries again in place', async () => {
      const double = new PrepaidDouble();
      double.failure = 'KONTOR_CLIENT_UNREACHABLE';
      await open(double).settled();
      expect(page.notice).to.equal('The server cannot be reached at the moment. Try again');
      await expectAccessible(page.element);
      double.failure = undefined;
      page.press('.notice [part=retry]');
      await page.until(() => page.available === 'CHF 1,234.50');
    });

    it('where only the outlook fails, in its place', async () => {
      const double = new PrepaidDouble();
      const real = double.client.prepaidOutlook;
      Object.assign(double.client, { prepaidOutlook: () => Promise.reject(new Error('no')) });
      await open(double).settled();
      expect(page.text('.outlook p')).to.equal('Something went wrong on the server.');
      expect(page.available).to.equal('CHF 1,234.50');
      Object.assign(double.client, { prepaidOutlook: real });
      page.press('.outlook [part=retry]');
      await page.until(() => page.outlook[0]?.startsWith('Covers'));
    });
  });

  describe('is honest about its age', () => {
    it('with an older figure that the client had kept, until there is an answer', async () => {
      const double = new PrepaidDouble();
      double.kept = { value: prepaidBalance({ available: chf(9900) }), at: new Date(Date.now() - 3 * 3_600_000) };
      let answer = (): void => {};
      double.latency = () => new Promise((resolve) => (answer = resolve));
      open(double);
      await page.until(() => page.available === 'CHF 99.00');
      expect(page.age).to.equal('As of 3 hours ago');
      expect(page.root!.querySelector('.refresh')!.getAttribute('aria-busy')).to.equal('true');
      const { offsetHeight } = page.element;
      double.latency = () => Promise.resolve();
      answer();
      page.element.refresh();
      await page.until(() => page.available === 'CHF 1,234.50');
      expect(page.age).to.equal('As of now');
      expect(page.element.offsetHeight).to.equal(offsetHeight);
    });

    it('and says why it could not be read anew', async () => {
      const double = new PrepaidDouble();
      await open(double).settled();
      double.failure = 'KONTOR_CLIENT_OFFLINE';
      page.press('.refresh');
      await page.until(() => page.states.includes('You are offline. What you see may be out of date.'));
      expect(page.available).to.equal('CHF 1,234.50');
      await expectAccessible(page.element);
      double.failure = undefined;
      double.balance = prepaidBalance({ available: chf(100) });
      window.dispatchEvent(new Event('online'));
      await page.until(() => page.available === 'CHF 1.00');
      expect(page.told.length).to.equal(2);
      expect(page.told[1]).to.contain('"low":true');
    });

    it('in whole minutes, hours and days', () => {
      const now = new Date('2026-11-22T12:00:00Z');
      const said = [0, 59, 60, 119, 3600, 86_399, 86_400 * 3, -5].map((age) => ageText(new Date(now.getTime() - age * 1000), now, 'de-CH'));
      expect(said).to.deep.equal(['jetzt', 'jetzt', 'vor 1 Minute', 'vor 1 Minute', 'vor 1 Stunde', 'vor 23 Stunden', 'vor 3 Tagen', 'jetzt']);
    });
  });

  it('draws what was available at the end of each day, from nothing up', () => {
    expect(trendPath([0, 50, 100])).to.equal('M0 40.0H1V20.0H2V0.0H3');
    expect(trendPath([7, 7])).to.equal('M0 0.0H1V0.0H2');
    expect(trendPath([0, 0])).to.equal('M0 40.0H1V40.0H2');
    expect(trendPath([-100, 100])).to.equal('M0 40.0H1V0.0H2');
    expect(trendPath([])).to.equal('');
  });

  it('shows nothing of another organisation', async () => {
    await open(new PrepaidDouble()).settled();
    const slow = new PrepaidDouble();
    slow.latency = never;
    page.element.client = slow.client;
    await page.update();
    expect(page.available).to.equal('');
    expect(page.text('.reach')).to.equal('');
  });

  it('ends its requests when it leaves, and asks anew when it is back', async () => {
    const double = new PrepaidDouble();
    double.latency = never;
    open(double);
    await page.until(() => double.signals.length === 2);
    page.page.remove();
    expect(double.signals.map(({ aborted }) => aborted)).to.deep.equal([true, true]);
    double.latency = () => Promise.resolve();
    document.body.append(page.page);
    await page.settled();
    expect(page.available).to.equal('CHF 1,234.50');
    page.leave();
    double.calls.length = 0;
    window.dispatchEvent(new Event('online'));
    expect(double.calls).to.deep.equal([]);
  });

  describe('speaks', () => {
    const said: Record<string, [age: string, outlook: string, amount: string]> = {
      'en-GB': ['As of now', 'Covers renewals until 14 Mar 2027', 'CHF 1,234.50'],
      'de-CH': ['Stand: jetzt', 'Deckt Verlängerungen bis 14.03.2027', 'CHF 1’234.50'],
      'fr-FR': ['Mis à jour : maintenant', 'Couvre les renouvellements jusqu’au 14/03/2027', 'CHF 1 234,50'],
      'it-IT': ['Aggiornato: ora', 'Copre i rinnovi fino al 14/03/2027', 'CHF 1.234,50'],
      'es-ES': ['Actualizado: ahora', 'Cubre las renovaciones hasta el 14/03/2027', 'CHF 1.234,50'],
    };
    for (const [locale, [age, reach, amount]] of Object.entries(said)) {
      it(locale, async () => {
        open(new PrepaidDouble(), { locale });
        await page.until(() => page.age === age);
        expect(page.outlook[0]).to.equal(reach);
        expect(page.available.replace("'", '’')).to.equal(amount);
        await expectAccessible(page.element);
      });
    }
  });
});
