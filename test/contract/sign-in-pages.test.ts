import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildApp } from '../../server/app.ts';
import { systemClock } from '../../server/clock.ts';
import { countAttempt, forgiveAttempt } from '../../server/identity/sign-in/attempts.ts';
import type { AuditWindow } from '../../shared/contract/audit.ts';
import { EXTENSION_CLIENT_ID, EXTENSION_REDIRECTS } from '../../shared/domain/extension-client.ts';
import { GATEWAY } from '../support/fixture.ts';
import { injectFetch, SignInClient } from '../support/sign-in-client.ts';
import type { Visit } from '../support/sign-in-client.ts';
import { SignInFixture } from '../support/sign-in-fixture.ts';

describe('the pages of sign-in', async () => {
  const gateway = await SignInFixture.start();
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  async function atPage(more: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<{ client: SignInClient; page: Visit }> {
    const client = gateway.client();
    return { client, page: await client.open((await client.request(more)).url, { headers }) };
  }

  test('speak the language asked for, then the browser\'s, then English, and change it without a script', async () => {
    for (const [more, accept, language, title] of [
      [{ ui_locales: 'xx fr-CA de' }, 'it', 'fr', 'Se connecter'],
      [{}, 'rm, it-CH;q=0.8, de;q=0.9', 'de', 'Anmelden'],
      [{}, 'es', 'es', 'Iniciar sesión'],
      [{}, 'q=;;,,;q=x, it', 'it', 'Accedi'],
      [{ ui_locales: 'ja' }, 'zh', 'en', 'Sign in'],
    ] as const) {
      const { page } = await atPage(more, { 'accept-language': accept });
      assert.ok(page.body.includes(`<html lang="${language}">`) && page.body.includes(`<h1>${title}</h1>`), language);
    }
    const { client, page } = await atPage();
    const german = await client.open(new URL('?lang=de', page.url));
    const wrong = await client.submit(german, { email: 'a@example.com', password: 'x', act: 'sign-in' });
    assert.match(wrong.body, /E-Mail oder Passwort ist falsch\./);
  });

  test('run nothing, are kept nowhere, are framed by nobody, and may lead on to the extension only', async () => {
    const { page } = await atPage();
    const policy = `default-src 'none'; style-src 'self'; form-action 'self' ${new URL(EXTENSION_REDIRECTS[0]).origin}; base-uri 'none'; frame-ancestors 'none'`;
    const { headers } = page.response;
    assert.deepEqual(['content-security-policy', 'cache-control', 'referrer-policy', 'x-content-type-options'].map((name) => headers.get(name)),
      [policy, 'no-store', 'no-referrer', 'nosniff']);
    assert.doesNotMatch(page.body, /<script|<style|style=|\son\w+=|https?:/);
    const [styles = ''] = /\/sign-in\/page-\w+\.css/.exec(page.body) ?? [];
    const answer = await gateway.fetch(`${GATEWAY}${styles}`);
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'text/css; charset=utf-8']);
  });

  test('behind a proxy with https, cookies and addresses say so', async () => {
    const { database, clock } = gateway.fixture;
    const app = await buildApp({ database, clock, gatewayUrl: 'https://kontor.example' });
    const cookies: string[] = [];
    const client = new SignInClient('https://kontor.example', async (url, init) => {
      const answer = await injectFetch(app)(url, init);
      cookies.push(...answer.headers.getSetCookie());
      return answer;
    });
    const answer = await injectFetch(app)((await client.request()).url.href);
    assert.match(answer.headers.get('location') ?? '', /^\/sign-in\/[\w-]+$/);
    assert.ok((await client.signIn((await gateway.person()).email)).refreshToken);
    assert.deepEqual(new Set(cookies.map((line) => line.split(/\.sig=|=/)[0])), new Set(['kontor-interaction', 'kontor-resume', 'kontor-sign-in']));
    for (const line of cookies) for (const part of [/; secure/i, /; httponly/i, /; samesite=lax/i]) assert.match(line, part);
    await app.close();
  });

  test('the API takes the token with the key\'s proof, until the person signs out', async () => {
    const { fixture } = gateway;
    // Proofs are made and checked by the time of day.
    const app = await buildApp({ database: fixture.database, clock: systemClock, gatewayUrl: GATEWAY });
    const client = new SignInClient(GATEWAY, injectFetch(app));
    const person = await gateway.person();
    const organisation = await fixture.organisation();
    await fixture.member(organisation, person.id);
    const { accessToken, refreshToken, keys } = await client.signIn(person.email);
    const ask = () => client.call({ accessToken, keys }, 'POST', '/v1/session', {});
    const session = await ask();
    const body = (await session.json()) as { person: { id: string }; organisation: { id: string } };
    assert.deepEqual([session.status, body.person?.id, body.organisation?.id], [200, person.id, organisation], JSON.stringify(body));
    await client.revoke(refreshToken);
    await assert.rejects(ask(), { status: 401 });
    await app.close();
  });

  test('what people type comes back as text', async () => {
    const { client, page } = await atPage({ login_hint: '"><script>alert(1)</script>' });
    const hostile = `"><img src=x onerror=alert(1)>'&lt;\u0000`;
    const again = await client.submit(page, { email: hostile, password: 'x'.repeat(5000), act: 'sign-in' });
    for (const { body } of [page, again]) assert.doesNotMatch(body, /<img|<script/);
    assert.ok(again.body.includes('value="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;lt;'));
    const huge = await client.submit(page, { email: 'x'.repeat(40_000), password: 'x', act: 'sign-in' });
    assert.equal(huge.response.status, 413);
  });

  test('empty fields are named, the first one has the focus', async () => {
    const { client, page } = await atPage();
    const none = await client.submit(page, { email: ' ', password: '', act: 'sign-in' });
    assert.equal(none.response.status, 422);
    assert.match(none.body, /id="email"[^>]* autofocus aria-invalid="true" aria-describedby="email-fault"/);
    const half = await client.submit(page, { email: 'a@example.com', password: '', act: 'sign-in' });
    assert.match(half.body, /id="password"[^>]* autofocus aria-invalid="true" aria-describedby="password-fault"/);
  });

  test('a form without its token, or with another sign-in\'s, does nothing', async () => {
    const { email } = await gateway.person();
    const [mine, other] = [await atPage(), await atPage()];
    const fields = { email, password: 'counting-house', act: 'sign-in' };
    const foreign = /name="token" value="([^"]*)"/.exec(other.page.body)?.[1] ?? '';
    for (const token of ['', 'x', foreign]) {
      const again = await mine.client.submit(mine.page, { ...fields, token });
      assert.deepEqual([again.response.status, again.redirect], [403, undefined]);
      assert.match(again.body, /This form was no longer valid/);
    }
    assert.ok((await mine.client.submit(mine.page, fields)).redirect);
  });

  test('another browser, or one without cookies, cannot go on with a sign-in', async () => {
    const { page } = await atPage();
    const stranger = await gateway.client().submit(page, { email: 'a@example.com', password: 'x', act: 'sign-in' });
    assert.equal(stranger.response.status, 400);
    assert.match(stranger.body, /This sign-in has ended/);
    const { page: other, client } = await atPage();
    const crossed = await client.open(new URL(page.url.pathname, other.url));
    assert.equal(crossed.response.status, 400);
    // Also where the browser would send its cookie there, which stands for one address only.
    const cookie = [...client.cookies].map(([name, { value }]) => `${name}=${value}`).join('; ');
    const ask = async (path: string) => (await gateway.fixture.app.inject({ url: path, headers: { cookie } })).statusCode;
    assert.deepEqual([await ask(other.url.pathname), await ask(page.url.pathname)], [200, 400]);
  });

  test('after ten attempts an account waits, whoever tries, and no longer than said', async () => {
    const { client, page } = await atPage();
    const { email } = await gateway.person();
    const attempt = (password: string) => client.submit(page, { email, password, act: 'sign-in' });
    const wrong = await Promise.all(Array.from({ length: 10 }, () => attempt('x')));
    assert.deepEqual(new Set(wrong.map(({ response }) => response.status)), new Set([422]));
    const stopped = await attempt('counting-house');
    assert.deepEqual([stopped.response.status, stopped.response.headers.get('retry-after')], [429, '900']);
    assert.match(stopped.body, /Try again in 15 minutes/);
    gateway.fixture.clock.pass(900_000);
    assert.ok((await attempt('counting-house')).redirect);
  });

  test('after a hundred attempts an address waits, whomever it tries, and those let in do not count', async () => {
    const { database, clock } = gateway.fixture;
    const from = (address: string) => async (_: unknown, index: number) => {
      const attempt = { email: `${address} ${index}`, address };
      return { attempt, wait: await countAttempt(database, attempt, clock.now()) };
    };
    const tried = await Promise.all(Array.from({ length: 100 }, from('2001:db8::1')));
    assert.deepEqual(new Set(tried.map(({ wait }) => wait)), new Set([0]));
    assert.equal((await from('2001:db8::2')(null, 100)).wait, 900);
    assert.equal((await from('2001:db8:0:1::1')(null, 0)).wait, 0);
    for (const { attempt } of tried.slice(0, 2)) await database.asOwner((tx) => forgiveAttempt(tx, attempt));
    assert.equal((await from('2001:db8::2')(null, 100)).wait, 0);
  });

  test('one that is let in stands in the operator\'s audit log, a refused one does not', async () => {
    const { client, page } = await atPage();
    const { id, email } = await gateway.person('Ada');
    const attempt = (password: string) => client.submit(page, { email, password, act: 'sign-in' });
    assert.equal((await attempt('x')).response.status, 422);
    assert.ok((await attempt('counting-house')).redirect);
    const headers = { authorization: `Bearer ${gateway.fixture.operatorKey}` };
    const answer = await gateway.fixture.app.inject({ url: '/v1/operator/audit?act=account', headers });
    const { rows } = answer.json() as AuditWindow;
    const told = rows.filter(({ actor }) => actor.id === id).map(({ act, subject, organisation, actor, address }) => [act, subject, organisation, actor.name, address]);
    assert.deepEqual(told, [['account.sign-in', id, null, 'Ada Muster', '127.0.0.1']]);
    assert.ok(!answer.body.includes(email));
  });

  test('signing out asks first, and ends what the extension holds', async () => {
    const client = gateway.client();
    const tokens = await client.signIn((await gateway.person()).email);
    const page = await client.open(`${GATEWAY}/sign-out`);
    assert.match(page.body, /Sign out of Kontor in this browser\?/);
    const forged = await client.submit(page, { token: 'x' });
    assert.match(forged.body, /Sign out of Kontor in this browser\?/);
    assert.match((await client.submit(page, {})).body, /Signed out/);
    await assert.rejects(client.refresh(tokens.refreshToken, tokens.keys), { error: 'invalid_grant' });
    assert.match((await client.open(`${GATEWAY}/sign-out?lang=it`)).body, /Sessione chiusa/);
  });

  test('extensions may call the token endpoint from any installation, web pages may not', async () => {
    const body = new URLSearchParams({ client_id: EXTENSION_CLIENT_ID, grant_type: 'refresh_token', refresh_token: 'x' }).toString();
    for (const [origin, allowed] of [
      ['moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc', true], ['chrome-extension://kdlgmbgnfejoafibdjabjojekdekcmnj', true],
      ['https://evil.example', false], ['null', false],
    ] as const) {
      const answer = await gateway.fetch(`${GATEWAY}/oauth/token`, { method: 'POST', headers: { ...form, origin }, body });
      assert.equal(answer.headers.get('access-control-allow-origin'), allowed ? origin : null);
      assert.equal(answer.headers.get('access-control-allow-credentials'), null);
    }
    const preflight = { origin: 'moz-extension://2c127fa4-62c7-7e4f-90e5-472b45eecfdc', 'access-control-request-method': 'POST', 'access-control-request-headers': 'dpop' };
    const answer = await gateway.fetch(`${GATEWAY}/oauth/token`, { method: 'OPTIONS', headers: preflight });
    assert.equal(answer.status, 204);
    assert.match(answer.headers.get('access-control-allow-headers') ?? '', /\bdpop\b/);
  });

  test('addresses are the gateway\'s own, whatever a request says about its host', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
    const text = await (await gateway.fetch(`${GATEWAY}/.well-known/openid-configuration`, { headers })).text();
    assert.ok(!text.includes('evil') && !text.includes('https:'), text);
  });
});
