import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { calculateJwkThumbprint, decodeJwt, decodeProtectedHeader, exportJWK } from 'jose';
import * as oauth from 'oauth4webapi';
import { NOWHERE } from '../../server/domain/audit.ts';
import { RecordAdapter } from '../../server/identity/sign-in/record-adapter.ts';
import { Feature } from '../../shared/contract/session.ts';
import { EXTENSION_CLIENT_ID, EXTENSION_REDIRECTS } from '../../shared/domain/extension-client.ts';
import { ENGINES, GATEWAY } from '../support/fixture.ts';
import { SignInFixture } from '../support/sign-in-fixture.ts';

/** The code of the refusal of `act`. */
async function refusal(act: Promise<unknown>): Promise<string> {
  const error = await act.then(() => assert.fail('It was not refused.'), (reason: unknown) => reason);
  assert.ok(error instanceof oauth.ResponseBodyError, String(error));
  return error.error;
}

/** What became of several at once: how many came through, and why the others did not. */
async function race(acts: readonly Promise<unknown>[]): Promise<{ won: number; refusals: Set<string> }> {
  const outcomes = await Promise.allSettled(acts);
  const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
  return { won: outcomes.length - lost.length, refusals: new Set(lost.map(({ reason }) => (reason as { error?: string }).error ?? String(reason))) };
}

for (const engine of ENGINES) describe(engine, async () => {
  const gateway = await SignInFixture.start(engine);

  /** A person who has just signed in, up to the code. */
  async function atRedirect() {
    const [client, person] = [gateway.client(), await gateway.person()];
    const request = await client.request({ prompt: 'login consent' });
    const page = await client.open(request.url);
    const { redirect } = await client.submit(page, { email: person.email, password: 'counting-house', act: 'sign-in' });
    assert.ok(redirect);
    return { client, person, request, redirect };
  }

  describe('signing in', () => {
    test('gives a token for the API that is bound to the key, and the person', async () => {
      const { client, person, request, redirect } = await atRedirect();
      assert.ok(redirect.href.startsWith(EXTENSION_REDIRECTS[0]));
      assert.equal(redirect.searchParams.get('iss'), GATEWAY);
      const { accessToken, refreshToken, idToken, keys } = await client.redeem(request, redirect);
      const { typ, alg } = decodeProtectedHeader(accessToken);
      assert.deepEqual([typ, alg], ['at+jwt', 'EdDSA']);
      const { iss, aud, sub, client_id, scope, cnf, iat = 0, exp = 0 } = decodeJwt<{ client_id: string; scope: string; cnf: unknown }>(accessToken);
      assert.deepEqual([iss, aud, sub, client_id], [GATEWAY, `${GATEWAY}/v1`, person.id, EXTENSION_CLIENT_ID]);
      assert.deepEqual([exp - iat, scope.split(' ').sort()], [300, [...Feature.enum].sort()]);
      assert.deepEqual(cnf, { jkt: await calculateJwkThumbprint(await exportJWK(keys.publicKey)) });
      assert.deepEqual([decodeJwt(idToken).sub, decodeJwt(idToken).aud], [person.id, EXTENSION_CLIENT_ID]);
      assert.match(refreshToken, /^[\w-]{43}$/);
    });

    test('a wrong password and an unknown e-mail are answered alike, and the right one leads on', async () => {
      const [client, { id, email }] = [gateway.client(), await gateway.person()];
      const { url } = await client.request();
      const wrong = await client.submit(await client.open(url), { email, password: 'counting-horse', act: 'sign-in' });
      const unknown = await client.submit(wrong, { email: `x${email}`, password: 'counting-house', act: 'sign-in' });
      assert.deepEqual([wrong.response.status, unknown.response.status], [422, 422]);
      assert.equal(unknown.body.replaceAll(`x${email}`, email), wrong.body);
      assert.match(wrong.body, /role="alert"[^]*E-mail or password is wrong\./);
      // Without a password in the database nobody signs in.
      await gateway.fixture.database.asOwner((tx) => tx.query('delete from account_password where account_id = $1', [id]));
      const none = await client.submit(wrong, { email, password: 'counting-house', act: 'sign-in' });
      assert.equal(none.body, wrong.body);
      const { redirect } = await client.submit(none, { email: ` ${(await gateway.person()).email.toUpperCase()}`, password: 'counting-house', act: 'sign-in' });
      assert.ok(redirect?.searchParams.has('code'));
    });

    test('cancelling goes back with access_denied', async () => {
      const client = gateway.client();
      const request = await client.request();
      const { redirect } = await client.submit(await client.open(request.url), { act: 'cancel' });
      assert.deepEqual([redirect?.searchParams.get('error'), redirect?.searchParams.get('state')], ['access_denied', request.state]);
    });

    test('is renewed silently while the browser knows the person, also after a code was lost', async () => {
      const { client, person } = await atRedirect();
      const silent = await client.request({ prompt: 'none' });
      const { redirect } = await client.open(silent.url);
      const tokens = await client.redeem(silent, redirect);
      assert.equal(decodeJwt(tokens.accessToken).sub, person.id);
      assert.ok(tokens.refreshToken);
      const stranger = gateway.client();
      const { redirect: refused } = await stranger.open((await stranger.request({ prompt: 'none' })).url);
      assert.equal(refused?.searchParams.get('error'), 'login_required');
    });

    test('as another person ends what the first had in this browser', async () => {
      const { client, request, redirect } = await atRedirect();
      const first = await client.redeem(request, redirect);
      const other = await gateway.person();
      const second = await client.signIn(other.email);
      assert.equal(decodeJwt(second.accessToken).sub, other.id);
      assert.equal(await refusal(client.refresh(first.refreshToken, first.keys)), 'invalid_grant');
      assert.ok((await client.refresh(second.refreshToken, second.keys)).refreshToken);
    });
  });

  describe('what is refused before a person sees a page', () => {
    for (const [what, more, error] of [
      ['no PKCE', { code_challenge: undefined, code_challenge_method: undefined }, 'invalid_request'],
      ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
      ['another resource', { resource: 'https://elsewhere.example/v1' }, 'invalid_target'],
      ['an implicit token', { response_type: 'token' }, 'unsupported_response_type'],
    ] as const) {
      test(`${what}: back to the extension with ${error}`, async () => {
        const client = gateway.client();
        const { redirect } = await client.open((await client.request(more)).url);
        assert.ok(redirect, 'no redirect');
        assert.equal(new URLSearchParams(redirect.search || redirect.hash.slice(1)).get('error'), error);
      });
    }

    for (const [what, more] of [
      ['a foreign redirect', { redirect_uri: 'https://evil.example/cb' }],
      ['a redirect beside ours', { redirect_uri: `${EXTENSION_REDIRECTS[0]}/../x` }],
      ['an unknown client', { client_id: 'somebody' }],
    ] as const) {
      test(`${what}: a page, and no redirect`, async () => {
        const client = gateway.client();
        const { redirect, response, body } = await client.open((await client.request(more)).url);
        assert.deepEqual([redirect, response.status], [undefined, 400]);
        assert.match(body, /This sign-in cannot go on/);
        assert.ok(body.includes(response.headers.get('x-request-id') ?? 'nothing'));
      });
    }
  });

  describe('a code', () => {
    test('is good once; using it again ends what came from it', async () => {
      const { client, request, redirect } = await atRedirect();
      const tokens = await client.redeem(request, redirect);
      assert.equal(await refusal(client.redeem(request, redirect, tokens.keys)), 'invalid_grant');
      assert.equal(await refusal(client.refresh(tokens.refreshToken, tokens.keys)), 'invalid_grant');
    });

    test('needs its verifier', async () => {
      const { client, request, redirect } = await atRedirect();
      assert.equal(await refusal(client.redeem({ ...request, verifier: oauth.generateRandomCodeVerifier() }, redirect)), 'invalid_grant');
    });

    test('needs a proof of a key', async () => {
      const { client, request, redirect } = await atRedirect();
      const body = new URLSearchParams({
        client_id: EXTENSION_CLIENT_ID, grant_type: 'authorization_code', code: redirect.searchParams.get('code') ?? '',
        redirect_uri: EXTENSION_REDIRECTS[0], code_verifier: request.verifier,
      });
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await gateway.fetch(`${client.gateway}/oauth/token`, { method: 'POST', headers, body: body.toString() });
      assert.deepEqual([answer.status, ((await answer.json()) as { error: string }).error], [400, 'invalid_grant']);
    });

    test('of five redemptions at once exactly one comes through', async () => {
      const { client, request, redirect } = await atRedirect();
      const keys = await oauth.generateKeyPair('ES256');
      const { won, refusals } = await race(Array.from({ length: 5 }, () => client.redeem(request, redirect, keys)));
      assert.deepEqual([won, refusals], [1, new Set(['invalid_grant'])]);
    });
  });

  describe('a refresh token', () => {
    test('is swapped for the next; replaying the old one ends the family and the session', async () => {
      const { client, request, redirect } = await atRedirect();
      const first = await client.redeem(request, redirect);
      const second = await client.refresh(first.refreshToken, first.keys);
      assert.notEqual(second.refreshToken, first.refreshToken);
      assert.equal(await refusal(client.refresh(first.refreshToken, first.keys)), 'invalid_grant');
      assert.equal(await refusal(client.refresh(second.refreshToken, first.keys)), 'invalid_grant');
      const { redirect: silent } = await client.open((await client.request({ prompt: 'none' })).url);
      assert.equal(silent?.searchParams.get('error'), 'login_required');
    });

    test('serves no other key, and stays good for its own', async () => {
      const { client, request, redirect } = await atRedirect();
      const tokens = await client.redeem(request, redirect);
      assert.equal(await refusal(client.refresh(tokens.refreshToken, await oauth.generateKeyPair('ES256'))), 'invalid_grant');
      assert.ok((await client.refresh(tokens.refreshToken, tokens.keys)).refreshToken);
    });

    test('of five refreshes at once exactly one comes through', async () => {
      const { client, request, redirect } = await atRedirect();
      const { refreshToken, keys } = await client.redeem(request, redirect);
      const { won, refusals } = await race(Array.from({ length: 5 }, () => client.refresh(refreshToken, keys)));
      assert.deepEqual([won, refusals], [1, new Set(['invalid_grant'])]);
    });

    test('given back ends the grant and the browser\'s session', async () => {
      const { client, request, redirect } = await atRedirect();
      const { refreshToken, keys } = await client.redeem(request, redirect);
      await client.revoke(refreshToken);
      assert.equal(await refusal(client.refresh(refreshToken, keys)), 'invalid_grant');
      const { redirect: silent } = await client.open((await client.request({ prompt: 'none' })).url);
      assert.equal(silent?.searchParams.get('error'), 'login_required');
    });
  });

  const records = (kind: string): RecordAdapter =>
    new RecordAdapter(gateway.fixture.database, kind, () => ({ act: 'account.replay-stopped', at: gateway.fixture.clock.now(), source: NOWHERE }));

  test('a record can be used up once, however many try at once; then its whole grant is gone', async () => {
    const codes = records('AuthorizationCode');
    const grants = records('Grant');
    const [code, grant] = [randomUUID(), randomUUID()];
    await grants.upsert(grant, { accountId: randomUUID() }, 60);
    await codes.upsert(code, { grantId: grant }, 60);
    const { won, refusals } = await race(Array.from({ length: 20 }, () => codes.consume(code)));
    assert.deepEqual([won, refusals], [1, new Set(['invalid_grant'])]);
    assert.deepEqual([await codes.find(code), await grants.find(grant)], [undefined, undefined]);
  });

  test('a browser\'s session is not written anew once its grant has ended, be it at the same moment', async () => {
    const [grants, sessions] = [records('Grant'), records('Session')];
    const [grant, session] = [randomUUID(), randomUUID()];
    const write = () => sessions.upsert(session, { authorizations: { [EXTENSION_CLIENT_ID]: { grantId: grant } } }, 60);
    await grants.upsert(grant, { accountId: randomUUID() }, 60);
    await write();
    assert.ok(await sessions.find(session));
    await Promise.all([...Array.from({ length: 10 }, write), grants.destroy(grant), ...Array.from({ length: 10 }, write)]);
    assert.equal(await sessions.find(session), undefined);
  });

  test('a proof is marked as used once, however many try at once, and again when the mark is too old', async () => {
    const proofs = records('ReplayDetection');
    const proof = randomUUID();
    await proofs.upsert(proof, {}, -1);
    const { won, refusals } = await race(Array.from({ length: 20 }, () => proofs.upsert(proof, {}, 60)));
    assert.deepEqual([won, refusals], [1, new Set(['invalid_grant'])]);
  });

  test('nothing that a thief could use lies in the database as it is', async () => {
    const { client, request, redirect } = await atRedirect();
    const { refreshToken, accessToken } = await client.redeem(request, redirect);
    const silent = await client.open((await client.request({ prompt: 'none' })).url);
    // A sign-in that begins in a browser where somebody is signed in.
    await client.open((await client.request({ prompt: 'login' })).url);
    const rows = await gateway.fixture.database.asOwner((tx) => tx.query('select * from sign_in_record'));
    const all = JSON.stringify(rows);
    const secrets = [refreshToken, accessToken, silent.redirect?.searchParams.get('code'), client.cookies.get('kontor-sign-in')?.value];
    for (const secret of secrets) assert.ok(secret && !all.includes(secret));
  });
});
