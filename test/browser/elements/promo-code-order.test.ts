import { expect } from '@open-wc/testing';
import { expectAccessible } from '../../support/a11y.ts';
import { PromoCodeHarness, type PromoCodeSetting } from '../../support/harnesses/promo-code.harness.ts';
import { HOSTING, KDRIVE, PromoClient, type PromoSample } from '../../support/promo-sample.ts';

describe('<kontor-promo-code> with its order', () => {
  let promo: PromoCodeHarness;
  let client: PromoClient;
  const open = (sample: PromoSample = {}, setting: PromoCodeSetting = {}): PromoCodeHarness => {
    client = new PromoClient(sample);
    return (promo = new PromoCodeHarness({ client, ...setting }));
  };
  afterEach(() => promo.leave());

  describe('changes the payment method', () => {
    const TRANSFER =
      'If you pay by: Bank transfer Codes that no longer count CARD-5 Counts only when paid by: Card or Prepaid balance. ' +
      'Codes that count WELCOME-10 −11.88 Total: CHF 115.58 instead of CHF 110.18 Change payment method Keep as is';

    it('after showing which codes are kept and lost, once the person agrees', async () => {
      await open({ cart: { codes: ['WELCOME-10', 'CARD-5'] } }).settled();
      await promo.choose('bank-transfer');
      expect(promo.review).to.equal(TRANSFER);
      expect(promo.spoken).to.contain('CARD-5: Counts only when paid by');
      expect(promo.method).to.equal('bank-transfer');
      expect(client.calls).to.deep.equal(['orders', 'tryCart']);
      expect(promo.total).to.equal('Total CHF 110.18');
      await expectAccessible(promo.element);
      await promo.press('confirm');
      expect(promo.total).to.equal('Total CHF 115.58');
      expect(promo.review).to.equal('');
      expect(promo.focused).to.equal('bank-transfer');
      expect(promo.last('kontor-order-change')).to.deep.include({ paymentMethod: 'bank-transfer', revision: 2 });
    });

    it('or keeps all as it is', async () => {
      await open({ cart: { codes: ['CARD-5'] } }).settled();
      await promo.choose('bank-transfer');
      await promo.press('keep');
      expect(promo.method).to.equal('card');
      expect(promo.focused).to.equal('card');
      expect(promo.names).to.deep.equal(['payment-method-change', 'order-kept']);
      expect(client.calls).to.not.contain('changeOrder');
    });

    it('or goes back to the present one by itself, by arrow keys', async () => {
      await open({ cart: { codes: ['CARD-5'] } }).settled();
      await promo.choose('bank-transfer');
      await promo.keys('ArrowUp');
      await promo.until(() => !promo.review);
      expect(promo.method).to.equal('card');
    });

    it('at once where no code is lost', async () => {
      await open({ cart: { codes: ['CARD-5'] } }).settled();
      await promo.choose('prepaid');
      expect(promo.review).to.equal('');
      expect((await client.present()).paymentMethod).to.equal('prepaid');
      expect(promo.spoken).to.equal('Total: CHF 123.02.');
    });

    it('only with the consent of the page', async () => {
      await open({ cart: { codes: ['CARD-5'] } }).settled();
      promo.cancelled.add('kontor-payment-method-change');
      await promo.choose('bank-transfer');
      expect(promo.method).to.equal('card');
      expect(client.calls).to.deep.equal(['orders']);
    });

    it('at the wish of a page with a choice of its own, in the same way', async () => {
      await open({ cart: { codes: ['WELCOME-10', 'CARD-5'] } }, { hideMethods: true }).settled();
      expect(promo.find('.methods')).to.equal(null);
      promo.element.paymentMethod = 'bank-transfer';
      await promo.until(() => promo.review);
      expect(promo.review).to.equal(TRANSFER);
      await promo.press('keep');
      expect(promo.element.paymentMethod).to.equal('card');
      expect(promo.names).to.deep.equal(['order-kept']);
    });
  });

  it('changes the cart at the wish of the page, after showing what that does to the codes', async () => {
    await open({ cart: { codes: ['HOSTING-20', 'DRIVE-50'] } }).settled();
    promo.element.items = [{ item: KDRIVE, quantity: 2 }];
    await promo.until(() => promo.review);
    expect(promo.review).to.equal(
      'With the changed cart Codes that no longer count HOSTING-20 Needs in the cart: web hosting or domain name. ' +
        'Codes that count DRIVE-50 −60.00 Total: CHF 64.86 instead of CHF 106.80 Change cart Keep as is',
    );
    await promo.press('confirm');
    expect(promo.total).to.equal('Total CHF 64.86');
    expect(promo.element.items).to.equal(undefined);
  });

  describe('finds the order changed by others', () => {
    it('says what is different, and tries again without losing what was typed', async () => {
      await open({ cart: { codes: ['WELCOME-10', 'CARD-5'] } }).settled();
      await client.changeElsewhere({ paymentMethod: 'bank-transfer', items: [{ item: HOSTING, quantity: 2 }] });
      await promo.apply('HOSTING-20');
      expect(promo.message).to.equal(
        'The order was changed elsewhere in the meantime. Cart: 2 × Web Hosting Pro Payment method: Bank transfer ' +
          'WELCOME-10: CHF −23.76 CARD-5: Counts only when paid by: Card or Prepaid balance. ' +
          'Total: CHF 231.16 instead of CHF 110.18 Try again',
      );
      expect(promo.field.value).to.equal('HOSTING-20');
      expect(promo.focused).to.equal('retry');
      await expectAccessible(promo.element);
      await promo.keys('Enter');
      await promo.until(() => promo.codes.length === 3);
      await promo.idle();
      expect(promo.message).to.equal('');
      expect(promo.total).to.equal('Total CHF 209.54');
    });

    it('when the page has it read again', async () => {
      await open({ cart: { codes: ['CARD-5'] } }).settled();
      await client.changeElsewhere({ codes: [] });
      promo.element.refresh();
      await promo.until(() => promo.message);
      expect(promo.message).to.equal(
        'The order was changed elsewhere in the meantime. CARD-5 removed. Total: CHF 128.42 instead of CHF 123.02',
      );
    });

    it('and placed', async () => {
      await open().settled();
      await client.placeElsewhere();
      await promo.apply('CARD-5');
      expect(promo.message).to.equal('The order was closed elsewhere in the meantime.');
      expect(promo.text('.outcome')).to.equal('Order paid. Its invoice is ready.');
      expect(promo.field).to.equal(null);
    });
  });

  describe('places the order', () => {
    it('by a button that names the amount, and tells what became of it', async () => {
      await open({ cart: { codes: ['CARD-5'] } }, { placeable: true }).settled();
      expect(promo.text('[part="place"]')).to.equal('Place order · CHF 123.02');
      await promo.press('place');
      expect(promo.text('.outcome')).to.equal('Order paid. Its invoice is ready.');
      expect(promo.focused).to.equal('outcome');
      const { invoice } = await client.present();
      expect(promo.last('kontor-order-placed')).to.deep.include({ state: 'paid', invoice, gross: { amount: 12_302, currency: 'CHF' } });
      expect(promo.find('[part="remove"]')).to.equal(null);
      await expectAccessible(promo.element);
    });

    it('as a pro forma where it is paid by bank transfer', async () => {
      await open({ cart: { paymentMethod: 'bank-transfer' } }, { placeable: true }).settled();
      await promo.press('place');
      expect(promo.text('.outcome')).to.equal('Order placed. Its pro forma waits for your bank transfer.');
    });

    it('with the same key when it is tried again, and with consent', async () => {
      await open({}, { placeable: true }).settled();
      promo.cancelled.add('kontor-order-place');
      await promo.press('place');
      expect(client.keys).to.deep.equal([]);
      promo.cancelled.clear();
      client.refuse('KONTOR_CLIENT_TIMEOUT');
      await promo.press('place');
      await promo.press('retry');
      expect(client.keys.length).to.equal(2);
      expect(new Set(client.keys).size).to.equal(1);
      expect(promo.text('.outcome')).to.contain('Order paid.');
    });

    it('not while a code is typed that does not count yet', async () => {
      await open({}, { placeable: true }).settled();
      promo.type('CARD-5');
      await promo.press('place');
      expect(promo.message).to.equal('Apply the promo code, or clear its field.');
      expect(promo.focused).to.equal('field');
      expect(client.keys).to.deep.equal([]);
    });

    it('not where the last use of a code was taken meanwhile: the new total is explained', async () => {
      await open({ cart: { codes: ['LAST-ONE'] } }, { placeable: true, order: undefined }).settled();
      await client.useUp('LAST-ONE');
      await promo.press('place');
      expect(promo.message).to.equal(
        'The price has changed in the meantime, and nothing was charged. Look at the new total, then place the order again. ' +
          'LAST-ONE: Used up: it was for a limited number of orders. Total: CHF 128.42 instead of CHF 117.61',
      );
      expect(promo.focused).to.equal('place');
      await promo.press('place');
      expect(new Set(client.keys.slice(-2)).size).to.equal(2);
      expect(promo.text('.outcome')).to.contain('Order paid.');
    });

    it('not where the balance does not cover it: points to the top-up', async () => {
      await open({ cart: { paymentMethod: 'prepaid' }, balance: 100 }, { placeable: true }).settled();
      await promo.press('place');
      expect(promo.message).to.equal('Your prepaid balance does not cover CHF 128.42. Top it up, or choose another payment method. Top up');
      await expectAccessible(promo.element);
      await promo.press('top-up');
      expect(promo.last('kontor-top-up-open')).to.deep.equal({ amount: { amount: 12_842, currency: 'CHF' } });
    });

    it('not without the feature', async () => {
      await open({ features: ['orders:write'] }, { placeable: true }).settled();
      expect(promo.find('[part="place"]')).to.equal(null);
    });
  });
});
