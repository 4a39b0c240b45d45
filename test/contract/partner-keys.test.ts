import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { ClientWindow, NewPartnerKey, Partner, PartnerKey } from '../../shared/contract/partner.ts';
import { ENGINES, Fixture, ORIGIN } from '../support/fixture.ts';

const DAY = 86_400_000;

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);

  async function send(key: string, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) {
    const headers = { authorization: `Bearer ${key}` };
    return await fixture.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  }
  const operate = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => send(fixture.operatorKey, method, `/v1/operator/${url}`, payload);

  async function registered(): Promise<Partner> {
    const answer = await operate('POST', 'partners', { name: 'Agentur Süd', paymentMode: 'client-pays' });
    assert.equal(answer.statusCode, 201, answer.body);
    return answer.json();
  }

  async function keyFor(partner: string, draft: object = {}): Promise<NewPartnerKey> {
    const answer = await operate('POST', `partners/${partner}/keys`, { name: 'Portal', scopes: ['widget-sessions:write', 'clients:read', 'keys:write'], ...draft });
    assert.equal(answer.statusCode, 201, answer.body);
    return answer.json();
  }

  const listed = async (partner: string): Promise<PartnerKey[]> => (await operate('GET', `partners/${partner}/keys`)).json().rows;

  test('a partner begins with nothing: no key, no origin, no client', async () => {
    const partner = await registered();
    assert.deepEqual([partner.name, partner.paymentMode, partner.organisation], ['Agentur Süd', 'client-pays', null]);
    assert.ok(((await operate('GET', 'partners')).json().rows as Partner[]).some(({ id }) => id === partner.id));
    assert.deepEqual(await listed(partner.id), []);
    assert.deepEqual((await operate('GET', `partners/${partner.id}/origins`)).json(), { rows: [] });
    assert.deepEqual((await operate('GET', `partners/${partner.id}/clients`)).json(), { rows: [], count: 0 });
  });

  test('a key is shown once and kept as a hash', async () => {
    const { id } = await registered();
    const { secret, key } = await keyFor(id);
    assert.match(secret, /^kontor_partner_[\w-]{43}$/);
    assert.deepEqual(await listed(id), [key]);
    const kept = await fixture.database.asOwner((tx) => tx.query('select * from partner_key where id = $1', [key.id]));
    assert.equal(JSON.stringify(kept).includes(secret.slice(15)), false);
    const log = await fixture.database.asOwner((tx) => tx.query('select * from gateway_audit_entry where partner_id = $1', [id]));
    assert.equal(JSON.stringify(log).includes(secret.slice(15)), false);
    assert.deepEqual(log.map(({ act, actor_kind }) => [act, actor_kind]), [['partner.create', 'operator'], ['partner-key.create', 'operator']]);
  });

  test('keys are changed without a gap: both live, then the old one ends at once', async () => {
    const { id } = await registered();
    const old = await keyFor(id);
    const made = await send(old.secret, 'POST', '/v1/partner/keys', { name: 'Next', scopes: ['clients:read', 'keys:write'] });
    assert.equal(made.statusCode, 201, made.body);
    const next: NewPartnerKey = made.json();
    for (const { secret } of [old, next]) assert.equal((await send(secret, 'GET', '/v1/partner/clients')).statusCode, 200);
    assert.equal((await send(next.secret, 'DELETE', `/v1/partner/keys/${old.key.id}`)).statusCode, 204);
    assert.equal((await send(old.secret, 'GET', '/v1/partner/clients')).json().code, 'KONTOR_TOKEN_INVALID');
    assert.equal((await send(next.secret, 'DELETE', `/v1/partner/keys/${old.key.id}`)).statusCode, 204);
    const rows: PartnerKey[] = (await send(next.secret, 'GET', '/v1/partner/keys')).json().rows;
    assert.deepEqual(rows.map(({ name, revokedAt }) => [name, revokedAt === null]), [['Next', true], ['Portal', false]]);
    assert.equal((await operate('DELETE', `partners/${id}/keys/${next.key.id}`)).statusCode, 204);
    assert.equal((await send(next.secret, 'GET', '/v1/partner/clients')).json().code, 'KONTOR_TOKEN_INVALID');
  });

  test('a key does what its scopes say', async () => {
    const { account, organisation } = await fixture.signedIn();
    const partner = await fixture.partner();
    await fixture.grant(organisation, partner);
    const body = { person: account, origin: ORIGIN, elements: ['invoice-list'], features: ['invoices:read'] };
    const asked: [string, 'GET' | 'POST' | 'DELETE', string, object?][] = [
      ['widget-sessions:write', 'POST', '/v1/widget-sessions', body], ['widget-sessions:write', 'DELETE', `/v1/widget-sessions/${uuid()}`],
      ['clients:read', 'GET', '/v1/partner/clients'], ['keys:write', 'GET', '/v1/partner/keys'],
      ['keys:write', 'POST', '/v1/partner/keys', { name: 'x', scopes: ['keys:write'] }],
    ];
    for (const scope of ['widget-sessions:write', 'clients:read', 'keys:write']) {
      const { secret } = await keyFor(partner.id, { scopes: [scope] });
      for (const [needed, method, url, payload] of asked) {
        const { statusCode, body: text } = await send(secret, method, url, payload);
        if (needed === scope) assert.ok(statusCode < 300, `${scope} ${method} ${url} ${text}`);
        else assert.deepEqual([statusCode, JSON.parse(text).code], [403, 'KONTOR_SCOPE_MISSING'], `${scope} ${method} ${url}`);
      }
    }
  });

  test('a key makes none that may do more or lives longer, and touches no other partner', async () => {
    const { id } = await registered();
    const today = fixture.clock.now().toISOString().slice(0, 10);
    const soon = new Date(fixture.clock.now().getTime() + 5 * DAY).toISOString().slice(0, 10);
    const late = new Date(fixture.clock.now().getTime() + 9 * DAY).toISOString().slice(0, 10);
    const { secret } = await keyFor(id, { scopes: ['keys:write'], expiresOn: soon });
    const make = async (draft: object) => (await send(secret, 'POST', '/v1/partner/keys', { name: 'x', scopes: ['keys:write'], ...draft })).json();
    assert.equal((await make({ scopes: ['keys:write', 'clients:read'] })).code, 'KONTOR_SCOPE_MISSING');
    assert.equal((await make({ expiresOn: late })).code, 'KONTOR_REQUEST_INVALID');
    assert.equal((await make({ expiresOn: '2020-01-01' })).code, 'KONTOR_REQUEST_INVALID');
    assert.equal((await make({})).key.expiresOn, soon);
    assert.equal((await make({ expiresOn: today })).key.expiresOn, today);
    const other = await keyFor((await registered()).id);
    assert.equal((await send(secret, 'DELETE', `/v1/partner/keys/${other.key.id}`)).json().code, 'KONTOR_NOT_FOUND');
    assert.equal((await operate('DELETE', `partners/${id}/keys/${other.key.id}`)).json().code, 'KONTOR_NOT_FOUND');
    assert.equal((await send(other.secret, 'GET', '/v1/partner/clients')).statusCode, 200);
  });

  test('a key is taken to the end of its last day', async () => {
    const { id } = await registered();
    const { secret } = await keyFor(id, { expiresOn: fixture.clock.now().toISOString().slice(0, 10) });
    assert.equal((await send(secret, 'GET', '/v1/partner/clients')).statusCode, 200);
    fixture.clock.pass(DAY);
    const answer = await send(secret, 'GET', '/v1/partner/clients');
    assert.deepEqual([answer.statusCode, answer.json().code], [401, 'KONTOR_TOKEN_EXPIRED']);
  });

  test('the last use is kept, and written once a minute', async () => {
    const { id } = await registered();
    const { secret } = await keyFor(id);
    const used = async () => {
      await send(secret, 'GET', '/v1/partner/clients');
      return (await listed(id))[0]?.lastUsedAt;
    };
    assert.equal((await listed(id))[0]?.lastUsedAt, null);
    const first = await used();
    assert.equal(first, fixture.clock.now().toISOString());
    fixture.clock.pass(59_000);
    assert.equal(await used(), first);
    fixture.clock.pass(1000);
    assert.equal(await used(), fixture.clock.now().toISOString());
  });

  test('origins are put on the list as browsers send them, and taken off', async () => {
    const { id } = await registered();
    const add = async (origin: unknown) => (await operate('POST', `partners/${id}/origins`, { origin })).statusCode;
    assert.deepEqual([await add('https://a.example'), await add('https://a.example'), await add('http://localhost:4601')], [204, 204, 204]);
    const hostile = ['https://A.example', 'https://a.example/', 'http://a.example', 'https://a.example:443', 'https://a.example.', 'https://*.example', 'https://a.example/x',
      'https://u@a.example', 'https://münchen.example', 'null', '', 'javascript:alert(1)', 'chrome-extension://kdlgmbgnfejoafibdjabjojekdekcmnj', `https://${'a'.repeat(400)}.example`, 7, null, 'https://a.example\u0000'];
    for (const origin of hostile) assert.equal(await add(origin), 400, String(origin));
    assert.deepEqual((await operate('GET', `partners/${id}/origins`)).json().rows, ['http://localhost:4601', 'https://a.example']);
    const off = (origin: string) => operate('DELETE', `partners/${id}/origins?origin=${encodeURIComponent(origin)}`);
    assert.equal((await off('https://a.example')).statusCode, 204);
    assert.equal((await off('https://a.example')).json().code, 'KONTOR_NOT_FOUND');
    assert.deepEqual((await operate('GET', `partners/${id}/origins`)).json().rows, ['http://localhost:4601']);
    assert.equal((await operate('POST', `partners/${uuid()}/origins`, { origin: 'https://a.example' })).json().code, 'KONTOR_NOT_FOUND');
  });

  test('a partner lists its own clients and nobody else’s', async () => {
    const { id } = await registered();
    const { secret } = await keyFor(id);
    const [first, second, foreign] = [await fixture.organisation('Alpha'), await fixture.organisation('Beta'), await fixture.organisation('Gamma')];
    await fixture.grant(first, { id, key: '' });
    fixture.clock.pass(1000);
    await fixture.grant(second, { id, key: '' }, 'limited');
    await fixture.grant(foreign, await fixture.partner());
    const gone = await fixture.organisation('Gone');
    await fixture.insert('partner_grant', { organisation_id: gone, partner_id: id, access: 'full', granted_at: new Date(0), revoked_at: new Date(1) });
    const list: ClientWindow = (await send(secret, 'GET', '/v1/partner/clients')).json();
    assert.deepEqual(list.rows.map((row) => [row.id, row.name, row.access]), [[second, 'Beta', 'limited'], [first, 'Alpha', 'full']]);
    assert.equal(list.count, 2);
    const page: ClientWindow = (await send(secret, 'GET', '/v1/partner/clients?offset=1&limit=1')).json();
    assert.deepEqual([page.rows.map(({ name }) => name), page.count], [['Alpha'], 2]);
    assert.deepEqual((await operate('GET', `partners/${id}/clients`)).json(), list);
  });

  test('drafts that say nothing sensible are refused', async () => {
    const { id } = await registered();
    const keys = [{}, { name: '', scopes: ['keys:write'] }, { name: ' ', scopes: ['keys:write'] }, { name: 'x\ny', scopes: ['keys:write'] }, { name: 'x\u0000', scopes: ['keys:write'] },
      { name: 'x', scopes: [] }, { name: 'x', scopes: ['keys:write', 'keys:write'] }, { name: 'x', scopes: ['*'] }, { name: 'x', scopes: 'keys:write' },
      { name: 'x', scopes: ['keys:write'], expiresOn: '2026-02-30' }, { name: 'x', scopes: ['keys:write'], hash: 'x' }, { name: 'x'.repeat(101), scopes: ['keys:write'] }];
    for (const draft of keys) assert.equal((await operate('POST', `partners/${id}/keys`, draft)).statusCode, 400, JSON.stringify(draft));
    assert.equal((await operate('POST', `partners/${uuid()}/keys`, { name: 'x', scopes: ['keys:write'] })).statusCode, 404);
    const partners: [object, number][] = [
      [{ name: 'x', paymentMode: 'partner-pays' }, 400], [{ name: 'x', paymentMode: 'nobody' }, 400], [{ name: 'x' }, 400],
      [{ name: 'x', paymentMode: 'partner-pays', organisation: uuid() }, 404], [{ name: 'x', paymentMode: 'client-pays', organisation: 'x' }, 400],
    ];
    for (const [draft, status] of partners) assert.equal((await operate('POST', 'partners', draft)).statusCode, status, JSON.stringify(draft));
    const { partner, token } = await fixture.signedIn();
    for (const key of [partner.key, token, 'x']) assert.equal((await send(key, 'GET', '/v1/operator/partners')).json().code, 'KONTOR_TOKEN_INVALID');
  });
});
