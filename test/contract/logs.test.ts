import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { buildApp } from '../../server/app.ts';
import { systemClock } from '../../server/clock.ts';
import type { App } from '../../server/http/app-parts.ts';
import { logSettings } from '../../server/http/log-settings.ts';
import { secretHash } from '../../server/identity/secret-hash.ts';
import { DEMO_PASSWORD, DEMO_PASSWORD_HASH } from '../../server/seed/demo-credentials.ts';
import { DatabaseError } from '../../server/storage/database.ts';
import { Feature } from '../../shared/contract/session.ts';
import { Fixture, GATEWAY, ORIGIN } from '../support/fixture.ts';
import { makeShop } from '../support/orders/make-shop.ts';
import { routesOf } from '../support/routes-of.ts';
import { injectFetch, SignInClient } from '../support/sign-in-client.ts';
import type { Fetch } from '../support/sign-in-client.ts';

const fixture = await Fixture.start();
const { database, operatorKey } = fixture;
// Proofs of a real client tell the real time.
const clock = systemClock;
const shop = await makeShop(database);
const { account, organisation, partner, session } = await fixture.signedIn();

/** Something that stands nowhere but where it is put, and that no pattern would know for a secret. */
const planted = new Set<string>();
const plant = (prefix = 'Planted'): string => {
  const secret = `${prefix}${randomBytes(4).toString('hex')}`;
  planted.add(secret);
  return secret;
};
for (const secret of [operatorKey, partner.key, DEMO_PASSWORD]) planted.add(secret);

/** Every line that a gateway wrote. */
const written: string[] = [];
const logger = { ...logSettings('trace'), stream: { write: (line: string) => void written.push(line) } };
const { app, routes } = await routesOf(() => buildApp({ database, clock, gatewayUrl: GATEWAY, operatorKeyHash: secretHash(operatorKey), logger }));
after(() => app.close());

interface Line { readonly level: number; readonly msg: string; readonly route?: string | null; readonly status?: number; readonly requestId?: string; readonly ms?: number }
const lines = (): Line[] => written.map((line) => JSON.parse(line) as Line);
const requestLines = (): (Line & Record<string, unknown>)[] => lines().filter(({ msg }) => msg === 'request') as never;

/** Remembers what came back that nobody else may have: cookies, codes, tokens, the ids of interactions. */
function rememberSecrets(answer: Response, body: string): void {
  for (const cookie of answer.headers.getSetCookie()) planted.add(/=([^;]*)/.exec(cookie)?.[1] ?? '');
  const location = answer.headers.get('location') ?? '';
  const secrets = [
    ...[...location.matchAll(/[?&](?:code|state)=([^&]+)/g)].map((match) => match[1]), /\/sign-in\/([^?/]+)/.exec(location)?.[1], /\/oauth\/authorize\/([^?/]+)/.exec(location)?.[1],
    ...[...body.matchAll(/"(?:access_token|refresh_token|id_token|token)":"([^"]+)"/g)].map((match) => match[1]),
    /name="token" value="([^"]+)"/.exec(body)?.[1],
  ];
  for (const secret of secrets) if (secret) planted.add(secret);
}

const listening: Fetch = async (url, init = {}) => {
  for (const name of ['authorization', 'dpop', 'cookie']) if (init.headers?.[name]) planted.add(init.headers[name].replace(/^\w+ /, ''));
  const answer = await injectFetch(app)(url, init);
  const body = await answer.clone().text();
  rememberSecrets(answer, body);
  return answer;
};

async function mint(): Promise<string> {
  const answer = await app.inject({
    method: 'POST', url: '/v1/widget-sessions', headers: { authorization: `Bearer ${partner.key}` },
    payload: { person: account, origin: ORIGIN, elements: ['invoice-list'], features: Feature.enum },
  });
  const { token } = answer.json();
  planted.add(token);
  return token;
}

/** An address of the route with our ids in it, and something planted in what it searches for. */
function addressOf(url: string, secret: string): string {
  const ids: Readonly<Record<string, string>> = { organisationId: organisation, hash: secretHash(secret), code: 'KONTOR_NOT_FOUND', uid: secret };
  return `${url.replaceAll(/:(\w+)/g, (_all, name: string) => ids[name] ?? uuid()).replaceAll('*', '')}?search=${secret}&code=${secret}`;
}

async function callAll(by: App, token: string): Promise<void> {
  const keys = [`Bearer ${token}`, `Bearer ${partner.key}`, `Bearer ${operatorKey}`, `Bearer ${plant()}`, `DPoP ${plant()}`];
  for (const { method, url } of routes) {
    for (const authorization of keys) {
      const headers = { authorization, origin: ORIGIN, cookie: `kontor-sign-in=${plant()}`, dpop: plant(), 'idempotency-key': plant(), 'x-forwarded-for': '198.51.100.1', 'user-agent': plant() };
      const payload = { code: plant('CODE'), codes: [plant('CODE')], email: `${plant()}@example.com`, password: plant(), text: plant() };
      const body = method === 'GET' || method === 'HEAD' || method === 'OPTIONS' ? {} : { payload };
      await by.inject({ method: method as 'GET', url: addressOf(url, plant()), headers, ...body });
    }
  }
}

test('one line a request, with who and what for, by route', async () => {
  written.length = 0;
  const token = await mint();
  const call = (url: string, authorization: string, method: 'GET' | 'DELETE' = 'GET') => app.inject({ url, method, headers: { authorization, origin: ORIGIN } });
  const asked = await call(`/v1/organisations/${organisation}/prepaid?x=1`, `Bearer ${token}`);
  await call(`/v1/organisations/${organisation}/products`, `Bearer ${token}`);
  await call('/nowhere/at/all', `Bearer ${token}`);
  await call('/v1/%', '');
  await call('/metrics', `Bearer ${operatorKey}`);
  await call('/oauth/token', '');
  await call(`/v1/widget-sessions/${session}`, `Bearer ${partner.key}`, 'DELETE');
  const told = requestLines().map(({ method, route, status, caller, account: who, partner: by, organisation: where }) => [method, route, status, caller, who, by, where]);
  assert.deepEqual(told, [
    ['POST', '/v1/widget-sessions', 201, 'partner', undefined, partner.id, undefined],
    ['GET', '/v1/organisations/:organisationId/prepaid', 400, 'widget', account, partner.id, organisation],
    ['GET', '/v1/organisations/:organisationId/products', 200, 'widget', account, partner.id, organisation],
    ['GET', null, 404, 'nobody', undefined, undefined, undefined],
    ['GET', null, 400, 'nobody', undefined, undefined, undefined],
    ['GET', '/metrics', 200, 'operator', undefined, undefined, undefined],
    ['GET', '/oauth/token', 404, 'nobody', undefined, undefined, undefined],
    ['DELETE', '/v1/widget-sessions/:id', 204, 'partner', undefined, partner.id, undefined],
  ]);
  const [, line] = requestLines();
  assert.equal(line?.requestId, asked.headers['x-request-id']);
  assert.equal(typeof line?.ms, 'number');
});

test('no secret is in the logs of a run over all routes, sign-in and failures', async () => {
  const token = await mint();
  await callAll(app, token);
  planted.add(await shop.code());

  const email = `${plant('planted')}@example.com`;
  await database.asOwner((tx) => tx.query('update account set email = $2 where id = $1', [account, email]));
  await fixture.insert('account_password', { account_id: account, hash: DEMO_PASSWORD_HASH, changed_at: clock.now() });
  const client = new SignInClient(GATEWAY, listening);
  const request = await client.request({ prompt: 'login consent', login_hint: email });
  for (const secret of [request.state, request.nonce, request.verifier]) planted.add(secret);
  const page = await client.open(request.url);
  await client.submit(page, { email, password: plant(), act: 'sign-in' });
  const end = await client.submit(page, { email, password: DEMO_PASSWORD, act: 'sign-in' });
  const tokens = await client.redeem(request, end.redirect);
  for (const secret of [tokens.accessToken, tokens.refreshToken, tokens.idToken]) planted.add(secret);
  await client.call(tokens, 'GET', `/v1/organisations/${organisation}/prepaid`);
  // Code and refresh token a second time, a code that never was, a client, redirect and scope that are not.
  await assert.rejects(client.redeem(request, end.redirect));
  await assert.rejects(client.refresh(tokens.refreshToken, tokens.keys));
  await assert.rejects(client.refresh(plant(), tokens.keys));
  for (const more of [{ client_id: plant() }, { redirect_uri: `https://${plant('p')}.example/` }, { scope: plant() }, { resource: `https://${plant('p')}.example/` }, { prompt: plant() }]) {
    await client.open((await client.request(more)).url);
  }
  for (const field of ['code', 'refresh_token', 'client_id', 'grant_type', 'code_verifier', 'token']) {
    for (const path of ['token', 'revoke']) {
      const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: 'kontor-extension', [field]: plant() }).toString();
      await listening(`${GATEWAY}/oauth/${path}`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', dpop: plant() }, body });
    }
  }

  const gone = async () => {
    throw new DatabaseError(`no such thing: "${[...planted].slice(0, 20).join(' ')}"`, '22P02', undefined);
  };
  const broken = await buildApp({ database: { ...database, query: gone, transaction: gone, asOwner: gone, engine: 'postgres', close: async () => {} }, clock, gatewayUrl: GATEWAY, logger });
  await callAll(broken, token);
  await broken.close();

  const statuses = new Set(requestLines().map(({ status }) => status));
  for (const status of [200, 201, 400, 401, 404, 405, 500]) assert.ok(statuses.has(status), `no ${status} among ${[...statuses].join(' ')}`);
  assert.ok(lines().some(({ level }) => level >= 50));
  assert.ok(lines().some(({ msg }) => /sign-in was refused/.test(msg)));
  assert.ok(planted.size > 500);
  const log = written.join('');
  assert.deepEqual([...planted].filter((secret) => secret.length >= 8 && log.includes(secret)), []);
});
