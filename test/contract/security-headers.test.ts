import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { buildApp } from '../../server/app.ts';
import { secretHash } from '../../server/identity/secret-hash.ts';
import { Fixture, ORIGIN } from '../support/fixture.ts';
import { routesOf } from '../support/routes-of.ts';

const GATEWAY = 'https://gateway.example.com';
const EXTENSION = 'chrome-extension://kdlgmbgnfejoafibdjabjojekdekcmnj';
const fixture = await Fixture.start();
const { database, clock, operatorKey } = fixture;
const { account, organisation, partner } = await fixture.signedIn();
const { app, routes } = await routesOf(() => buildApp({ database, clock, gatewayUrl: GATEWAY, operatorKeyHash: secretHash(operatorKey) }));
after(() => app.close());

/** What may be kept by a browser or proxy: answers that are the same for everybody. */
const PUBLIC = /^(\/docs|\/v1\/logos\/|\/sign-in\/page-[0-9a-f]+\.css|\/\.well-known\/jwks\.json|\/oauth\/authorize$)/;

/** A session of its own for each route: some of them end it. */
async function mint(): Promise<string> {
  const answer = await app.inject({
    method: 'POST', url: '/v1/widget-sessions', headers: { authorization: `Bearer ${partner.key}` },
    payload: { person: account, origin: ORIGIN, elements: ['invoice-list'], features: ['invoices:read', 'organisations:list', 'products:read', 'prepaid:read'] },
  });
  return answer.json().token;
}

type Headers = Readonly<Record<string, string>>;
const asked: { what: string; url: string; origin: string | undefined; status: number; answer: Record<string, unknown> }[] = [];

async function ask(method: string, url: string, headers: Headers, payload?: string | object): Promise<void> {
  const answer = await app.inject({ method: method as 'GET', url, headers, ...(payload === undefined ? {} : { payload }) });
  const what = `${method} ${url} ${headers['authorization']?.slice(0, 12) ?? ''} ${headers['origin'] ?? ''} -> ${answer.statusCode}`;
  asked.push({ what, url, origin: headers['origin'], status: answer.statusCode, answer: answer.headers });
}

/** Every method that every address takes or refuses, by everybody, from everywhere, well and badly. */
async function askAll(): Promise<void> {
  for (const { method, url: pattern } of routes) {
    const url = pattern.replaceAll(/:(\w+)/g, (_all, name: string) => (name === 'organisationId' ? organisation : uuid())).replaceAll('*', '');
    const callers = [{}, { authorization: `Bearer ${await mint()}` }, { authorization: `Bearer ${partner.key}` }, { authorization: `Bearer ${operatorKey}` }, { authorization: 'Basic eA==' }];
    for (const caller of callers) for (const origin of [ORIGIN, 'https://evil.test']) await ask(method, url, { ...caller, origin });
    await ask('OPTIONS', url, { origin: ORIGIN, 'access-control-request-method': method });
    await ask('OPTIONS', url, { origin: 'https://evil.test', 'access-control-request-method': method });
    if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') continue;
    const authorization = `Bearer ${partner.key}`;
    await ask(method, url, { authorization, 'content-type': 'application/json' }, '{');
    await ask(method, url, { authorization, 'content-type': 'text/plain' }, 'x');
    await ask(method, url, { authorization, 'content-type': 'application/json' }, JSON.stringify({ x: 'x'.repeat(70_000) }));
  }
  for (const url of ['/nowhere', '/v1/%', '/oauth/nowhere', '/docs/nowhere.js', `/${'x'.repeat(500)}`]) await ask('GET', url, { origin: ORIGIN });
  await ask('GET', '/healthz', Object.fromEntries(Array.from({ length: 120 }, (_none, index) => [`x${index}`, '1'])));
}

test('every answer of every route, right or wrong, carries the headers', async () => {
  await askAll();
  const statuses = new Set(asked.map(({ status }) => status));
  for (const status of [200, 204, 302, 400, 401, 403, 404, 405, 413, 415, 431]) assert.ok(statuses.has(status), `${status} among ${[...statuses].join(' ')}`);
  assert.ok(!statuses.has(500));
  for (const { what, url, answer } of asked) {
    assert.equal(answer['x-content-type-options'], 'nosniff', what);
    assert.match(String(answer['content-security-policy']), /default-src 'none'/, what);
    assert.match(String(answer['content-security-policy']), /frame-ancestors 'none'|sandbox/, what);
    assert.equal(answer['referrer-policy'], 'no-referrer', what);
    assert.match(String(answer['strict-transport-security']), /max-age=31536000/, what);
    assert.match(String(answer['x-request-id']), /^[0-9a-f-]{36}$/, what);
    assert.match(String(answer['vary']), /Origin/i, what);
    assert.ok(answer['cross-origin-opener-policy'], what);
    assert.ok(answer['cross-origin-resource-policy'], what);
    if (!PUBLIC.test(url)) assert.match(String(answer['cache-control']), /no-store/, what);
    assert.equal(answer['x-powered-by'] ?? answer['server'], undefined, what);
  }
});

test('only the page of the session may read, and nobody with cookies', async () => {
  assert.ok(asked.length > 0);
  for (const { what, url, origin, status, answer } of asked) {
    const allowed = answer['access-control-allow-origin'];
    assert.equal(answer['access-control-allow-credentials'], undefined, what);
    // What sign-in publishes about itself is for everybody.
    if (/^\/\.well-known\/(openid-configuration|oauth-authorization-server)/.test(url)) continue;
    // Until the provider knows the client it lets every page read why it refuses; it takes no cookies there.
    if (/^\/oauth\/(token|revoke)/.test(url) && status !== 200) continue;
    if (allowed === '*') assert.match(url, /^\/(\.well-known\/|oauth\/|v1\/logos\/)/, what);
    else if (allowed !== undefined) assert.deepEqual([allowed, origin], [ORIGIN, ORIGIN], what);
  }
  const withToken = asked.filter(({ what, status }) => what.includes('Bearer eyJ') && status === 200 && what.includes('/v1/organisations/'));
  assert.ok(withToken.length > 3);
  for (const { what, origin, answer } of withToken) assert.deepEqual([origin, answer['access-control-allow-origin']], [ORIGIN, ORIGIN], what);
});

test('the token endpoint lets the extension read and no web page', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const payload = 'grant_type=authorization_code&client_id=kontor-extension&code=x&code_verifier=x&redirect_uri=x';
  for (const [origin, allowed] of [[EXTENSION, EXTENSION], ['https://evil.test', undefined], [ORIGIN, undefined], ['null', undefined]] as const) {
    const answer = await app.inject({ method: 'POST', url: '/oauth/token', headers: { ...headers, origin }, payload });
    assert.deepEqual([answer.statusCode, answer.headers['access-control-allow-origin'], answer.headers['access-control-allow-credentials']], [400, allowed, undefined], origin);
  }
});

test('an extension may read errors and preflights, a look-alike may not', async () => {
  for (const [origin, allowed] of [[EXTENSION, EXTENSION], ['null', undefined], [`${ORIGIN}.evil.test`, undefined], [ORIGIN.toUpperCase(), undefined], [`${ORIGIN}:443`, undefined]] as const) {
    const preflight = await app.inject({ method: 'OPTIONS', url: '/v1/session', headers: { origin, 'access-control-request-method': 'GET' } });
    const refused = await app.inject({ url: '/v1/session', headers: { origin } });
    assert.deepEqual([preflight.headers['access-control-allow-origin'], refused.headers['access-control-allow-origin']], [allowed, allowed], origin);
  }
});
