import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { buildApp } from '../../server/app.ts';
import { RATE_LIMITS } from '../../server/http/rate-limits.ts';
import type { RateLimitSettings } from '../../server/http/rate-limits.ts';
import { readProxies } from '../../server/identity/sign-in/caller-address.ts';
import { Fixture, GATEWAY, ORIGIN } from '../support/fixture.ts';
import { makeShop } from '../support/orders/make-shop.ts';

const EXTENSION = 'chrome-extension://kdlgmbgnfejoafibdjabjojekdekcmnj';
const fixture = await Fixture.start();
const shop = await makeShop(fixture.database);
const { account, organisation, partner, token } = await fixture.signedIn();

/** A gateway with limits of its own, and nothing counted yet. */
async function limited(rateLimits: Partial<RateLimitSettings>, more: { trustedProxies?: string } = {}) {
  const { database, clock } = fixture;
  const app = await buildApp({
    database, clock, gatewayUrl: GATEWAY, rateLimits: { ...RATE_LIMITS, ...rateLimits },
    ...(more.trustedProxies === undefined ? {} : { trustedProxies: readProxies(more.trustedProxies) }),
  });
  after(() => app.close());
  return {
    app,
    widget: (url = '/v1/session', by = token) => app.inject({ url, headers: { authorization: `Bearer ${by}`, origin: ORIGIN } }),
    from: (address: string, url = '/healthz') => app.inject({ url, remoteAddress: address }),
    through: (peer: string, forwarded: string) => app.inject({ url: '/healthz', remoteAddress: peer, headers: { 'x-forwarded-for': forwarded } }),
    mint: (payload: object = {}) => app.inject({
      method: 'POST', url: '/v1/widget-sessions', headers: { authorization: `Bearer ${partner.key}` },
      payload: { person: account, origin: ORIGIN, elements: ['invoice-list'], features: ['invoices:read', 'orders:write'], ...payload },
    }),
  };
}

type Answer = Awaited<ReturnType<Awaited<ReturnType<typeof limited>>['widget']>>;

/** What a caller reads who is refused for asking too often. */
function assertRefused({ statusCode, headers, body }: Answer, name: string, most: number): void {
  assert.equal(statusCode, 429, body);
  assert.equal(JSON.parse(body).code, 'KONTOR_RATE_LIMITED');
  const wait = Number(headers['retry-after']);
  assert.ok(wait >= 1 && wait <= 60, String(wait));
  assert.match(String(headers['ratelimit-policy']), new RegExp(`"${name}";q=${most};w=60`));
  assert.match(String(headers['ratelimit']), new RegExp(`"${name}";r=0;t=${wait}(,|$)`));
  assert.equal(headers['cache-control'], 'no-store');
}

describe('whoever asks too often', () => {
  test('from one address, whatever for', async () => {
    const { from } = await limited({ address: 3 });
    for (const url of ['/healthz', '/nowhere', '/v1/session']) {
      const left = String((await from('198.51.100.1', url)).headers['ratelimit']);
      assert.match(left, /^"address";r=[012];t=(60|5\d)$/);
    }
    assertRefused(await from('198.51.100.1'), 'address', 3);
    assertRefused(await from('::ffff:198.51.100.1'), 'address', 3);
    assert.equal((await from('198.51.100.2')).statusCode, 200);
  });

  test('from one IPv6 network', async () => {
    const { from } = await limited({ address: 1 });
    assert.equal((await from('2001:db8:1:2::1')).statusCode, 200);
    assertRefused(await from('2001:db8:1:2:ffff::2'), 'address', 1);
    assert.equal((await from('2001:db8:1:3::1')).statusCode, 200);
  });

  test('through a proxy is counted by the address that a trusted one names, and nobody names one for themselves', async () => {
    const { through } = await limited({ address: 1 }, { trustedProxies: '10.0.0.9' });
    assert.equal((await through('10.0.0.9', '198.51.100.1')).statusCode, 200);
    assert.equal((await through('10.0.0.9', '198.51.100.2')).statusCode, 200);
    assertRefused(await through('10.0.0.9', '203.0.113.77, 198.51.100.1'), 'address', 1);
    assert.equal((await through('198.51.100.9', '203.0.113.1')).statusCode, 200);
    assertRefused(await through('198.51.100.9', '203.0.113.2'), 'address', 1);
  });

  test('as one person, who may read why in the page', async () => {
    const { widget, mint } = await limited({ person: 2 });
    const second = (await mint()).json().token;
    assert.equal((await widget()).statusCode, 200);
    assert.equal((await widget('/v1/session', second)).statusCode, 200);
    const refused = await widget();
    assertRefused(refused, 'person', 2);
    assert.equal(refused.headers['access-control-allow-origin'], ORIGIN);
    assert.match(String(refused.headers['access-control-expose-headers']), /ratelimit, ratelimit-policy, retry-after/);
    const other = await fixture.signedIn();
    assert.equal((await widget('/v1/session', other.token)).statusCode, 200);
  });

  test('from one address, and may read why in a page that was known', async () => {
    const { app, widget } = await limited({ address: 4 });
    const ask = (origin: string) => app.inject({ url: '/v1/session', headers: { authorization: `Bearer ${token}`, origin } });
    const preflight = (origin: string) =>
      app.inject({ method: 'OPTIONS', url: '/v1/session', headers: { origin, 'access-control-request-method': 'GET' } });
    await ask('https://evil.test');
    await preflight('https://evil.test');
    await app.inject('/healthz');
    assert.equal((await widget()).statusCode, 200);
    for (const origin of [ORIGIN, EXTENSION]) {
      const [before, refused] = [await preflight(origin), await ask(origin)];
      assert.deepEqual([before.statusCode, before.headers['access-control-allow-origin']], [204, origin]);
      assert.match(String(before.headers['access-control-allow-headers']), /authorization/);
      assertRefused(refused, 'address', 4);
      assert.equal(refused.headers['access-control-allow-origin'], origin);
      assert.match(String(refused.headers['access-control-expose-headers']), /retry-after/);
    }
    for (const origin of ['https://evil.test', `${ORIGIN}.evil.test`, 'null']) {
      for (const refused of [await preflight(origin), await ask(origin)]) {
        assertRefused(refused, 'address', 4);
        assert.equal(refused.headers['access-control-allow-origin'], undefined);
      }
    }
  });

  test('at the token endpoint, and may read why in the extension', async () => {
    const { app } = await limited({ 'sign-in': 1 });
    const ask = () => app.inject({ method: 'POST', url: '/oauth/token', headers: { origin: EXTENSION } });
    await ask();
    const refused = await ask();
    assertRefused(refused, 'sign-in', 1);
    assert.equal(refused.headers['access-control-allow-origin'], EXTENSION);
  });

  test('with one partner key; starting sessions is counted apart', async () => {
    const { mint } = await limited({ partner: 3, sessions: 2 });
    assert.deepEqual([(await mint()).statusCode, (await mint()).statusCode], [201, 201]);
    const refused = await mint();
    assertRefused(refused, 'sessions', 2);
    assert.match(String(refused.headers['ratelimit']), /"partner";r=0/);
    assertRefused(await mint(), 'partner', 3);
  });

  test('with a token or key that is not valid is nobody but an address', async () => {
    const { app, widget } = await limited({ person: 1, partner: 1 });
    for (let turn = 0; turn < 3; turn += 1) {
      assert.equal((await widget('/v1/session', `${token}x`)).statusCode, 401);
      assert.equal((await app.inject({ method: 'POST', url: '/v1/widget-sessions', headers: { authorization: 'Bearer guess' } })).statusCode, 401);
    }
    assert.equal((await widget()).statusCode, 200);
  });

  test('guesses promo codes, one by one or many in a cart', async () => {
    const { app, mint } = await limited({ codes: 5 });
    const { token: session } = (await mint()).json();
    const headers = { authorization: `Bearer ${session}`, origin: ORIGIN };
    const base = `/v1/organisations/${organisation}`;
    const check = () => app.inject({ method: 'POST', url: `${base}/promo-codes/check`, headers, payload: { code: 'GUESS' } });
    const payload = (codes: readonly string[]) => ({ items: [{ item: shop.item.domain, quantity: 1 }], paymentMethod: 'prepaid', codes });
    const cart = (codes: readonly string[], url = '/orders/trial') => app.inject({ method: 'POST', url: base + url, headers, payload: payload(codes) });
    assert.equal((await check()).statusCode, 200);
    for (let turn = 0; turn < 10; turn += 1) assert.equal((await cart([])).statusCode, 200);
    assert.equal((await cart(['GUESS-A', 'GUESS-B', 'GUESS-C', 'GUESS-D'])).statusCode, 200);
    assertRefused(await check(), 'codes', 5);
    assertRefused(await cart(['GUESS']), 'codes', 5);
    assertRefused(await cart(['GUESS'], '/orders'), 'codes', 5);
    assert.equal((await cart([])).statusCode, 200);
    const opened = await cart([], '/orders');
    assert.equal(opened.statusCode, 201, opened.body);
    const { id, revision } = opened.json();
    const change = (codes: readonly string[]) => app.inject({ method: 'PUT', url: `${base}/orders/${id}`, headers, payload: { ...payload(codes), revision } });
    assertRefused(await change(['GUESS']), 'codes', 5);
    assert.equal((await change([])).statusCode, 200);
  });

  test('at sign-in gets a page, at the token endpoint a problem', async () => {
    const { app } = await limited({ 'sign-in': 2 });
    await app.inject('/sign-out');
    await app.inject('/.well-known/openid-configuration');
    const page = await app.inject('/sign-out');
    assert.deepEqual([page.statusCode, page.headers['content-type']], [429, 'text/html; charset=utf-8']);
    assert.ok(Number(page.headers['retry-after']) >= 1);
    assert.match(page.body, /Too many requests/);
    assertRefused(await app.inject({ method: 'POST', url: '/oauth/token' }), 'sign-in', 2);
    assert.equal((await app.inject('/healthz')).statusCode, 200);
  });
});

test('a page with every element on it stays far below the limits', async () => {
  const { app, widget, mint } = await limited({});
  const paths = ['invoices', 'to-pay', 'products', 'prepaid', 'prepaid/movements'].map((rest) => `/v1/organisations/${organisation}/${rest}`);
  for (let load = 0; load < 5; load += 1) {
    await mint();
    for (const url of ['/v1/session', '/v1/organisations', ...paths]) {
      await app.inject({ method: 'OPTIONS', url, headers: { origin: ORIGIN, 'access-control-request-method': 'GET' } });
      assert.equal((await widget(url)).statusCode, 200, url);
    }
  }
});

test('without limits nothing is counted', async () => {
  const { headers } = await fixture.call(token, '/v1/session');
  assert.deepEqual([headers['ratelimit'], headers['ratelimit-policy']], [undefined, undefined]);
});
