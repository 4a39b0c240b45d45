import { expect } from '@open-wc/testing';
import { KontorError } from '../../../shared/client/kontor-error.ts';
import { expectAccessible } from '../../support/a11y.ts';
import { PrepaidBalanceHarness, type PrepaidBalanceSetting } from '../../support/harnesses/prepaid-balance.harness.ts';
import { chf, prepaidBalance, PrepaidDouble, prepaidOutlook } from '../../support/prepaid-sample.ts';
import { wordsOf } from '../../support/words-of.ts';

const ID = '0190dd00-0000-7000-8000-000000000001';

/** Something that a test ends when it is time. */
function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

describe('<kontor-prepaid-balance> top-up', () => {
  const pages: PrepaidBalanceHarness[] = [];
  const open = (double: PrepaidDouble, setting: PrepaidBalanceSetting = {}, width?: number): Promise<PrepaidBalanceHarness> => {
    const page = new PrepaidBalanceHarness({ client: double.client, ...setting }, width);
    pages.push(page);
    return page.settled();
  };
  const later = globalThis.setTimeout;
  const online = Object.getOwnPropertyDescriptor(Navigator.prototype, 'onLine')!;
  afterEach(() => {
    pages.splice(0).forEach((page) => page.leave());
    globalThis.setTimeout = later;
    Object.defineProperty(Navigator.prototype, 'onLine', online);
  });

  /** Lets no time pass over the pauses between questions. @returns the pauses */
  function skipPauses(): number[] {
    const pauses: number[] = [];
    globalThis.setTimeout = ((act: () => void, pause = 0) => {
      const ours = pause >= 1000 && pause < 10_000;
      if (ours) pauses.push(pause);
      return later(act, ours ? 0 : pause);
    }) as typeof setTimeout;
    return pauses;
  }

  it('charges the card, tells what came of it, and the balance follows', async () => {
    const double = new PrepaidDouble();
    const page = await open(double);
    await page.openTopUp();
    expect(page.focused?.id).to.equal('amount');
    expect(page.text('#test-card', page.topUp)).to.contain('no real money moves');
    expect(page.text('#bounds', page.topUp)).to.equal('From CHF 5.00 to CHF 10,000.00.');
    await expectAccessible(page.element);
    await page.enter('50');
    expect(page.text('[type=submit]', page.topUp)).to.equal('Top up CHF 50.00');
    page.pay();
    await page.until(() => page.outcome === 'CHF 50.00 has been added to the balance.');
    await page.until(() => page.available === 'CHF 1,284.50');
    expect(page.told.slice(1)).to.deep.equal([
      'kontor-top-up-request {"amount":{"amount":5000,"currency":"CHF"},"card":"approved"}',
      `kontor-top-up-made {"topUp":"${ID}","amount":{"amount":5000,"currency":"CHF"}}`,
      'kontor-balance-change {"available":{"amount":128450,"currency":"CHF"},"low":false,"asOf":"2026-11-22T09:30:00Z"}',
    ]);
    expect(page.text('.outcome button', page.topUp)).to.equal('Done');
    await expectAccessible(page.element);
    await page.keys('Enter');
    await page.until(() => !page.dialog!.open);
    await page.openTopUp();
    expect(page.outcome).to.equal('');
  });

  it('begins with what is missing, exactly', async () => {
    const page = await open(new PrepaidDouble({ outlook: prepaidOutlook({ shortfall: chf(10_735) }), balance: prepaidBalance({ owed: chf(400) }) }));
    await page.openTopUp('[part=top-up-shortfall]');
    expect(page.field.value).to.equal('107.35');
    const presets = [...page.topUp!.querySelectorAll('.preset')];
    expect(presets.map(wordsOf)).to.deep.equal(['20.00', '50.00', '100.00', '200.00', 'Missing amount107.35']);
    expect(presets.map((preset) => preset.getAttribute('aria-pressed'))).to.deep.equal(['false', 'false', 'false', 'false', 'true']);
    expect(page.text('.fields > .hint', page.topUp)).to.equal('CHF 4.00 of it settles what is owed.');
    (presets[2] as HTMLElement).click();
    await page.update();
    expect(page.field.value).to.equal('100.00');
  });

  it('explains what it does not take, and charges nothing', async () => {
    const double = new PrepaidDouble();
    const page = await open(double);
    await page.openTopUp();
    const said = [];
    for (const amount of ['', '4.99', '10000.01', 'fifty']) {
      await page.tops(amount);
      await page.update();
      said.push(page.text('#bounds', page.topUp));
      expect(page.field.getAttribute('aria-invalid')).to.equal('true');
    }
    expect(said).to.deep.equal(['Enter an amount such as 50.00.', 'At least CHF 5.00.', 'At most CHF 10,000.00 at a time.', 'Enter an amount such as 50.00.']);
    expect(page.focused?.id).to.equal('amount');
    expect(double.keys).to.deep.equal([]);
    expect(page.told.length).to.equal(1);
    await expectAccessible(page.element);
  });

  it('reads amounts as the language writes them', async () => {
    const double = new PrepaidDouble();
    const page = await open(double, { locale: 'de-CH' });
    await page.until(() => page.age.startsWith('Stand'));
    await page.tops('1’234.50');
    await page.until(() => page.outcome.includes('gutgeschrieben'));
    expect(double.calls.find((call) => call.startsWith('top-up'))).to.equal('top-up 123450 approved');
  });

  it('leaves it to the page where it says so', async () => {
    const double = new PrepaidDouble();
    const page = await open(double);
    page.cancelled.add('kontor-top-up-request');
    await page.openTopUp();
    await page.keys('Escape');
    await page.until(() => !page.dialog!.open);
    expect(page.focused?.getAttribute('part')).to.equal('top-up');
    await page.tops('20');
    await page.until(() => !page.dialog!.open);
    expect(double.keys).to.deep.equal([]);
  });

  it('says that the card was declined, and lets another one be tried', async () => {
    const page = await open(new PrepaidDouble());
    await page.tops('20', 'declined');
    await page.until(() => page.outcome === 'The card was declined. CHF 20.00 was not charged.');
    await expectAccessible(page.element);
    page.press('.outcome .primary', page.topUp);
    await page.update();
    expect(page.field.value).to.equal('20');
    await page.tops('20', 'approved');
    await page.until(() => page.outcome.startsWith('CHF 20.00 has been added'));
  });

  it('follows a late card with growing pauses, also when the panel is closed', async () => {
    const pauses = skipPauses();
    const double = new PrepaidDouble();
    double.states = ['pending', 'pending', 'pending', 'settled'];
    const hold = gate();
    const page = await open(double);
    const ask = double.client.topUpState.bind(double.client);
    let asked = 0;
    // The first question fails; that is no news of the payment.
    Object.assign(double.client, {
      topUpState: async (...of: Parameters<typeof ask>) => {
        asked += 1;
        if (asked === 1) throw new KontorError('KONTOR_CLIENT_UNREACHABLE');
        if (asked === 4) await hold.opened;
        return ask(...of);
      },
    });
    await page.tops('50', 'late');
    await page.until(() => page.outcome.startsWith('The payment of CHF 50.00 is under way. You may close this panel.'));
    await page.until(() => page.texts('.part').includes('On the way CHF 50.00'));
    await expectAccessible(page.element);
    page.press('[aria-label=Close]', page.topUp);
    await page.until(() => !page.dialog!.open);
    hold.open();
    await page.until(() => page.available === 'CHF 1,284.50');
    expect(page.announced).to.equal('CHF 50.00 has been added to the balance.');
    expect(pauses.slice(0, 4)).to.deep.equal([1000, 1500, 2250, 3375]);
    expect(page.told.filter((event) => event.startsWith('kontor-top-up-made')).length).to.equal(1);
  });

  it('says that a payment was taken back', async () => {
    skipPauses();
    const double = new PrepaidDouble();
    double.states = ['charged-back'];
    const page = await open(double);
    await page.tops('50', 'late');
    await page.until(() => page.outcome === 'The payment of CHF 50.00 was taken back.');
  });

  describe('is never paid twice', () => {
    it('by two presses', async () => {
      const double = new PrepaidDouble();
      const hold = gate();
      double.payment = () => hold.opened;
      const page = await open(double);
      await page.tops('50');
      page.pay();
      await page.until(() => page.text('[type=submit]', page.topUp) === 'Paying…');
      page.pay();
      await expectAccessible(page.element);
      hold.open();
      await page.until(() => page.outcome.includes('has been added'));
      expect(double.keys.length).to.equal(1);
    });

    it('by two windows: the second one says so and waits', async () => {
      const double = new PrepaidDouble();
      const hold = gate();
      double.payment = () => hold.opened;
      const [one, two] = [await open(double), await open(double)];
      await one.tops('50');
      await one.until(() => double.keys.length === 1);
      one.press('[aria-label=Close]', one.topUp);
      await one.until(() => !one.dialog!.open);
      await two.tops('50');
      await two.until(() => two.outcome === 'A top-up is being paid in another window. Wait until it is done.');
      await expectAccessible(two.element);
      hold.open();
      await two.until(() => two.text('.note', two.topUp) === 'The other window is done. Look at the balance before you top up again.');
      await two.until(() => two.available === 'CHF 1,284.50');
      expect(double.keys.length).to.equal(1);
    });

    it('by trying again where no answer came: the same key', async () => {
      const double = new PrepaidDouble();
      double.payment = () => Promise.reject(new KontorError('KONTOR_CLIENT_TIMEOUT'));
      const page = await open(double);
      await page.tops('50');
      await page.until(() => page.outcome.startsWith('It is not certain that the payment arrived.'));
      expect(page.focused?.textContent?.trim()).to.equal('Close');
      await expectAccessible(page.element);
      // Closed and opened again it is the same act still.
      page.press('[aria-label=Close]', page.topUp);
      await page.until(() => !page.dialog!.open);
      await page.openTopUp();
      expect(page.outcome).to.contain('It is not certain');
      double.payment = () => Promise.resolve();
      page.press('.outcome .primary', page.topUp);
      await page.until(() => page.outcome.startsWith('CHF 50.00 has been added'));
      expect(double.keys.length).to.equal(2);
      expect(new Set(double.keys).size).to.equal(1);
    });

    it('by moving the element while it pays', async () => {
      const double = new PrepaidDouble();
      const hold = gate();
      double.payment = () => hold.opened;
      const page = await open(double);
      await page.tops('50');
      await page.until(() => double.keys.length === 1);
      page.leave();
      document.body.append(page.page);
      hold.open();
      await page.until(() => page.outcome.startsWith('It is not certain'));
      page.press('.outcome .primary', page.topUp);
      await page.until(() => page.outcome.includes('has been added'));
      expect(new Set(double.keys).size).to.equal(1);
    });
  });

  it('may be changed after a plain refusal, with another key', async () => {
    const double = new PrepaidDouble();
    double.payment = () => Promise.reject(new KontorError('KONTOR_AMOUNT_OUT_OF_RANGE'));
    const page = await open(double);
    await page.tops('50');
    await page.until(() => page.text('.note', page.topUp) === 'The top-up was not accepted. Nothing was charged.');
    await expectAccessible(page.element);
    double.payment = () => Promise.resolve();
    await page.tops('20');
    await page.until(() => page.outcome.includes('has been added'));
    expect(new Set(double.keys).size).to.equal(2);
  });

  it('is refused offline, with the reason', async () => {
    const double = new PrepaidDouble();
    const page = await open(double);
    Object.defineProperty(Navigator.prototype, 'onLine', { configurable: true, get: () => false });
    await page.tops('50');
    await page.until(() => page.text('.note', page.topUp) === 'You are offline. A top-up needs a connection; nothing was charged.');
    expect(double.keys).to.deep.equal([]);
  });

  it('closes and forgets when the organisation changes', async () => {
    const double = new PrepaidDouble();
    double.payment = () => Promise.reject(new KontorError('KONTOR_CLIENT_TIMEOUT'));
    const page = await open(double);
    await page.tops('50');
    await page.until(() => page.outcome !== '');
    page.element.client = new PrepaidDouble().client;
    await page.until(() => !page.dialog!.open);
    await page.settled();
    await page.openTopUp();
    expect(page.outcome).to.equal('');
  });

  it('stops asking when the element leaves', async () => {
    const double = new PrepaidDouble();
    double.states = ['pending'];
    const page = await open(double);
    skipPauses();
    await page.tops('50', 'late');
    await page.until(() => double.calls.includes('state'));
    page.leave();
    const before = double.calls.length;
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(double.calls.slice(before)).to.deep.equal([]);
  });
});
