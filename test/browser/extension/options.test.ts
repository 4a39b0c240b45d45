import { expect } from '@open-wc/testing';
import { OptionsForm } from '../../../extension/options/options-form.ts';
import { loadOptionsTerms } from '../../../extension/options/terms/load-options-terms.ts';
import type { Settings } from '../../../extension/platform/settings.ts';
import type { Language } from '../../../shared/contract/session.ts';
import { expectAccessible } from '../../support/a11y.ts';

customElements.define('kontor-options', OptionsForm);

const SETTINGS: Settings = { gateway: 'http://localhost:4600', lowBelow: 2000, badge: 'balance', language: undefined };

describe('the options', () => {
  let form: OptionsForm;
  const told: Partial<Settings>[] = [];
  const show = async (locale = 'en-GB'): Promise<void> => {
    told.length = 0;
    form = Object.assign(new OptionsForm(), { settings: SETTINGS, locale, terms: await loadOptionsTerms(locale.slice(0, 2) as Language) });
    form.addEventListener('change', (event) => told.push((event as CustomEvent<Partial<Settings>>).detail));
    document.body.append(form);
    await form.updateComplete;
  };
  const field = (selector: string): HTMLInputElement => form.renderRoot.querySelector(selector) as HTMLInputElement;
  const enter = async (selector: string, value: string): Promise<void> => {
    field(selector).value = value;
    field(selector).dispatchEvent(new Event('change', { bubbles: true }));
    await form.updateComplete;
  };

  afterEach(() => form.remove());

  it('keep each choice as soon as it is made', async () => {
    await show('de-CH');
    await enter('#gateway', 'kontor.example');
    await enter('#low-below', '1’250.50');
    await enter('#language', 'fr');
    await enter('#language', '');
    field('[value="due"]').click();
    await form.updateComplete;
    expect(told).to.deep.equal([{ gateway: 'https://kontor.example' }, { lowBelow: 125_050 }, { language: 'fr' }, { language: undefined }, { badge: 'due' }]);
    expect(form.renderRoot.querySelector('[role="status"]')?.textContent).to.equal('Gespeichert');
  });

  it('keep nothing that cannot be, and say why', async () => {
    await show();
    await enter('#gateway', 'http://kontor.example');
    expect(form.renderRoot.textContent).to.contain('begins with https://');
    await expectAccessible(form);
    await enter('#low-below', '-5');
    expect(form.renderRoot.textContent).to.contain('an amount of 0 or more');
    expect(told).to.deep.equal([]);
  });

  it('say that another gateway counts from the next sign-in on', async () => {
    await show();
    form.signedIn = true;
    await form.updateComplete;
    expect(form.renderRoot.textContent).to.contain('from the next sign-in on');
    await expectAccessible(form);
  });

  it('speak five languages', async () => {
    for (const [locale, words] of Object.entries({ en: 'Settings', de: 'Einstellungen', es: 'Ajustes', fr: 'Paramètres', it: 'Impostazioni' })) {
      await show(locale);
      expect(form.renderRoot.querySelector('h1')?.textContent).to.contain(words);
      form.remove();
    }
  });
});
