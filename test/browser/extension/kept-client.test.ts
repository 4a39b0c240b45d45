import { expect, waitUntil } from '@open-wc/testing';
import { deleteDB } from 'idb';
import { KeptClient } from '../../../extension/client/kept-client.ts';
import type { LineState } from '../../../extension/client/kept-answers.ts';
import { DATABASE_NAME } from '../../../extension/session-store/database.ts';
import type { Tokens } from '../../../extension/session-store/records.ts';
import { openSessionStore, type SessionStore } from '../../../extension/session-store/session-store.ts';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { KontorError } from '../../../shared/client/kontor-error.ts';
import { MemoryClient } from '../../../shared/client/memory/memory-client.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import type { Session } from '../../../shared/contract/session.ts';
import { organisationId, organisationRows, sessionIn } from '../../support/organisation-rows.ts';

const FEATURES: Session['features'] = ['organisations:list', 'invoices:read', 'prepaid:read', 'prepaid:top-up'];
const ROWS = organisationRows(['Alpen', 'Bären', 'Zürich'], () => ({ available: { amount: 1200, currency: 'CHF' } }));
const HERE = sessionIn(ROWS[0] as OrganisationRow, FEATURES);
const CONNECTION = organisationId(0xc0);

describe('the client that keeps what it reads', () => {
  let store: SessionStore;
  let inner: MemoryClient;
  const heard: LineState[] = [];
  const opened = (reach: () => Promise<KontorClient> = async () => inner, session = HERE): KeptClient =>
    new KeptClient({ session, gateway: 'http://localhost:4600', connection: CONNECTION, store, reach, heard: (state) => heard.push(state) });

  beforeEach(async () => {
    store = await openSessionStore();
    inner = new MemoryClient({ session: HERE, organisations: ROWS });
    heard.length = 0;
    await store.establish(
      { id: CONNECTION, gateway: 'http://localhost:4600', session: HERE, previous: undefined },
      {} as Tokens,
    );
  });

  afterEach(async () => {
    await store.close();
    await deleteDB(DATABASE_NAME);
  });

  const kept = async (key: string): Promise<void> => {
    for (;;) if (await store.kept(key)) return;
  };

  it('tells what was kept before it answers, with its time', async () => {
    const fresh = await opened().prepaidBalance();
    await kept(`${HERE.organisation.id}/prepaid`);
    const early: unknown[] = [];
    const never = opened(() => new Promise(() => {}));
    void never.prepaidBalance({ early: (value, at) => early.push(value, at instanceof Date) });
    await waitUntil(() => early.length > 0);
    expect(early).to.deep.equal([fresh, true]);
  });

  it('tells without waiting what was recalled, and only once', async () => {
    const fresh = await opened().prepaidBalance();
    await kept(`${HERE.organisation.id}/prepaid`);
    const client = opened();
    await client.recall([['prepaid'], ['outlook']]);
    const early: unknown[] = [];
    const answer = client.prepaidBalance({ early: (value) => early.push(value) });
    expect(early).to.deep.equal([fresh]);
    await answer;
    void client.prepaidBalance({ early: (value) => early.push(value) });
    expect(early).to.have.length(1);
  });

  it('tells it before it says why there is no answer, and says so of the line', async () => {
    await opened().prepaidBalance();
    await kept(`${HERE.organisation.id}/prepaid`);
    heard.length = 0;
    const told: string[] = [];
    const down = opened(() => Promise.reject(new KontorError('KONTOR_CLIENT_UNREACHABLE')));
    await down.prepaidBalance({ early: () => told.push('early') }).catch((error: KontorError) => told.push(error.code));
    expect(told).to.deep.equal(['early', 'KONTOR_CLIENT_UNREACHABLE']);
    expect(heard[0]?.error?.code).to.equal('KONTOR_CLIENT_UNREACHABLE');
    expect(heard[0]?.keptAt).to.be.instanceOf(Date);
  });

  it('says that nothing was kept where there is no answer and nothing instead, and why of the line', async () => {
    const down = opened(() => Promise.reject(new KontorError('KONTOR_CLIENT_OFFLINE')));
    const code = (error: KontorError): string => error.code;
    expect(await down.prepaidBalance().catch(code)).to.equal('KONTOR_CLIENT_NOT_KEPT');
    expect(await down.invoices({ search: 'domain' }).catch(code)).to.equal('KONTOR_CLIENT_NOT_KEPT');
    expect(heard.map(({ error }) => error?.code)).to.deep.equal(['KONTOR_CLIENT_OFFLINE', 'KONTOR_CLIENT_OFFLINE']);
    inner.fail('KONTOR_BILLING_RIGHT_MISSING');
    expect(await opened().prepaidBalance().catch(code)).to.equal('KONTOR_BILLING_RIGHT_MISSING');
  });

  it('asks anew after a failure, once for all that wait', async () => {
    let tries = 0;
    const client = opened(async () => {
      tries += 1;
      if (tries === 1) throw new KontorError('KONTOR_CLIENT_UNREACHABLE');
      return inner;
    });
    await Promise.allSettled([client.prepaidBalance(), client.toPay({})]);
    await Promise.all([client.prepaidBalance(), client.toPay({})]);
    expect(tries).to.equal(2);
    expect(heard.map(({ error }) => error?.code)).to.deep.equal(['KONTOR_CLIENT_UNREACHABLE', 'KONTOR_CLIENT_UNREACHABLE', undefined, undefined]);
  });

  it('keeps nothing of another organisation under the same key, and no searches', async () => {
    await opened().prepaidBalance();
    await opened().invoices({ search: 'domain' });
    await kept(`${HERE.organisation.id}/prepaid`);
    const there = opened(() => new Promise(() => {}), sessionIn(ROWS[1] as OrganisationRow, FEATURES));
    let early = false;
    void there.prepaidBalance({ early: () => (early = true) });
    await store.kept(`${organisationId(1)}/prepaid`);
    expect(early).to.equal(false);
    expect(await store.kept(`${HERE.organisation.id}/invoices?search=domain`)).to.equal(undefined);
  });

  it('searches the organisations on the device, without a line', async () => {
    await opened().organisations({ limit: 50 });
    await kept('organisations');
    const offline = opened(() => Promise.reject(new KontorError('KONTOR_CLIENT_OFFLINE')));
    const { rows } = await offline.organisations({ search: 'zur' });
    expect(rows.map(({ name, available }) => [name, available?.amount])).to.deep.equal([['Zürich', 1200]]);
  });

  it('leaves amounts of a list older than an hour out', async () => {
    await store.keep(CONNECTION, 'organisations', ROWS, new Date(Date.now() - 2 * 3_600_000));
    const { rows } = await opened(() => new Promise(() => {})).organisations({ limit: 50 });
    expect(rows.map(({ available }) => available)).to.deep.equal([null, null, null]);
  });

  it('shows a pin at once in the list on the device', async () => {
    const client = opened();
    await client.organisations({ limit: 50 });
    await kept('organisations');
    await client.pinOrganisation(organisationId(2), true);
    expect((await client.organisations({ limit: 50 })).rows[0]?.name).to.equal('Zürich');
  });

  it('refuses to change anything offline', async () => {
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    try {
      const refused = await opened().checkPromoCode('KONTOR').catch((error: KontorError) => error.code);
      expect(refused).to.equal('KONTOR_CLIENT_OFFLINE');
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
  });
});
