import assert from 'node:assert/strict';
import { exportJWK, exportSPKI, generateKeyPair, generateSecret } from 'jose';
import type { CryptoKey } from 'jose';
import { ORIGIN } from '../../support/fixture.ts';
import { SignedInPerson } from '../../support/signed-in-person.ts';
import { refused } from './attack.ts';
import type { Attack, AttackStage } from './attack.ts';
import { forged, part } from './forged-tokens.ts';
import type { Forgery } from './forged-tokens.ts';

const SESSION = '/v1/session';

async function takes({ fixture }: AttackStage, token: string): Promise<number> {
  return (await fixture.call(token, SESSION)).statusCode;
}

const algorithms: Attack = {
  name: 'algorithm confusion: RS256, ES256, HS256 with the public key, foreign keys told in the header, crit, unencoded payload',
  run: async (stage) => {
    const victim = await stage.fixture.signedIn();
    const [ed, ec, rsa] = [await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true }), await generateKeyPair('ES256', { extractable: true }), await generateKeyPair('RS256', { extractable: true })];
    const { verify } = await stage.fixture.app.tokens.keys.signer();
    const publicKey = await exportJWK(verify);
    const bytes = (text: string): Uint8Array => Buffer.from(text);
    const fakes: Record<string, Forgery> = {
      'a foreign key under our kid': { key: ed.privateKey }, 'jwk in the header': { key: ed.privateKey, header: { jwk: await exportJWK(ed.publicKey) } },
      jku: { key: ed.privateKey, header: { jku: 'https://evil.test/jwks.json' } }, x5u: { key: ed.privateKey, header: { x5u: 'https://evil.test/x' } }, x5c: { key: ed.privateKey, header: { x5c: ['MIIB'] } },
      ES256: { key: ec.privateKey, header: { alg: 'ES256', jwk: await exportJWK(ec.publicKey) } }, RS256: { key: rsa.privateKey, header: { alg: 'RS256' } },
      'HS256 with the key as JWK': { key: bytes(JSON.stringify(publicKey)), header: { alg: 'HS256' } }, 'HS256 with the key as PEM': { key: bytes(await exportSPKI(verify)), header: { alg: 'HS256' } },
      'HS256 with the bytes of the key': { key: Buffer.from(publicKey.x ?? '', 'base64url'), header: { alg: 'HS256' } }, 'HS512': { key: (await generateSecret('HS512')) as CryptoKey, header: { alg: 'HS512' } },
      'no kid': { header: { kid: undefined } as object }, 'kid of nobody': { header: { kid: 'x' } }, 'kid as path': { header: { kid: '../../../dev/null' } }, 'kid as SQL': { header: { kid: "' or '1'='1" } }, 'kid of the prototype': { header: { kid: '__proto__' } },
    };
    for (const [what, forgery] of Object.entries(fakes)) refused(await stage.fixture.call(await forged(stage, victim, forgery), SESSION), 'KONTOR_TOKEN_INVALID', what);
    const [, claims = '', signature = ''] = (await forged(stage, victim)).split('.');
    for (const header of [{ alg: 'none' }, { alg: 'None' }, { alg: '' }, { alg: 'EdDSA', crit: ['x'], x: 1 }, { alg: 'EdDSA', crit: ['b64'], b64: false }, { alg: 'Ed448' }, { alg: ['EdDSA'] }]) {
      const head = part({ typ: 'kontor-widget+jwt', kid: (await stage.fixture.app.tokens.keys.signer()).id, ...header });
      for (const token of [`${head}.${claims}.`, `${head}.${claims}.${signature}`]) refused(await stage.fixture.call(token, SESSION), 'KONTOR_TOKEN_INVALID', JSON.stringify(header));
    }
    assert.equal(await takes(stage, await forged(stage, victim)), 200, 'the forger itself must be able to make a sound one');
  },
};

const times: Attack = {
  name: 'tokens out of their time: expired by a second, from six seconds ahead, living longer than allowed, without times',
  run: async (stage) => {
    const victim = await stage.fixture.signedIn();
    const now = stage.now();
    const cases: [string, Record<string, unknown>, number][] = [
      ['a second to go', { iat: now - 599, exp: now + 1 }, 200], ['expired now', { iat: now - 600, exp: now }, 401], ['expired a second ago', { iat: now - 601, exp: now - 1 }, 401],
      ['five seconds ahead', { iat: now + 5, exp: now + 600 }, 200], ['six seconds ahead', { iat: now + 6, exp: now + 600 }, 401], ['five seconds behind', { iat: now - 5, exp: now + 595 }, 200],
      ['ten minutes and a second', { exp: now + 601 }, 401], ['ten years', { exp: now + 315_360_000 }, 401], ['begun long ago, for long', { iat: now - 3600, exp: now + 60 }, 401],
      ['no exp', { exp: undefined }, 401], ['no iat', { iat: undefined }, 401], ['exp as text', { exp: String(now + 60) }, 401], ['exp beyond numbers', { exp: 1e300 }, 401], ['not yet', { nbf: now + 60 }, 401],
      ['no id', { jti: undefined }, 401], ['no organisation', { org: undefined }, 401], ['no origin', { origin: undefined }, 401], ['no partner', { partner: undefined }, 401], ['a half binding', { cnf: {} }, 401],
    ];
    for (const [what, claims, expected] of cases) assert.equal(await takes(stage, await forged(stage, victim, { claims })), expected, what);
    const { statusCode } = await stage.fixture.app.inject({ url: SESSION, headers: { authorization: `Bearer ${await forged(stage, victim, { claims: { origin: undefined } })}` } });
    assert.equal(statusCode, 401, 'no origin asked, none sent');
  },
};

const kinds: Attack = {
  name: 'one kind of token in the place of another',
  run: async (stage) => {
    const { fixture } = stage;
    const { token, partner, account } = await fixture.signedIn();
    const person = await SignedInPerson.of(fixture, account);
    const signedIn = await stage.client().signIn(await stage.email());
    const routes = [['GET', SESSION], ['POST', '/v1/widget-sessions'], ['GET', '/v1/partner/keys'], ['GET', '/v1/operator/partners'], ['GET', '/v1/operator/audit']] as const;
    const all = { token, partner: partner.key, operator: fixture.operatorKey, person: person.token, access: signedIn.accessToken, refresh: signedIn.refreshToken, id: signedIn.idToken };
    const own: Record<string, string> = { token: SESSION, operator: '/v1/operator/', partner: '/v1/partner/keys /v1/widget-sessions' };
    for (const [kind, value] of Object.entries(all)) {
      for (const [method, url] of routes) {
        for (const scheme of ['Bearer', 'DPoP', 'bearer', 'Basic']) {
          const isOwn = scheme.toLowerCase() === 'bearer' && (own[kind] ?? 'x').split(' ').some((place) => url.startsWith(place));
          if (isOwn) continue;
          const headers = { authorization: `${scheme} ${value}`, origin: ORIGIN };
          const { statusCode } = await fixture.app.inject({ method, url, headers, ...(method === 'POST' ? { payload: {} } : {}) });
          assert.equal(statusCode, 401, `${kind} as ${scheme} at ${url}`);
        }
      }
    }
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const value of [token, partner.key, signedIn.accessToken, signedIn.idToken]) {
      for (const grant of [`grant_type=refresh_token&refresh_token=${value}`, `grant_type=authorization_code&code=${value}`, `grant_type=urn:ietf:params:oauth:grant-type:token-exchange&subject_token=${value}`]) {
        const { status } = await stage.fetch('/oauth/token', { method: 'POST', headers, body: `${grant}&client_id=kontor-extension` });
        assert.ok(status === 400 || status === 401, grant);
      }
      assert.ok((await stage.fetch('/oauth/revoke', { method: 'POST', headers, body: `token=${value}&client_id=kontor-extension` })).status < 500);
    }
    assert.equal(await takes(stage, token), 200, 'revoking at the wrong place ended a session');
  },
};

const places: Attack = {
  name: 'a token in an address, a cookie, twice, or in other clothes',
  run: async ({ fixture }) => {
    const { token } = await fixture.signedIn();
    const ask = async (url: string, headers: Record<string, string>) => (await fixture.app.inject({ url, headers: { origin: ORIGIN, ...headers } })).statusCode;
    for (const name of ['access_token', 'token', 'authorization', 'bearer_token']) assert.equal(await ask(`${SESSION}?${name}=${token}`, {}), 401, name);
    assert.equal(await ask(SESSION, { cookie: `token=${token}; access_token=${token}; authorization=Bearer ${token}` }), 401);
    for (const authorization of [token, `Bearer`, `Bearer  ${token}`, `Bearer ${token} ${token}`, `Bearer ${token},Bearer x`, `Bearer "${token}"`, `Token ${token}`, `Bearer ${token}.`, `Bearer ${token}=`, `Bearer\t${token}`]) {
      assert.equal(await ask(SESSION, { authorization }), 401, authorization.slice(0, 20));
    }
    const [header = '', payload, signature] = token.split('.');
    assert.equal(await ask(SESSION, { authorization: `Bearer ${part({ protected: header, payload, signature })}` }), 401);
  },
};

const keyChange: Attack = {
  name: 'tokens of a retired key, remembered or not; and of two live keys while they change',
  run: async (stage) => {
    const { fixture } = stage;
    const victim = await fixture.signedIn();
    const { id, sign } = await fixture.app.tokens.keys.signer();
    const mint = async () => (await fixture.mint(victim.partner, { person: victim.account })).body.token;
    const before = await mint();
    assert.equal(await takes(stage, before), 200);
    const retire = (at: string) => fixture.database.asOwner((tx) => tx.query(`update signing_key set retired_at = ${at} where id = $1`, [id]));
    await retire('now()');
    fixture.clock.pass(31_000);
    const after = await mint();
    refused(await fixture.call(before, SESSION), 'KONTOR_TOKEN_INVALID', 'remembered');
    refused(await fixture.call(await forged(stage, victim, { key: sign, header: { kid: id } }), SESSION), 'KONTOR_TOKEN_INVALID', 'new');
    const { keys } = (await fixture.app.inject('/.well-known/jwks.json')).json();
    assert.deepEqual([keys.length, keys.some(({ kid }: { kid: string }) => kid === id)], [1, false]);
    await retire('null');
    fixture.clock.pass(31_000);
    assert.deepEqual([await takes(stage, before), await takes(stage, after)], [200, 200], 'both live');
    assert.notEqual((await fixture.app.tokens.keys.signer()).id, id, 'the newest signs');
  },
};

export const widgetTokenAttacks: readonly Attack[] = [algorithms, times, kinds, places, keyChange];
