import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { v7 as uuid } from 'uuid';
import { GATEWAY, ORIGIN } from '../../support/fixture.ts';
import { SignedInPerson } from '../../support/signed-in-person.ts';
import { refused } from './attack.ts';
import type { Attack, AttackStage } from './attack.ts';
import { forged } from './forged-tokens.ts';

const SESSION = '/v1/session';

interface Bound {
  readonly token: string;
  readonly account: string;
  readonly organisation: string;
  readonly partner: { readonly id: string; readonly key: string };
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** A widget session whose page has a key. */
async function bound({ fixture }: AttackStage, algorithm: 'ES256' | 'EdDSA' = 'ES256'): Promise<Bound> {
  const { account, organisation, partner } = await fixture.signedIn();
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(publicKey);
  const { body } = await fixture.mint(partner, { person: account, keyThumbprint: await calculateJwkThumbprint(jwk) });
  return { token: body.token, account, organisation, partner, privateKey, jwk };
}

async function proof(stage: AttackStage, { token, privateKey, jwk }: Pick<Bound, 'token' | 'privateKey' | 'jwk'>, claims: object = {}): Promise<string> {
  const ath = createHash('sha256').update(token).digest('base64url');
  return await new SignJWT({ jti: uuid(), htm: 'GET', htu: GATEWAY + SESSION, iat: stage.now(), ath, ...claims })
    .setProtectedHeader({ alg: jwk.kty === 'OKP' ? 'EdDSA' : 'ES256', typ: 'dpop+jwt', jwk }).sign(privateKey);
}

async function ask({ fixture }: AttackStage, headers: Record<string, string>) {
  return await fixture.app.inject({ url: SESSION, headers: { origin: ORIGIN, ...headers } });
}

const works: Attack = {
  name: 'a session bound to a key is good with proofs of that key, each once',
  run: async (stage) => {
    for (const algorithm of ['ES256', 'EdDSA'] as const) {
      const session = await bound(stage, algorithm);
      const dpop = await proof(stage, session);
      const headers = { authorization: `DPoP ${session.token}`, dpop };
      const answer = await ask(stage, headers);
      assert.deepEqual([answer.statusCode, answer.headers['access-control-allow-origin']], [200, ORIGIN], answer.body);
      refused(await ask(stage, headers), 'KONTOR_DPOP_INVALID', 'the same proof again');
    }
  },
};

const stolen: Attack = {
  name: 'a stolen token that is bound to a key: as bearer, without a proof, with a proof of another key or for another request',
  run: async (stage) => {
    const session = await bound(stage);
    const thief = await bound(stage);
    const authorization = `DPoP ${session.token}`;
    refused(await ask(stage, { authorization: `Bearer ${session.token}` }), 'KONTOR_TOKEN_INVALID', 'as bearer');
    refused(await ask(stage, { authorization: `Bearer ${session.token}`, dpop: await proof(stage, session) }), 'KONTOR_TOKEN_INVALID', 'as bearer with a proof');
    const proofs = {
      'none': '', 'of the thief\'s key': await proof(stage, { ...thief, token: session.token }), 'for the thief\'s token': await proof(stage, { ...session, token: thief.token }),
      'for another method': await proof(stage, session, { htm: 'DELETE' }), 'for another address': await proof(stage, session, { htu: `${GATEWAY}/v1/organisations` }), 'old': await proof(stage, session, { iat: stage.now() - 61 }),
      'signed by the thief under the owner\'s key': await proof(stage, { ...session, privateKey: thief.privateKey }),
    };
    for (const [what, dpop] of Object.entries(proofs)) refused(await ask(stage, { authorization, ...(dpop === '' ? {} : { dpop }) }), 'KONTOR_DPOP_INVALID', what);
  },
};

const elsewhere: Attack = {
  name: 'a proof does not stand for the origin',
  run: async (stage) => {
    const session = await bound(stage);
    for (const origin of ['https://evil.test', 'null', '']) {
      refused(await ask(stage, { authorization: `DPoP ${session.token}`, dpop: await proof(stage, session), origin }), 'KONTOR_ORIGIN_REFUSED', origin);
    }
    const headers = { authorization: `DPoP ${session.token}`, dpop: await proof(stage, session) };
    refused(await stage.fixture.app.inject({ url: SESSION, headers }), 'KONTOR_ORIGIN_REFUSED', 'absent');
  },
};

const confused: Attack = {
  name: 'bound and unbound sessions and people\'s tokens in each other\'s place, with sound proofs',
  run: async (stage) => {
    const { fixture } = stage;
    const { token: unbound, account } = await fixture.signedIn();
    const session = await bound(stage);
    refused(await ask(stage, { authorization: `DPoP ${unbound}`, dpop: await proof(stage, { ...session, token: unbound }) }), 'KONTOR_TOKEN_INVALID', 'unbound');
    const person = await SignedInPerson.of(fixture, account, { header: { typ: 'kontor-widget+jwt' } });
    refused(await ask(stage, { authorization: `DPoP ${person.token}`, dpop: await person.proof('GET', SESSION) }), 'KONTOR_TOKEN_INVALID', "a person's under another type");
    const asPerson = await forged(stage, session, { header: { typ: 'at+jwt' }, claims: { cnf: { jkt: await calculateJwkThumbprint(session.jwk) } } });
    refused(await ask(stage, { authorization: `DPoP ${asPerson}`, dpop: await proof(stage, { ...session, token: asPerson }) }), 'KONTOR_TOKEN_INVALID', "a session as a person's");
  },
};

const thumbprints: Attack = {
  name: 'thumbprints that are none, and a session asked for with a key instead of its thumbprint',
  run: async (stage) => {
    const { account, partner, jwk } = await bound(stage);
    for (const keyThumbprint of ['', 'x', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}=`, `${'x'.repeat(42)}+`, '__proto__', null, 1, [], jwk]) {
      const { status } = await stage.fixture.mint(partner, { person: account, keyThumbprint });
      assert.equal(status, 400, JSON.stringify(keyThumbprint));
    }
  },
};

export const boundSessionAttacks: readonly Attack[] = [works, stolen, elsewhere, confused, thumbprints];
