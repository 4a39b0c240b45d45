import assert from 'node:assert/strict';
import * as oauth from 'oauth4webapi';
import { EXTENSION_CLIENT_ID, EXTENSION_REDIRECTS } from '../../../shared/domain/extension-client.ts';
import { GATEWAY } from '../../support/fixture.ts';
import type { Attack, AttackStage } from './attack.ts';

const [OURS] = EXTENSION_REDIRECTS;
const { host, origin } = new URL(OURS);

/** Addresses that somebody might take for the extension's. */
const REDIRECTS: Readonly<Record<string, readonly string[]>> = {
  'another case': [OURS.toUpperCase(), OURS.replace('/cb', '/CB'), OURS.replace('https', 'HTTPS')],
  'another path': [`${OURS}/`, `${OURS}/x`, origin, `${origin}/`, `${OURS}/../x`, `${origin}//cb`, `${origin}/./cb`, `${origin}/x/../cb`, `${OURS};x`],
  'a query or fragment': [`${OURS}?`, `${OURS}?x=1`, `${OURS}#`, `${OURS}#x`, `${OURS}?next=https://evil.test`],
  'a port': [`https://${host}:443/cb`, `https://${host}:444/cb`],
  'userinfo': [`https://x@${host}/cb`, `https://${host}@evil.test/cb`, `https://evil.test\\@${host}/cb`],
  'escapes': [`${origin}/%63b`, `${origin}%2fcb`, OURS.replace('.', '%2e'), `${OURS}%00`, `${OURS}%0d%0a`, `${OURS}\r\nLocation: https://evil.test`, `${OURS}\t`, ` ${OURS}`],
  'another scheme': [OURS.replace('https', 'http'), 'javascript:alert(1)//', `data:text/html,${OURS}`, `chrome-extension://${host.split('.')[0]}/cb`, `//${host}/cb`, '/cb'],
  'another host': [OURS.replace(host, `${host}.evil.test`), OURS.replace(host, `evil-${host}`), OURS.replace(host, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.chromiumapp.org'), OURS.replace(host, `${host}.`), 'http://127.0.0.1/cb', 'https://evil.test/cb'],
};

const redirects = Object.entries(REDIRECTS).map(([what, addresses]): Attack => ({
  name: `a redirect address with ${what}: a page, no redirect, with and without an error`,
  run: async (stage) => {
    for (const redirect_uri of addresses) {
      for (const more of [{}, { prompt: 'none' }, { response_type: 'token' }, { code_challenge: undefined }]) {
        const client = stage.client();
        const { redirect, response } = await client.open((await client.request({ ...more, redirect_uri })).url);
        assert.deepEqual([redirect?.href, response.status], [undefined, 400], redirect_uri);
      }
    }
  },
}));

const twice: Attack = {
  name: 'parameters given twice, or none at all',
  run: async (stage) => {
    for (const [name, value] of [['redirect_uri', 'https://evil.test/cb'], ['client_id', 'x'], ['state', 'x'], ['code_challenge', 'x'.repeat(43)], ['response_type', 'token']]) {
      const client = stage.client();
      const { url } = await client.request();
      url.searchParams.append(name ?? '', value ?? '');
      const { redirect, response } = await client.open(url);
      assert.ok(response.status === 400 || redirect?.searchParams.get('error') === 'invalid_request', name);
      assert.ok(!redirect || redirect.href.startsWith(OURS), name);
    }
    const client = stage.client();
    const { redirect, response } = await client.open((await client.request({ redirect_uri: undefined, client_id: undefined })).url);
    assert.deepEqual([redirect, response.status], [undefined, 400]);
  },
};

const downgrade: Attack = {
  name: 'PKCE downgrade: other methods, none, malformed challenges',
  run: async (stage) => {
    const challenge = 'x'.repeat(43);
    const tries: Record<string, string | undefined>[] = [
      { code_challenge: undefined }, { code_challenge: '' }, { code_challenge_method: undefined }, { code_challenge_method: 'plain' }, { code_challenge_method: 's256' }, { code_challenge_method: 'none' }, { code_challenge_method: '' },
      { code_challenge: challenge.slice(1) }, { code_challenge: 'x'.repeat(129) }, { code_challenge: `${challenge.slice(1)}=` }, { code_challenge: `${challenge.slice(1)} ` },
    ];
    for (const more of tries) {
      const client = stage.client();
      const { redirect } = await client.open((await client.request(more)).url);
      assert.equal(redirect?.searchParams.get('error'), 'invalid_request', JSON.stringify(more));
      assert.equal(redirect.searchParams.get('code'), null);
    }
  },
};

const flows: Attack = {
  name: 'other flows: implicit, hybrid, request objects, registration in the request, other resources, pages posted to',
  run: async (stage) => {
    const tries: Record<string, string>[] = [
      ...['token', 'id_token', 'id_token token', 'code token', 'code id_token', 'none', ''].map((response_type) => ({ response_type })),
      { request: 'a.b.c' }, { request_uri: 'https://evil.test/request' }, { registration: '{}' }, { resource: `${GATEWAY}/v2` }, { resource: `${GATEWAY}/v1/../v2` }, { resource: 'urn:x' },
    ];
    for (const more of tries) {
      const client = stage.client();
      const { redirect, response } = await client.open((await client.request(more)).url);
      const parameters = new URLSearchParams(redirect?.search || redirect?.hash.slice(1));
      assert.ok(response.status === 400 || parameters.has('error'), JSON.stringify(more));
      for (const name of ['code', 'access_token', 'id_token']) assert.equal(parameters.get(name), null, `${name} ${JSON.stringify(more)}`);
    }
  },
};

const mixUp: Attack = {
  name: 'mix-up: every answer names its issuer, and the client takes none of another or of nobody',
  run: async (stage) => {
    const client = stage.client();
    const failed = await client.request({ prompt: 'none' });
    const request = await client.request();
    const { redirect } = await client.submit(await client.open(request.url), { email: await stage.email(), password: 'counting-house', act: 'sign-in' });
    assert.ok(redirect);
    for (const url of [redirect, (await stage.client().open(failed.url)).redirect]) assert.equal(url?.searchParams.get('iss'), GATEWAY);
    assert.equal(redirect.searchParams.get('state'), request.state);
    const server = await client.server();
    assert.equal(server.authorization_response_iss_parameter_supported, true);
    const isTaken = (change: (url: URL) => void): boolean => {
      const url = new URL(redirect);
      change(url);
      try {
        oauth.validateAuthResponse(server, { client_id: EXTENSION_CLIENT_ID }, url, request.state);
        return true;
      } catch {
        return false;
      }
    };
    assert.ok(isTaken(() => {}));
    for (const issuer of ['https://evil.test', `${GATEWAY}/`, `${GATEWAY}.evil.test`]) assert.ok(!isTaken(({ searchParams }) => searchParams.set('iss', issuer)), issuer);
    assert.ok(!isTaken(({ searchParams }) => searchParams.delete('iss')), 'without an issuer');
    assert.ok(!isTaken(({ searchParams }) => searchParams.set('state', 'x')), 'with another state');
  },
};

const strangeText: Attack = {
  name: 'a zero character or half a surrogate pair in an authorization request fails nothing',
  run: async (stage) => {
    for (const name of ['state', 'nonce', 'login_hint', 'ui_locales', 'display', 'acr_values']) {
      const client = stage.client();
      const { response } = await client.open((await client.request({ [name]: 'a\u0000b' })).url);
      assert.ok(response.status < 500, name);
    }
  },
};

const foreignForm: Attack = {
  name: 'the form of one sign-in sent in another browser, or with another form\'s token',
  run: async (stage: AttackStage) => {
    const [victim, thief, email] = [stage.client(), stage.client(), await stage.email()];
    const [page, own] = [await victim.open((await victim.request()).url), await thief.open((await thief.request()).url)];
    const sent = { email, password: 'counting-house', act: 'sign-in' };
    const stolen = await thief.submit(page, sent);
    assert.deepEqual([stolen.redirect, stolen.response.status], [undefined, 400]);
    const swapped = await thief.submit({ ...own, body: own.body.replace(/name="token" value="[^"]*"/, /name="token" value="[^"]*"/.exec(page.body)?.[0] ?? '') }, sent);
    assert.deepEqual([swapped.redirect, swapped.response.status], [undefined, 403]);
    assert.ok((await victim.submit(page, sent)).redirect?.searchParams.has('code'));
  },
};

export const oauthRequestAttacks: readonly Attack[] = [...redirects, twice, downgrade, flows, mixUp, strangeText, foreignForm];
