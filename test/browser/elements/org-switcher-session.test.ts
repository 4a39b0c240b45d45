import { expect } from '@open-wc/testing';
import { MemoryClient } from '../../../shared/client/memory/memory-client.ts';
import { KontorError } from '../../../shared/client/kontor-error.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import { expectAccessible } from '../../support/a11y.ts';
import { OrgSwitcherHarness } from '../../support/harnesses/org-switcher.harness.ts';
import { organisationId, organisationRows, sessionIn } from '../../support/organisation-rows.ts';

const ROWS = organisationRows(['Alpen', 'Bären', 'Delta'], () => ({ open: 1, overdue: 1, available: { amount: 1_234_567, currency: 'CHF' } }));
const inOrganisation = (index: number): MemoryClient =>
  new MemoryClient({ session: sessionIn(ROWS[index] ?? (ROWS[0] as (typeof ROWS)[0])), organisations: ROWS });

describe('<kontor-org-switcher> in a session', () => {
  let page: OrgSwitcherHarness;
  beforeEach(() => {
    page = new OrgSwitcherHarness(ROWS);
  });
  afterEach(() => page.leave());

  it('asks the session to switch, shows where it leads meanwhile, and announces the new organisation', async () => {
    const asked: string[] = [];
    const switchTo = async (id: string, name: string): Promise<boolean> => Boolean(asked.push(`${id} ${name}`));
    await page.inSession({ switchTo });
    await page.open();
    await page.choose('Bären');
    expect(asked).to.deep.equal([`${organisationId(1)} Bären`]);
    expect(page.told).to.deep.equal([]);
    await page.inSession({ status: 'switching', target: organisationId(1) });
    expect(page.text).to.equal('B Bären Switching…');
    expect(page.button?.getAttribute('aria-busy')).to.equal('true');
    await expectAccessible(page.element);
    await page.inSession({ client: inOrganisation(1) });
    expect(page.text).to.equal('B Bären Owner');
    expect(page.announced).to.deep.equal(['You are now in Bären.']);
  });

  for (const [locale, words] of Object.entries({
    en: 'You are now in Bären S.R.L.', de: 'Sie sind jetzt in Bären S.R.L.', fr: 'Vous êtes maintenant dans Bären S.R.L.',
    it: 'Ora sei in Bären S.R.L.', es: 'Ahora está en Bären S.R.L.',
  })) {
    it(`announces in "${locale}" a name that ends with a full stop without a second one`, async () => {
      page.element.locale = locale;
      await page.inSession({});
      await page.sees((text) => text.startsWith('A Alpen'));
      await page.inSession({ client: new MemoryClient({ session: sessionIn({ ...ROWS[1] as OrganisationRow, name: 'Bären S.R.L.' }) }) });
      await page.sees(() => page.announced.length > 0);
      expect(page.announced).to.deep.equal([words]);
    });
  }

  it('does nothing but close where the current organisation is chosen', async () => {
    await page.inSession({ switchTo: () => Promise.reject(new Error('Asked to switch.')) });
    await page.open();
    await page.choose('Alpen');
    expect(page.isOpen).to.equal(false);
  });

  it('leads back to the previous organisation', async () => {
    const asked: string[] = [];
    const previous = { id: organisationId(2), name: 'Delta' };
    await page.inSession({ previous, switchTo: async (id) => Boolean(asked.push(id)) });
    await page.open();
    await expectAccessible(page.element);
    await page.push('Back to Delta');
    expect(asked).to.deep.equal([organisationId(2)]);
  });

  it('shows a failed switch with a way to try again, and keeps the organisation', async () => {
    let tries = 0;
    const error = new KontorError('KONTOR_CLIENT_UNREACHABLE', 'gone', 'request-7');
    await page.inSession({ status: 'failed', target: organisationId(1), error, retry: () => void tries++ });
    const height = page.element.getBoundingClientRect().height;
    expect(page.text).to.equal('A Alpen Owner');
    expect(page.announced.join()).to.contain('The organisation was not switched. The server cannot be reached at the moment.');
    await expectAccessible(page.element);
    await page.push('Try again');
    expect(tries).to.equal(1);
    await page.push('Dismiss');
    expect(page.announced).to.deep.equal([]);
    expect(page.element.getBoundingClientRect().height).to.equal(height);
  });

  it('shows a failed start in the place of the button, at its height', async () => {
    let tries = 0;
    const error = new KontorError('KONTOR_TOKEN_EXPIRED', 'over');
    await page.inSession({ status: 'starting', client: undefined });
    const height = page.element.getBoundingClientRect().height;
    await page.inSession({ status: 'failed', client: undefined, error, retry: () => void tries++ });
    expect(page.announced.join()).to.contain('Your session has ended.');
    expect(page.element.getBoundingClientRect().height).to.equal(height);
    await expectAccessible(page.element);
    await page.push('Try again');
    expect(tries).to.equal(1);
  });

  it('closes when the session ends, and opens again in the next one', async () => {
    await page.inSession({});
    await page.open();
    await page.inSession({ status: 'ended', client: undefined });
    expect(page.isOpen).to.equal(false);
    await page.inSession({ client: inOrganisation(0) });
    expect(page.isOpen).to.equal(false);
    await page.open();
    expect(page.names).to.deep.equal(['Alpen', 'Bären', 'Delta']);
  });

  it('ends its requests when it leaves the page', async () => {
    const signals: AbortSignal[] = [];
    const client = inOrganisation(0);
    client.organisations = (_query, options) => {
      if (options?.signal) signals.push(options.signal);
      return new Promise(() => undefined);
    };
    await page.inSession({ client });
    page.element.show();
    await page.sees(() => signals.length > 0);
    page.leave();
    await Promise.resolve();
    expect(signals.every(({ aborted }) => aborted)).to.equal(true);
  });

  describe('languages', () => {
    const words: Record<string, string[]> = {
      en: ['Owner', '3 organisations', '1 overdue', 'CHF 12,345.67', 'Pin: Alpen'],
      de: ['Inhaber', '3 Organisationen', '1 überfällig', 'CHF 12.345,67', 'Anheften: Alpen'],
      'de-CH': ['Inhaber', '3 Organisationen', '1 überfällig', 'CHF 12’345.67', 'Anheften: Alpen'],
      fr: ['Propriétaire', '3 organisations', '1 en retard', 'CHF 12 345,67', 'Épingler: Alpen'],
      it: ['Titolare', '3 organizzazioni', '1 scaduta', 'CHF 12.345,67', 'Metti in evidenza: Alpen'],
      es: ['Propietario', '3 organizaciones', '1 vencida', 'CHF 12.345,67', 'Fijar: Alpen'],
    };
    for (const [locale, expected] of Object.entries(words)) {
      it(`speaks ${locale}`, async () => {
        page.element.locale = locale;
        await page.inSession({});
        await page.sees((text) => text !== '');
        await page.open();
        const all = page.panel.textContent?.replaceAll(/\s+/g, ' ').replaceAll("'", '’') ?? '';
        for (const text of expected) expect(all).to.contain(text);
        await expectAccessible(page.element);
      });
    }

    it('changes while it is open', async () => {
      await page.inSession({});
      await page.open();
      page.element.locale = 'it';
      await page.sees((text) => text === 'A Alpen Titolare');
    });
  });
});
