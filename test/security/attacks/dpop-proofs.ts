import assert from 'node:assert/strict';
import { exportJWK, exportSPKI, generateKeyPair, generateSecret } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import * as oauth from 'oauth4webapi';
import { v7 as uuid } from 'uuid';
import { GATEWAY } from '../../support/fixture.ts';
import { SignedInPerson } from '../../support/signed-in-person.ts';
import type { Told } from '../../support/signed-in-person.ts';
import { refused } from './attack.ts';
import type { Attack, AttackStage } from './attack.ts';
import { part } from './forged-tokens.ts';
import { TokenEndpoint } from './token-endpoint.ts';
import type { ProofChange } from './token-endpoint.ts';

const URL_PATH = '/v1/organisations';

/** Ways to make a proof wrong that hold at both ends. */
async function wrongProofs(keys: { privateKey: CryptoKey; publicKey: CryptoKey }, now: number): Promise<Record<string, ProofChange>> {
  const jwk = await exportJWK(keys.publicKey);
  const [other, rsa, ec384] = [await generateKeyPair('ES256'), await generateKeyPair('RS256'), await generateKeyPair('ES384')];
  const secret = (await generateSecret('HS256', { extractable: true })) as CryptoKey;
  return {
    'typ JWT': { header: { typ: 'JWT' } }, 'no typ': { header: { typ: undefined } as object }, 'typ of a token': { header: { typ: 'at+jwt' } },
    RS256: { key: rsa.privateKey, header: { alg: 'RS256', jwk: await exportJWK(rsa.publicKey) } }, PS256: { key: (await generateKeyPair('PS256')).privateKey, header: { alg: 'PS256', jwk: await exportJWK(rsa.publicKey) } },
    ES384: { key: ec384.privateKey, header: { alg: 'ES384', jwk: await exportJWK(ec384.publicKey) } }, 'HS256 with the public key': { key: Buffer.from(await exportSPKI(keys.publicKey)), header: { alg: 'HS256' } },
    'HS256 with a key of its own': { key: secret, header: { alg: 'HS256', jwk: await exportJWK(secret) } },
    'the private key in the header': { header: { jwk: await exportJWK(keys.privateKey) } }, 'no key': { header: { jwk: undefined } as object }, 'a kid only': { header: { jwk: undefined, kid: 'x' } as object },
    'a signature of another key': { key: other.privateKey }, 'a key of another curve': { header: { jwk: { ...jwk, crv: 'P-384' } } },
    'htm GET or POST the other way': { claims: { htm: 'PATCH' } }, 'htm in lower case': { claims: { htm: 'post' } }, 'no htm': { claims: { htm: undefined } },
    'htu of another host': { claims: { htu: 'https://evil.test/oauth/token' } }, 'htu of another path': { claims: { htu: `${GATEWAY}/oauth/revoke` } }, 'htu of another port': { claims: { htu: 'http://localhost:4601/oauth/token' } }, 'htu with a user': { claims: { htu: 'http://x@localhost:4600/oauth/token' } },
    'no htu': { claims: { htu: undefined } }, 'htu as list': { claims: { htu: [`${GATEWAY}/oauth/token`] } }, 'no jti': { claims: { jti: undefined } }, 'jti as number': { claims: { jti: 7 } }, 'no iat': { claims: { iat: undefined } }, 'iat as text': { claims: { iat: String(now) } },
    'an hour old': { claims: { iat: now - 3600 } }, 'an hour ahead': { claims: { iat: now + 3600 } }, 'expired by its own word': { claims: { exp: now - 60 } }, 'not yet by its own word': { claims: { nbf: now + 600 } },
  };
}

/** What jose would not sign, with a made-up signature. */
function unsigned(jwk: JWK, claims: object): string[] {
  const heads = [{ alg: 'none' }, { alg: 'None', jwk }, { alg: 'ES256', jwk: { kty: 'oct', k: 'eA' } }, { alg: 'ES256', jwk: {} }, { alg: 'ES256', jwk: 'x' }, { alg: 'ES256', jwk: { ...jwk, d: '' } }, { alg: 'ES256', jwk: [jwk] }, { alg: 'ES256', jwk, crit: ['x'], x: 1 }, {}];
  const tokens = heads.flatMap((head) => ['', 'AAAA'].map((signature) => `${part({ typ: 'dpop+jwt', ...head })}.${part(claims)}.${signature}`));
  return [...tokens, '', 'x', '..', 'a.b.c', '{}', `${'x'.repeat(5000)}`];
}

const atTokens: Attack = {
  name: 'proofs at the token endpoint: typ, algorithms, htm, htu, iat, jti, nonce, keys in the header',
  run: async (stage) => {
    const client = stage.client();
    const { refreshToken, keys } = await client.signIn(await stage.email());
    const endpoint = new TokenEndpoint(stage);
    const nonce = await endpoint.nonce(keys);
    const refresh = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const now = Math.floor(Date.now() / 1000);
    const make = (change: ProofChange) => endpoint.proof(keys, nonce, change);
    // With a nonce of the gateway's the proof's own time need not be looked at (RFC 9449, 8).
    const { 'an hour old': _old, 'an hour ahead': _ahead, ...wrong } = await wrongProofs(keys, now);
    for (const [what, change] of Object.entries(wrong)) {
      const { status, error } = await endpoint.ask(refresh, await make(change));
      assert.ok(status === 400 && /^(invalid_dpop_proof|invalid_grant|use_dpop_nonce)$/.test(error ?? ''), `${what}: ${status} ${error}`);
    }
    for (const dpop of unsigned(await exportJWK(keys.publicKey), { jti: uuid(), htm: 'POST', htu: `${GATEWAY}/oauth/token`, iat: now, nonce })) assert.equal((await endpoint.ask(refresh, dpop)).status, 400, dpop);
    for (const [what, stale] of [['none', undefined], ['made up', 'x'.repeat(43)], ['empty', ''], ['changed', `${nonce.slice(0, -2)}xx`]]) {
      assert.equal((await endpoint.ask(refresh, await endpoint.proof(keys, stale))).error, 'use_dpop_nonce', what);
    }
    assert.ok((await client.refresh(refreshToken, keys)).accessToken, 'the attempts used the token up');
  },
};

const replayAtTokens: Attack = {
  name: 'one proof for two requests at the token endpoint',
  run: async (stage) => {
    const { refreshToken, keys } = await stage.client().signIn(await stage.email());
    const endpoint = new TokenEndpoint(stage);
    const dpop = await endpoint.proof(keys, await endpoint.nonce(keys));
    const first = await endpoint.ask({ grant_type: 'refresh_token', refresh_token: refreshToken }, dpop);
    assert.equal(first.status, 200, first.error);
    const { status, error } = await endpoint.ask({ grant_type: 'refresh_token', refresh_token: first.refreshToken ?? '' }, dpop);
    assert.deepEqual([status, error], [400, 'invalid_grant']);
  },
};

async function somebody({ fixture }: AttackStage, told: Told = {}): Promise<SignedInPerson> {
  const [account, organisation] = [await fixture.person(), await fixture.organisation()];
  await fixture.member(organisation, account);
  return await SignedInPerson.of(fixture, account, told);
}

const atApi: Attack = {
  name: 'proofs at the API: typ, algorithms, htm, htu, iat, jti, keys in the header',
  run: async (stage) => {
    const person = await somebody(stage);
    const publicKey = (await crypto.subtle.importKey('jwk', person.publicJwk, { name: 'ECDSA', namedCurve: 'P-256' }, true, ['verify']));
    const make = ({ header, claims, key }: ProofChange) => person.proof('GET', URL_PATH, { ...(header ? { header } : {}), ...(claims ? { claims } : {}), ...(key ? { key: key as CryptoKey } : {}) });
    const ask = (dpop: string) => stage.fixture.app.inject({ url: URL_PATH, headers: { authorization: `DPoP ${person.token}`, dpop } });
    for (const [what, change] of Object.entries(await wrongProofs({ privateKey: person.privateKey, publicKey }, stage.now()))) {
      refused(await ask(await make(change)), 'KONTOR_DPOP_INVALID', what);
    }
    for (const dpop of unsigned(person.publicJwk, { jti: uuid(), htm: 'GET', htu: GATEWAY + URL_PATH, iat: stage.now() })) refused(await ask(dpop), 'KONTOR_DPOP_INVALID', dpop);
    for (const htu of [`${GATEWAY}${URL_PATH}/`, `${GATEWAY}/v1/organisation%73`, `${GATEWAY}//v1/organisations`, `http://localhost/v1/organisations`, `http://localhost.:4600${URL_PATH}`, `http://127.0.0.1:4600${URL_PATH}`, `http://x:y@localhost:4600${URL_PATH}`, URL_PATH, 'javascript:0']) {
      refused(await ask(await make({ claims: { htu } })), 'KONTOR_DPOP_INVALID', htu);
    }
    assert.equal((await ask(await make({}))).statusCode, 200);
  },
};

const replayAtApi: Attack = {
  name: 'one proof for ten requests at once: exactly one comes through',
  run: async (stage) => {
    const person = await somebody(stage);
    const headers = { authorization: `DPoP ${person.token}`, dpop: await person.proof('GET', URL_PATH) };
    const answers = await Promise.all(Array.from({ length: 10 }, () => stage.fixture.app.inject({ url: URL_PATH, headers })));
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).sort(), [200, ...Array<number>(9).fill(401)]);
  },
};

const crossed: Attack = {
  name: 'a proof of the token endpoint at the API and the other way round',
  run: async (stage) => {
    const person = await somebody(stage);
    const endpoint = new TokenEndpoint(stage);
    const keys = await oauth.generateKeyPair('ES256', { extractable: true });
    const dpop = await endpoint.proof({ ...keys, privateKey: person.privateKey }, await endpoint.nonce(keys), { header: { jwk: person.publicJwk }, claims: { iat: stage.now() } });
    refused(await stage.fixture.app.inject({ url: URL_PATH, headers: { authorization: `DPoP ${person.token}`, dpop } }), 'KONTOR_DPOP_INVALID', 'of the token endpoint');
    const other = await endpoint.ask({ grant_type: 'refresh_token', refresh_token: 'x' }, await person.proof('POST', '/oauth/token', { claims: { htu: GATEWAY + URL_PATH } }));
    assert.equal(other.status, 400);
  },
};

const tokens: Attack = {
  name: 'people\'s tokens with sound proofs: out of their time, living longer than allowed, for another place, bound to nothing',
  run: async (stage) => {
    const now = stage.now();
    const cases: [string, Told, number][] = [
      ['five minutes', {}, 200], ['a second longer', { claims: { exp: now + 301 } }, 401], ['ten years', { claims: { exp: now + 315_360_000 } }, 401],
      ['begun long ago, for long', { claims: { iat: now - 3600, exp: now + 60 } }, 401], ['expired now', { claims: { iat: now - 300, exp: now } }, 401], ['a second to go', { claims: { iat: now - 299, exp: now + 1 } }, 200],
      ['no exp', { claims: { exp: undefined } }, 401], ['no iat', { claims: { iat: undefined } }, 401], ['exp as text', { claims: { exp: String(now + 60) } }, 401], ['not yet', { claims: { nbf: now + 60 } }, 401],
      ['another audience', { claims: { aud: `${GATEWAY}/v2` } }, 401], ['another issuer', { claims: { iss: 'https://evil.test' } }, 401], ['a plain JWT', { header: { typ: 'JWT' } }, 401],
      ['no binding', { claims: { cnf: undefined } }, 401], ['a half binding', { claims: { cnf: {} } }, 401], ['no grant', { claims: { grant: undefined } }, 401],
    ];
    for (const [what, told, expected] of cases) {
      const { statusCode } = await (await somebody(stage, told)).call(URL_PATH);
      assert.equal(statusCode, expected, what);
    }
  },
};

export const dpopAttacks: readonly Attack[] = [atTokens, replayAtTokens, atApi, replayAtApi, crossed, tokens];
