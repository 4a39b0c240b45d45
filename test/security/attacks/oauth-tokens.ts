import assert from 'node:assert/strict';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import * as oauth from 'oauth4webapi';
import { EXTENSION_REDIRECTS } from '../../../shared/domain/extension-client.ts';
import type { Request, SignInClient } from '../../support/sign-in-client.ts';
import type { Attack, AttackStage } from './attack.ts';
import { TokenEndpoint } from './token-endpoint.ts';

/** A person who has just signed in, up to the code. */
async function atCode(stage: AttackStage, more: Record<string, string> = {}): Promise<{ client: SignInClient; request: Request; redirect: URL; code: string }> {
  const client = stage.client();
  const request = await client.request(more);
  const { redirect } = await client.submit(await client.open(request.url), { email: await stage.email(), password: 'counting-house', act: 'sign-in' });
  assert.ok(redirect, 'no redirect');
  return { client, request, redirect, code: redirect.searchParams.get('code') ?? '' };
}

const keyPair = () => oauth.generateKeyPair('ES256', { extractable: true });

/** How a client of ours is refused. */
async function refusal(act: Promise<unknown>): Promise<string> {
  const error = await act.then(() => assert.fail('It was not refused.'), (reason: unknown) => reason);
  return (error as { error?: string }).error ?? String(error);
}

const injection: Attack = {
  name: 'a code of one sign-in put into another: with the thief\'s verifier, redirect or client',
  run: async (stage) => {
    const [victim, thief] = [await atCode(stage), await atCode(stage)];
    assert.equal(await refusal(thief.client.redeem({ ...thief.request, state: victim.request.state }, victim.redirect)), 'invalid_grant');
    const [endpoint, keys] = [new TokenEndpoint(stage), await keyPair()];
    const nonce = await endpoint.nonce(keys);
    const sound = { grant_type: 'authorization_code', code: thief.code, redirect_uri: EXTENSION_REDIRECTS[0], code_verifier: thief.request.verifier };
    const { code_verifier: _verifier, ...without } = sound;
    const tries: Record<string, string>[] = [
      without, { ...sound, code_verifier: '' }, { ...sound, code_verifier: 'x' }, { ...sound, code_verifier: thief.request.verifier.toLowerCase() }, { ...sound, redirect_uri: EXTENSION_REDIRECTS[1] },
      { ...sound, redirect_uri: `${EXTENSION_REDIRECTS[0]}/` }, { ...sound, client_id: 'somebody' }, { ...sound, code: `${thief.code}x` }, { ...sound, code: thief.code.toLowerCase() },
    ];
    for (const fields of tries) {
      const { status, accessToken } = await endpoint.ask(fields, await endpoint.proof(keys, nonce));
      assert.ok(status === 400 || status === 401, JSON.stringify(fields));
      assert.equal(accessToken, undefined);
    }
  },
};

const boundCode: Attack = {
  name: 'a code asked for with a key (dpop_jkt), redeemed with another',
  run: async (stage) => {
    const [keys, thiefs] = [await keyPair(), await keyPair()];
    const thumbprint = async () => ({ dpop_jkt: await calculateJwkThumbprint(await exportJWK(keys.publicKey)) });
    const stolen = await atCode(stage, await thumbprint());
    assert.equal(await refusal(stolen.client.redeem(stolen.request, stolen.redirect, thiefs)), 'invalid_grant');
    const own = await atCode(stage, await thumbprint());
    assert.ok((await own.client.redeem(own.request, own.redirect, keys)).accessToken);
  },
};

const afterRace: Attack = {
  name: 'what came out of a code that several redeemed at once is worth nothing, nor out of a refresh token',
  run: async (stage) => {
    for (const kind of ['code', 'refresh token'] as const) {
      const { client, request, redirect } = await atCode(stage);
      const keys = await keyPair();
      const first = kind === 'code' ? undefined : await client.redeem(request, redirect, keys);
      const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => first ? client.refresh(first.refreshToken, keys) : client.redeem(request, redirect, keys)));
      const won = outcomes.filter((outcome) => outcome.status === 'fulfilled').map(({ value }) => value);
      assert.equal(won.length, 1, `${won.length} of 5 came through with one ${kind}`);
      assert.equal(await refusal(client.refresh(won[0]?.refreshToken ?? '', keys)), 'invalid_grant', kind);
      const { redirect: silent } = await client.open((await client.request({ prompt: 'none' })).url);
      assert.equal(silent?.searchParams.get('error'), 'login_required', kind);
    }
  },
};

const widening: Attack = {
  name: 'a refresh that asks for more than was granted, for another resource or as another client',
  run: async (stage) => {
    const { client, request, redirect } = await atCode(stage, { scope: 'openid offline_access products:read' });
    const keys = await keyPair();
    const { refreshToken } = await client.redeem(request, redirect, keys);
    const endpoint = new TokenEndpoint(stage);
    const nonce = await endpoint.nonce(keys);
    const tries: Record<string, string>[] = [
      { scope: 'products:read orders:place' }, { scope: 'openid invoices:read' }, { resource: 'https://elsewhere.test/v1' }, { client_id: 'somebody' }, { client_secret: 'x', client_id: 'somebody' },
    ];
    for (const more of tries) {
      const { status, accessToken } = await endpoint.ask({ grant_type: 'refresh_token', refresh_token: refreshToken, ...more }, await endpoint.proof(keys, nonce));
      assert.ok([400, 401].includes(status) && accessToken === undefined, JSON.stringify(more));
    }
  },
};

const otherGrants: Attack = {
  name: 'other ways to a token: password, client credentials, device, exchange, assertion, none',
  run: async (stage) => {
    const [endpoint, keys] = [new TokenEndpoint(stage), await keyPair()];
    const nonce = await endpoint.nonce(keys);
    const names = ['password', 'client_credentials', 'implicit', 'urn:ietf:params:oauth:grant-type:device_code', 'urn:ietf:params:oauth:grant-type:token-exchange', 'urn:ietf:params:oauth:grant-type:jwt-bearer', 'urn:openid:params:grant-type:ciba', '', '__proto__', 'constructor'];
    for (const grant_type of names) {
      const { status, error } = await endpoint.ask({ grant_type, username: await stage.email(), password: 'counting-house', assertion: 'a.b.c' }, await endpoint.proof(keys, nonce));
      assert.equal(status, 400, `${grant_type} ${error}`);
    }
    for (const path of ['/oauth/register', '/reg', '/oauth/introspect', '/token/introspection', '/oauth/userinfo', '/me', '/oauth/device', '/device/auth', '/request', '/backchannel', '/session/end']) {
      for (const method of ['GET', 'POST']) assert.equal((await stage.fetch(path, { method })).status, 404, path);
    }
  },
};

const foreignRevocation: Attack = {
  name: 'revoking what is another\'s or nobody\'s, and as another client',
  run: async (stage) => {
    const { client, request, redirect } = await atCode(stage);
    const tokens = await client.redeem(request, redirect);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const body of [`token=${tokens.refreshToken}&client_id=somebody`, `token=${tokens.refreshToken}`, `token=${'x'.repeat(43)}&client_id=kontor-extension`, `token=${tokens.accessToken}&client_id=kontor-extension`]) {
      assert.ok((await stage.fetch('/oauth/revoke', { method: 'POST', headers, body })).status < 500, body);
    }
    assert.ok((await client.refresh(tokens.refreshToken, tokens.keys)).accessToken);
  },
};

export const oauthTokenAttacks: readonly Attack[] = [injection, boundCode, afterRace, widening, otherGrants, foreignRevocation];
