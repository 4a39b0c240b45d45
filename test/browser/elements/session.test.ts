import { expect } from '@open-wc/testing';
import { ACME, BETA, EdgeGateway } from '../../support/edge-gateway.ts';
import { SessionHarness, type SessionSetting } from '../../support/harnesses/session.harness.ts';

const started = `kontor-session-started {"organisation":"${ACME}","person":"0190a000-0000-7000-8000-00000000000a"}`;
const failed = (code: string): string => `kontor-session-failed {"code":"${code}"}`;
const unreachable = async (): Promise<never> => {
  throw new TypeError('Failed to fetch');
};

describe('<kontor-session>', () => {
  let edge: EdgeGateway;
  let page: SessionHarness;
  const open = (setting: SessionSetting = {}): SessionHarness => (page = new SessionHarness({ fetchToken: edge.fetchToken, ...setting }));

  beforeEach(() => {
    edge = new EdgeGateway();
  });
  afterEach(async () => {
    await page.leave();
    edge.restore();
  });

  describe('starts', () => {
    it('in the organisation used last, and tells elements and page', async () => {
      open();
      expect(page.seen).to.equal('');
      await page.sees('ready Acme');
      expect(page.told).to.deep.equal([started]);
      expect(edge.wishes).to.deep.equal([undefined]);
      expect(page.session.organisation).to.equal(ACME);
    });

    it('in the organisation of the attribute', async () => {
      open({ organisation: BETA });
      await page.sees('ready Beta');
      expect(edge.wishes).to.deep.equal([BETA]);
    });

    it('when the page has handed over fetchToken, not before', async () => {
      page = new SessionHarness();
      await page.sees('starting nowhere');
      page.session.fetchToken = edge.fetchToken;
      await page.sees('ready Acme');
    });

    it('in the organisation that the page has set last', async () => {
      open();
      await page.sees('starting');
      page.session.organisation = BETA;
      await page.sees('ready Beta');
      expect(page.told).to.have.length(1);
    });

    it('anew for another gateway or another fetchToken, and ends the old session', async () => {
      open();
      await page.sees('ready');
      page.session.fetchToken = (wish) => edge.fetchToken(wish);
      await page.sees('starting nowhere');
      await page.sees('ready Acme');
      expect(page.told).to.deep.equal([started, started]);
      expect(edge.ended).to.deep.equal(['Acme']);
    });
  });

  describe('says why it does not start, and tries again when asked', () => {
    const faults: readonly (readonly [string, string, SessionSetting['fetchToken']])[] = [
      ['fetchToken rejects', 'KONTOR_CLIENT_TOKEN_FETCH_FAILED', () => Promise.reject(new Error('signed out'))],
      ['fetchToken throws', 'KONTOR_CLIENT_TOKEN_FETCH_FAILED', () => { throw new Error('no such route'); }],
      ['fetchToken gives nonsense', 'KONTOR_CLIENT_TOKEN_FETCH_FAILED', async () => ({ error: 'x' }) as never],
      ['fetchToken answers for another organisation', 'KONTOR_CLIENT_TOKEN_FETCH_FAILED', () => edge.fetchToken({ organisation: BETA })],
    ];
    for (const [fault, code, fetchToken] of faults) {
      it(fault, async () => {
        open({ fetchToken, organisation: ACME });
        await page.sees(`failed nowhere ${code}`);
        expect(page.told).to.deep.equal([failed(code)]);
      });
    }

    it('the gateway cannot be reached', async () => {
      edge.before = unreachable;
      open();
      await page.sees('failed nowhere KONTOR_CLIENT_UNREACHABLE');
      edge.before = async () => {};
      page.retry();
      await page.sees('starting nowhere');
      await page.sees('ready Acme');
      expect(page.told).to.deep.equal([failed('KONTOR_CLIENT_UNREACHABLE'), started]);
    });

    it('the gateway is no address', async () => {
      open({ gateway: 'kontor.example' });
      await page.sees('failed nowhere KONTOR_CLIENT_NOT_CONFIGURED');
      page.session.gateway = 'https://kontor.example';
      await page.sees('ready Acme');
    });

    it('the organisation is not the person\'s', async () => {
      open({ organisation: '0190a000-0000-7000-8000-0000000000ff' });
      await page.sees('failed nowhere KONTOR_NOT_FOUND');
      page.session.organisation = BETA;
      await page.sees('ready Beta');
    });
  });

  describe('in the page', () => {
    it('keeps its client when it is moved', async () => {
      open();
      await page.sees('ready');
      const client = page.probe.provided;
      const elsewhere = document.createElement('div');
      document.body.append(elsewhere);
      elsewhere.append(page.session);
      await page.session.updateComplete;
      expect(page.probe.provided).to.equal(client);
      expect(edge.wishes).to.have.length(1);
      expect(edge.ended).to.deep.equal([]);
      elsewhere.remove();
    });

    it('asks once when it is moved while it starts', async () => {
      open();
      await page.sees('starting');
      document.body.append(page.session);
      await page.sees('ready Acme');
      expect(edge.wishes).to.have.length(1);
    });

    it('ends its session when it is removed, and begins another when it is put back', async () => {
      open();
      await page.sees('ready');
      await page.leave();
      expect(edge.ended).to.deep.equal(['Acme']);
      document.body.append(page.session);
      await page.sees('starting nowhere');
      await page.sees('ready Acme');
    });

    it('ends a session that was still being opened when it is removed', async () => {
      const gate = Promise.withResolvers<void>();
      const reached = Promise.withResolvers<void>();
      open();
      edge.before = () => (reached.resolve(), gate.promise);
      await reached.promise;
      await page.leave();
      edge.before = async () => {};
      gate.resolve();
      await edge.hasEnded(1);
      expect(edge.ended).to.deep.equal(['Acme']);
      expect(page.told).to.deep.equal([]);
    });

    it('logs out: no client, no way back but a new fetchToken', async () => {
      open();
      await page.sees('ready');
      const client = page.probe.provided;
      page.session.logout();
      await page.sees('ended nowhere');
      expect(edge.ended).to.deep.equal(['Acme']);
      expect(await page.choose(BETA)).to.equal(false);
      page.retry();
      page.session.organisation = BETA;
      await page.session.updateComplete;
      document.body.append(page.session);
      expect(await client?.invoices({}).catch((error) => error.code)).to.equal('KONTOR_TOKEN_REVOKED');
      expect(page.seen).to.contain('ended nowhere');
      page.session.fetchToken = (wish) => edge.fetchToken(wish);
      await page.sees('ready Beta');
    });

    it('shows the page the client that its elements have, another one after each switch, none after the end', async () => {
      open();
      expect(page.session.client).to.equal(undefined);
      await page.sees('ready Acme');
      const { client } = page.session;
      expect(client).to.equal(page.probe.provided);
      expect(client?.session.organisation.id).to.equal(ACME);
      await page.choose(BETA);
      await page.sees('ready Beta');
      expect(page.session.client).to.equal(page.probe.provided);
      expect(page.session.client?.session.organisation.id).to.equal(BETA);
      expect(await client?.invoices({}).catch((error) => error.code)).to.equal('KONTOR_TOKEN_REVOKED');
      page.session.logout();
      expect(page.session.client).to.equal(undefined);
    });

    it('hands its scheme of colours on', async () => {
      open({ theme: 'dark' });
      await page.sees('ready');
      const scheme = (): string => getComputedStyle(page.probe).colorScheme;
      expect(scheme()).to.equal('dark');
      page.session.theme = 'light';
      await page.session.updateComplete;
      expect(scheme()).to.equal('light');
      page.session.theme = undefined;
      await page.session.updateComplete;
      expect(scheme()).to.equal('normal');
      expect(page.session.hasAttribute('theme')).to.equal(false);
    });
  });

  describe('languages', () => {
    it('differ between two sessions of one page, and change without a reload', async () => {
      open({ locale: 'de-CH' });
      const other = new SessionHarness({ fetchToken: edge.fetchToken, locale: 'fr', organisation: BETA });
      await page.sees('ready Acme | Erneut versuchen');
      await other.sees('ready Beta | Réessayer');
      page.session.locale = 'it';
      await page.sees('ready Acme | Riprova');
      expect(other.seen).to.contain('Réessayer');
      expect(edge.wishes).to.have.length(2);
      await other.leave();
    });

    it('follow the page without a locale of their own, and read English for an unknown one', async () => {
      document.documentElement.lang = 'es';
      open();
      await page.sees('ready Acme | Reintentar');
      document.documentElement.lang = 'en';
      page.session.locale = 'pt-BR';
      await page.sees('ready Acme | Try again');
    });
  });
});
