import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/a11y.ts';
import { PromoCodeHarness, type PromoCodeSetting } from '../../support/harnesses/promo-code.harness.ts';
import { PromoClient, type PromoSample } from '../../support/promo-sample.ts';

const never = (): Promise<void> => new Promise(() => {});

describe('<kontor-promo-code>', () => {
  let promo: PromoCodeHarness;
  let client: PromoClient;
  const open = (sample: PromoSample = {}, setting: PromoCodeSetting = {}, width?: number): PromoCodeHarness => {
    client = new PromoClient(sample);
    return (promo = new PromoCodeHarness({ client, ...setting }, width));
  };
  afterEach(() => promo.leave());

  describe('shows the newest open order', () => {
    it('with what each code takes off or why not, and the total', async () => {
      await open({ cart: { codes: ['welcome-10', 'DRIVE-50'] } }).settled();
      await promo.until(() => promo.text('.reason'));
      expect(promo.codes).to.deep.equal(['WELCOME-10 −10% −11.88', 'DRIVE-50 – Needs in the cart: kDrive.']);
      expect(promo.totals).to.deep.equal(['Net price CHF 118.80', 'Discount CHF −11.88', 'VAT 8.1% CHF 8.66', 'Total CHF 115.58']);
      expect(promo.method).to.equal('card');
      expect(promo.last('kontor-order-change')).to.deep.include({ revision: 1, state: 'open', paymentMethod: 'card' });
      await expectAccessible(promo.element);
    });

    it('or the one that the page names', async () => {
      open({}, { order: '0190ab00-0000-7000-8000-00000000ffff' });
      await promo.settled();
      expect(promo.text('.notice')).to.contain('This no longer exists, or you no longer have access.');
      promo.element.order = (await client.present()).id;
      await promo.until(() => promo.total === 'Total CHF 128.42');
    });
  });

  describe('adds codes', () => {
    it('by Enter, and says what came of each; the focus stays in the emptied field', async () => {
      await open().settled();
      await promo.apply('hosting-20');
      expect(promo.codes).to.deep.equal(['HOSTING-20 −20.00']);
      expect(promo.total).to.equal('Total CHF 106.80');
      expect(promo.field.value).to.equal('');
      expect(promo.focused).to.equal('field');
      expect(promo.spoken).to.equal('HOSTING-20: CHF −20.00. Total: CHF 106.80.');
      expect(promo.names).to.deep.equal(['promo-code-apply', 'promo-code-applied']);
      expect(promo.last('kontor-promo-code-apply')).to.deep.include({ codes: ['hosting-20'] });
    });

    it('many at once from a pasted list, each with its own result', async () => {
      await open().settled();
      promo.paste('HOSTING-20\nnope\r\n CARD-5; OLD-2025');
      expect(promo.field.value).to.equal('HOSTING-20, nope, CARD-5; OLD-2025');
      await promo.press('apply');
      expect(promo.codes).to.deep.equal([
        'HOSTING-20 −20.00',
        'NOPE – There is no such code. Check how it is spelled.',
        'CARD-5 −5.00',
        'OLD-2025 – Expired: it counted until 31 Dec 2025.',
      ]);
      await expectAccessible(promo.element);
    });

    it('whose refusals nothing can mend go with the next act; the others stay', async () => {
      await open().settled();
      await promo.apply('nope DRIVE-50');
      await promo.apply('CARD-5');
      expect(promo.codes).to.deep.equal(['DRIVE-50 – Needs in the cart: kDrive.', 'CARD-5 −5.00']);
    });

    it('only with the consent of the page', async () => {
      await open().settled();
      promo.cancelled.add('kontor-promo-code-apply');
      await promo.apply('CARD-5');
      expect(promo.codes).to.deep.equal([]);
      expect(promo.field.value).to.equal('CARD-5');
    });

    it('once for two presses', async () => {
      let answer = (): void => {};
      await open({ latency: (call) => (call === 'changeOrder' ? new Promise((resolve) => (answer = resolve)) : undefined) }).settled();
      promo.type('CARD-5');
      await promo.keys('Enter', 'Enter');
      await promo.until(() => client.calls.includes('changeOrder'));
      await promo.keys('Enter');
      answer();
      await promo.until(() => promo.codes.length);
      expect(client.calls.filter((call) => call === 'changeOrder').length).to.equal(1);
    });

    it('and asks for one where none is typed', async () => {
      await open().settled();
      await promo.press('apply');
      expect(promo.message).to.equal('Enter a promo code.');
      expect(promo.field.getAttribute('aria-invalid')).to.equal('true');
      expect(promo.focused).to.equal('field');
    });

    it('once a payment method is chosen, and leads there', async () => {
      await open({ cart: { paymentMethod: null } }).settled();
      expect(promo.text('.hint')).to.equal('Choose a payment method first: it decides which codes count.');
      await promo.apply('CARD-5');
      expect(promo.message).to.equal('Choose a payment method first: it decides which codes count.');
      expect(promo.focused).to.equal('prepaid');
      await expectAccessible(promo.element);
      await promo.choose('card');
      expect(promo.field.value).to.equal('CARD-5');
      await promo.press('apply');
      expect(promo.codes).to.deep.equal(['CARD-5 −5.00']);
    });
  });

  describe('tries codes out', () => {
    it('without changing anything, then applies or leaves them', async () => {
      await open({ cart: { codes: ['WELCOME-10'] } }).settled();
      promo.type('HOSTING-20 ALONE-30');
      await promo.press('try');
      expect(promo.review).to.equal(
        'Trial: nothing is changed yet Would not count ALONE-30 Does not count together with the codes before it. ' +
          'Would count WELCOME-10 −11.88 HOSTING-20 −20.00 Total: CHF 93.96 instead of CHF 115.58 Apply Close',
      );
      expect(client.calls).to.deep.equal(['orders', 'tryCart']);
      await expectAccessible(promo.element);
      await promo.press('keep');
      expect(promo.review).to.equal('');
      expect(promo.focused).to.equal('field');
      expect(promo.field.value).to.equal('HOSTING-20 ALONE-30');
      await promo.press('try');
      await promo.press('confirm');
      expect(promo.codes.length).to.equal(3);
      expect(promo.field.value).to.equal('');
      expect(promo.focused).to.equal('field');
      expect(promo.names).to.deep.equal(['promo-code-apply', 'promo-code-applied']);
    });
  });

  describe('removes codes', () => {
    it('with a way back in the same place, which takes the focus', async () => {
      await open({ cart: { codes: ['WELCOME-10', 'CARD-5'] } }).settled();
      await promo.remove('WELCOME-10');
      expect(promo.codes).to.deep.equal(['WELCOME-10 removed. Undo', 'CARD-5 −5.00']);
      expect(promo.focused).to.equal('undo');
      expect(promo.spoken).to.equal('WELCOME-10 removed. Total: CHF 123.02.');
      await expectAccessible(promo.element);
      await promo.keys('Enter');
      await promo.until(() => promo.codes[0] === 'WELCOME-10 −10% −11.88');
      await promo.idle();
      expect(promo.focused).to.equal('Remove WELCOME-10');
      expect(promo.names).to.deep.equal(['promo-code-remove', 'promo-code-removed', 'promo-code-apply', 'promo-code-applied']);
    });

    it('and forgets the way back with the next act', async () => {
      await open({ cart: { codes: ['WELCOME-10', 'CARD-5'] } }).settled();
      await promo.remove('CARD-5');
      await promo.apply('HOSTING-20');
      expect(promo.codes).to.deep.equal(['WELCOME-10 −10% −11.88', 'HOSTING-20 −20.00']);
    });

    it('only with the consent of the page', async () => {
      await open({ cart: { codes: ['CARD-5'] } }).settled();
      promo.cancelled.add('kontor-promo-code-remove');
      await promo.remove('CARD-5');
      expect(promo.codes).to.deep.equal(['CARD-5 −5.00']);
    });
  });

  describe('keeps its size', () => {
    it('from the skeleton over the form to a failure', async () => {
      open({ latency: never }, { placeable: true });
      await promo.until(() => promo.root.querySelector('.waiting'));
      const height = promo.element.offsetHeight;
      expect(promo.root.querySelector('.promo')!.getAttribute('aria-busy')).to.equal('true');
      await expectAccessible(promo.element);
      promo.element.client = new PromoClient();
      await promo.settled();
      expect(promo.element.offsetHeight).to.equal(height);
      const failing = new PromoClient();
      failing.fail('KONTOR_CLIENT_UNREACHABLE');
      promo.element.client = failing;
      await promo.until(() => promo.text('.notice'));
      expect(promo.element.offsetHeight).to.equal(height);
      await expectAccessible(promo.element);
      failing.fail(undefined);
      await promo.press('retry');
      await promo.until(() => promo.total === 'Total CHF 128.42');
      expect(promo.element.offsetHeight).to.equal(height);
    });

    it('without an open order, and then checks what a code offers', async () => {
      open({ latency: never }, { placeable: true });
      await promo.until(() => promo.root.querySelector('.waiting'));
      const height = promo.element.offsetHeight;
      promo.element.client = new PromoClient({ none: true });
      await promo.settled();
      expect(promo.element.offsetHeight).to.equal(height);
      expect(promo.text('.no-order')).to.equal('There is no open order. You can still check what a code offers.');
      await expectAccessible(promo.element);
      await promo.apply('HOSTING-20 OLD-2025');
      expect(promo.text('.answers')).to.equal(
        'HOSTING-20 CHF 20.00 off the net price For web hosting or domain name OLD-2025 Expired: it counted until 31 Dec 2025.',
      );
      await expectAccessible(promo.element);
    });
  });

  it('only checks where the page says so, and asks for no order', async () => {
    await open({}, { check: true }, 320).settled();
    await promo.apply('card-5 spring-27');
    expect(promo.text('.answers')).to.equal(
      'CARD-5 CHF 5.00 off the net price For any product Paid by: Card or Prepaid balance ' +
        'SPRING-27 Counts from 01 Mar 2027 on. 10% off the net price For any product From 01 Mar 2027 on',
    );
    expect(client.calls).to.deep.equal(['checkPromoCode', 'checkPromoCode']);
    expect(promo.focused).to.equal('field');
  });

  describe('refuses with a reason', () => {
    it('without the billing right, names who can help, and asks for nothing', async () => {
      await open({ organisation: { billingRight: false } }).settled();
      expect(promo.text('.notice')).to.equal(
        'You do not have the billing right in this organisation. ' +
          'These people can give it to you or place the order: Beat Keller or Chiara Rossi.',
      );
      expect(client.calls).to.deep.equal([]);
      await expectAccessible(promo.element);
    });

    it('without the feature', async () => {
      await open({ features: [] }).settled();
      expect(promo.text('.notice')).to.equal('This portal does not show this information.');
    });

    it('where an act fails, and tries again without losing what was typed', async () => {
      await open().settled();
      client.refuse('KONTOR_CLIENT_OFFLINE');
      await promo.apply('CARD-5');
      expect(promo.message).to.equal('You are offline. What you see may be out of date. Try again');
      expect(promo.field.value).to.equal('CARD-5');
      await promo.press('retry');
      expect(promo.codes).to.deep.equal(['CARD-5 −5.00']);
    });
  });

  it('shows nothing of another organisation', async () => {
    await open({ cart: { codes: ['CARD-5'] } }).settled();
    promo.type('WELCOME-10');
    await promo.press('try');
    promo.element.client = new PromoClient({ latency: never });
    await promo.until(() => promo.root.querySelector('.waiting'));
    expect(promo.root.textContent).to.not.contain('CARD-5');
    expect(promo.root.querySelector<HTMLInputElement>('[type="text"]')!.value).to.equal('');
    expect(promo.element.value).to.equal('');
  });

  it('ends its requests when it leaves, and asks anew when it is back', async () => {
    open({ latency: (call) => (client.calls.filter((name) => name === call).length === 1 && call === 'orders' ? never() : undefined) });
    await promo.until(() => client.signals.length);
    promo.page.remove();
    expect(client.signals[0]!.aborted).to.equal(true);
    document.body.append(promo.page);
    await promo.settled();
    expect(client.calls).to.deep.equal(['orders', 'orders']);
  });
});
