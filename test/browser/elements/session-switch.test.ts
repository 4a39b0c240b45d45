import { expect } from '@open-wc/testing';
import { ACME, BETA, EdgeGateway, GAMMA } from '../../support/edge-gateway.ts';
import { SessionHarness } from '../../support/harnesses/session.harness.ts';

const switched = (organisation: string, previous: string): string =>
  `kontor-organisation-switched ${JSON.stringify({ organisation, previous })}`;
const asked = (organisation: string, name: string): string => `kontor-organisation-switch ${JSON.stringify({ organisation, name })}`;
const NOBODYS = '0190a000-0000-7000-8000-0000000000ff';

describe('<kontor-session> switching', () => {
  let edge: EdgeGateway;
  let page: SessionHarness;
  /** What was told since the session stood. */
  const told = (): string[] => page.told.slice(1);

  beforeEach(async () => {
    edge = new EdgeGateway();
    page = new SessionHarness({ fetchToken: edge.fetchToken });
    await page.sees('ready Acme');
  });
  afterEach(async () => {
    await page.leave();
    edge.restore();
  });

  it('asks the page, keeps the old client until the new one is there, then ends the old session', async () => {
    const gate = Promise.withResolvers<void>();
    const old = page.probe.provided;
    edge.before = () => gate.promise;
    const stands = page.choose(BETA, 'Beta');
    await page.sees('switching Acme');
    expect(page.probe.control.target).to.equal(BETA);
    expect(page.probe.provided).to.equal(old);
    edge.before = async () => {};
    gate.resolve();
    expect(await stands).to.equal(true);
    await page.sees('ready Beta');
    expect(told()).to.deep.equal([asked(BETA, 'Beta'), switched(BETA, ACME)]);
    expect(page.probe.control.previous).to.deep.equal({ id: ACME, name: 'Acme' });
    expect(page.session.organisation).to.equal(BETA);
    expect(edge.ended).to.deep.equal(['Acme']);
    expect(await old?.toPay({}).catch((error) => error.code)).to.equal('KONTOR_TOKEN_REVOKED');
    expect(edge.wishes).to.deep.equal([undefined, BETA]);
  });

  it('does nothing when the page cancels it', async () => {
    page.refuseSwitches();
    expect(await page.choose(BETA, 'Beta')).to.equal(false);
    expect(page.seen).to.contain('ready Acme');
    expect(edge.wishes).to.have.length(1);
  });

  it('asks nobody where it stands there already', async () => {
    expect(await page.choose(ACME, 'Acme')).to.equal(true);
    expect(told()).to.deep.equal([]);
  });

  it('follows the property without asking, and once', async () => {
    page.session.organisation = BETA;
    await page.sees('ready Beta');
    expect(told()).to.deep.equal([switched(BETA, ACME)]);
    await page.choose(GAMMA);
    page.session.locale = 'fr';
    await page.sees('ready Gamma | Réessayer');
    expect(page.session.organisation).to.equal(GAMMA);
  });

  it('goes where the newest wish leads, and ends what it opened for an older one', async () => {
    const gate = Promise.withResolvers<void>();
    edge.before = () => gate.promise;
    const older = page.choose(BETA, 'Beta');
    const newer = page.choose(GAMMA, 'Gamma');
    expect(await older).to.equal(false);
    edge.before = async () => {};
    gate.resolve();
    expect(await newer).to.equal(true);
    await page.sees('ready Gamma');
    expect(told().at(-1)).to.equal(switched(GAMMA, ACME));
    expect(told()).to.have.length(3);
    expect(edge.ended.toSorted()).to.deep.equal(['Acme', 'Beta']);
  });

  it('goes on where a listener to the last switch sends it', async () => {
    page.session.addEventListener('kontor-organisation-switched', () => void page.choose(GAMMA), { once: true });
    page.session.organisation = BETA;
    await page.sees('ready Gamma');
    expect(told().at(-1)).to.equal(switched(GAMMA, BETA));
  });

  for (const way of ['an element', 'the property'] as const) {
    it(`stays when ${way} asks for the present one while another is on its way`, async () => {
      edge.before = () => new Promise(() => {});
      page.session.organisation = BETA;
      await page.sees('switching Acme');
      if (way === 'the property') page.session.organisation = ACME;
      else await page.choose(ACME, 'Acme');
      await page.sees('ready Acme');
      expect(told()).to.deep.equal([]);
      expect(page.session.organisation).to.equal(ACME);
    });
  }

  it('stays where it is when a switch fails, and tries again when asked', async () => {
    const old = page.probe.provided;
    edge.before = async () => {
      throw new TypeError('Failed to fetch');
    };
    page.session.organisation = BETA;
    await page.sees('failed Acme KONTOR_CLIENT_UNREACHABLE');
    expect(page.probe.provided).to.equal(old);
    expect(page.session.organisation).to.equal(ACME);
    edge.before = async () => {};
    page.retry();
    await page.sees('switching Acme');
    await page.sees('ready Beta');
    expect(told()).to.deep.equal(['kontor-session-failed {"code":"KONTOR_CLIENT_UNREACHABLE"}', switched(BETA, ACME)]);
  });

  it('says that an organisation is not the person\'s, and takes the next wish', async () => {
    expect(await page.choose(NOBODYS)).to.equal(false);
    await page.sees('failed Acme KONTOR_NOT_FOUND');
    expect(await page.choose(GAMMA, 'Gamma')).to.equal(true);
    await page.sees('ready Gamma |');
  });

  it('is cut short by a logout', async () => {
    const stands = page.choose(BETA, 'Beta');
    page.session.logout();
    expect(await stands).to.equal(false);
    await page.sees('ended nowhere');
    await edge.hasEnded(2);
    expect(edge.ended.toSorted()).to.deep.equal(['Acme', 'Beta']);
  });
});
