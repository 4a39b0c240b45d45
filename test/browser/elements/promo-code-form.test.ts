import { expect } from '@open-wc/testing';
import type { PromoReason } from '../../../shared/contract/promo-code.ts';
import { expectAccessible } from '../../support/a11y.ts';
import { PromoCodeHarness, type PromoCodeSetting } from '../../support/harnesses/promo-code.harness.ts';
import { PromoClient, type PromoSample } from '../../support/promo-sample.ts';

describe('<kontor-promo-code> in a page', () => {
  let promo: PromoCodeHarness;
  let client: PromoClient;
  const open = (sample: PromoSample = {}, setting: PromoCodeSetting = {}): PromoCodeHarness => {
    client = new PromoClient(sample);
    return (promo = new PromoCodeHarness({ client, ...setting }));
  };
  afterEach(() => promo.leave());

  describe('is a field of a form', () => {
    it('whose value is the codes that count', async () => {
      await open({ cart: { codes: ['WELCOME-10', 'DRIVE-50'] } }).settled();
      expect(promo.sent).to.deep.equal(['WELCOME-10']);
      await promo.apply('CARD-5');
      expect(promo.sent).to.deep.equal(['WELCOME-10,CARD-5']);
      expect(promo.element.value).to.equal('WELCOME-10,CARD-5');
      expect(promo.element.form).to.equal(promo.page);
    });

    it('that sends nothing without a code', async () => {
      await open().settled();
      expect(promo.sent).to.deep.equal([]);
    });

    it('that holds the form back while a code is typed and not applied', async () => {
      await open().settled();
      let submits = 0;
      promo.page.addEventListener('submit', (event) => {
        event.preventDefault();
        submits += 1;
      });
      promo.type('CARD-5');
      await promo.element.updateComplete;
      expect(promo.page.checkValidity()).to.equal(false);
      expect(promo.element.validationMessage).to.equal('Apply the promo code, or clear its field.');
      await promo.keys('Enter');
      await promo.until(() => promo.codes.length);
      await promo.idle();
      expect(submits).to.equal(0);
      expect(promo.element.checkValidity()).to.equal(true);
      expect(promo.element.validity.valid).to.equal(true);
    });

    it('that forgets what is typed when the form is reset; the order stays', async () => {
      await open({ cart: { codes: ['WELCOME-10'] } }).settled();
      promo.type('CARD-5');
      await promo.press('try');
      promo.page.reset();
      await promo.until(() => promo.review === '');
      expect(promo.field.value).to.equal('');
      expect(promo.sent).to.deep.equal(['WELCOME-10']);
    });

    it('that is switched off by itself and by the fields around it', async () => {
      await open({ cart: { codes: ['WELCOME-10'] } }).settled();
      promo.element.disabled = true;
      await promo.until(() => promo.field.matches(':disabled'));
      expect(promo.sent).to.deep.equal([]);
      promo.element.disabled = false;
      await promo.until(() => promo.field.matches(':enabled'));
      const around = document.createElement('fieldset');
      promo.page.append(around);
      around.append(promo.element);
      around.disabled = true;
      await promo.until(() => promo.field?.matches(':disabled'));
      expect(promo.element.disabled).to.equal(false);
    });
  });

  describe('takes codes from the page', () => {
    it('and applies them once, those in the order already left out', async () => {
      await open({ cart: { codes: ['WELCOME-10'] } }, { codes: 'welcome-10,CARD-5' }).settled();
      await promo.until(() => promo.codes.length === 2);
      await promo.idle();
      expect(promo.codes).to.deep.equal(['WELCOME-10 −10% −11.88', 'CARD-5 −5.00']);
      expect(promo.field.value).to.equal('');
      await promo.remove('CARD-5');
      await promo.element.updateComplete;
      expect(promo.codes[1]).to.equal('CARD-5 removed. Undo');
      expect(client.calls.filter((call) => call === 'changeOrder').length).to.equal(2);
    });

    it('as soon as a payment method is chosen; until then they stand in the field', async () => {
      await open({ cart: { paymentMethod: null } }, { codes: 'CARD-5' }).settled();
      expect(promo.field.value).to.equal('CARD-5');
      await promo.choose('card');
      await promo.until(() => promo.codes.length);
      expect(promo.codes).to.deep.equal(['CARD-5 −5.00']);
    });

    it('and lets nobody add or remove any where it is locked', async () => {
      await open({}, { codes: 'CARD-5', locked: true }).settled();
      await promo.until(() => promo.codes.length);
      expect(promo.codes).to.deep.equal(['CARD-5 −5.00']);
      expect(promo.field).to.equal(null);
      expect(promo.find('[part="remove"]')).to.equal(null);
      await expectAccessible(promo.element);
    });
  });

  it('hides its field behind a question, which opens with the focus in it', async () => {
    await open({}, { collapsed: true }).settled();
    expect(promo.field).to.equal(null);
    await expectAccessible(promo.element);
    await promo.press('disclosure');
    expect(promo.element.collapsed).to.equal(false);
    expect(promo.focused).to.equal('field');
  });

  describe('speaks', () => {
    const said: Record<string, [string, string, string]> = {
      'en-GB': ['Apply', 'Total CHF 115.58', 'CARD-5 – Counts only when paid by: Card or Prepaid balance.'],
      'de-CH': ['Anwenden', 'Total CHF 115.58', 'CARD-5 – Zählt nur bei Zahlung mit: Karte oder Guthaben.'],
      'fr-FR': ['Appliquer', 'Total CHF 115,58', 'CARD-5 – Valable seulement en payant par : Carte ou Solde prépayé.'],
      'it-IT': ['Applica', 'Totale CHF 115,58', 'CARD-5 – Vale solo pagando con: Carta o Saldo prepagato.'],
      'es-ES': ['Aplicar', 'Total CHF 115,58', 'CARD-5 – Solo vale si paga con: Tarjeta o Saldo prepago.'],
    };
    for (const [locale, [apply, total, reason]] of Object.entries(said)) {
      it(locale, async () => {
        await open({ cart: { codes: ['WELCOME-10', 'CARD-5'], paymentMethod: 'bank-transfer' } }, { locale }).settled();
        await promo.until(() => promo.text('.reason'));
        expect(promo.text('[part="apply"]')).to.equal(apply);
        expect(promo.total).to.equal(total);
        expect(promo.codes[1]).to.equal(reason);
        await expectAccessible(promo.element);
      });
    }

    it('another language without being loaded anew', async () => {
      await open({ cart: { codes: ['OLD-2025'] } }).settled();
      await promo.until(() => promo.text('.reason').startsWith('Expired'));
      promo.element.locale = 'it-CH';
      await promo.until(() => promo.text('.reason') === 'Scaduto: era valido fino al 31.12.2025.');
    });
  });

  it('words every reason in every language, with what the code asks for', async () => {
    const expected: Record<string, PromoReason> = {
      'no!': 'malformed', NOPE: 'unknown', 'GIVEN-BACK': 'withdrawn', 'SPRING-27': 'not-yet-valid', 'OLD-2025': 'expired',
      'SECOND-HAND': 'already-used', 'SISTER-CO': 'other-organisation', 'EURO-10': 'other-currency',
      'FIRST-TIME': 'new-customers-only', 'DRIVE-50': 'product-missing', 'BIG-ORDERS': 'least-amount',
    };
    await open({ cart: { codes: Object.keys(expected) } }).settled();
    const { codes } = await client.present();
    expect(codes.map(({ reason }) => reason)).to.deep.equal(Object.values(expected));
    for (const language of ['en', 'de', 'fr', 'it', 'es']) {
      promo.element.locale = language;
      const before = promo.codes.join();
      await promo.until(() => promo.text('.reason') && (language === 'en' || promo.codes.join() !== before));
      const reasons = promo.codes.map((line) => line.split(' – ')[1] ?? '');
      expect(new Set(reasons).size, language).to.equal(reasons.length);
      expect(reasons.join(), language).to.contain('2027').and.contain('EUR').and.contain('kDrive').and.match(/CHF 500[.,]00/);
    }
  });
});
