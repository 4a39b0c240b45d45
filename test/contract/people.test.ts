import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { v7 as uuid } from 'uuid';
import type { OrganisationWindow } from '../../shared/contract/organisation.ts';
import type { Session } from '../../shared/contract/session.ts';
import { ENGINES, Fixture, GATEWAY, ORIGIN } from '../support/fixture.ts';
import { SignedInPerson } from '../support/signed-in-person.ts';
import type { Told } from '../support/signed-in-person.ts';

const CHROMIUM = 'chrome-extension://kdlgmbgnfejoafibdjabjojekdekcmnj';
const FIREFOX = 'moz-extension://0b3f0c7a-5d3e-4c57-9f0a-1f4a8f4f7c11';

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);

  /** A person with an organisation of their own, signed in at the gateway. */
  async function owner(name = 'Muster AG'): Promise<{ person: SignedInPerson; organisation: string }> {
    const [account, organisation] = [await fixture.person(), await fixture.organisation(name)];
    await fixture.member(organisation, account);
    return { person: await SignedInPerson.of(fixture, account), organisation };
  }

  const within = (organisation: string): string[] =>
    ['invoices', 'to-pay', 'products', 'prepaid', 'prepaid/movements'].map((rest) => `/v1/organisations/${organisation}/${rest}`);

  describe('a person who signed in at the gateway', () => {
    test('reads and acts in every organisation of theirs, without any partner', async () => {
      const { person, organisation } = await owner();
      const second = await fixture.organisation('Zweite AG');
      await fixture.member(second, person.account, 'admin');
      for (const url of [...within(organisation), ...within(second)]) assert.equal((await person.call(url)).statusCode, 200, url);
      const payload = { amount: { amount: 2500, currency: 'CHF' }, card: 'approved' };
      const topUps = `/v1/organisations/${second}/prepaid/top-ups`;
      const answer = await person.call(topUps, { method: 'POST', payload, headers: { 'idempotency-key': uuid() } });
      assert.equal(answer.statusCode, 201, answer.body);
    });

    test('everything foreign or missing is the same 404', async () => {
      const { person } = await owner();
      const { organisation: foreign } = await owner();
      for (const organisation of [foreign, uuid(), foreign.toUpperCase()]) {
        for (const url of within(organisation)) {
          const answer = await person.call(url);
          assert.deepEqual([answer.statusCode, answer.json().code, answer.json().detail], [404, 'KONTOR_NOT_FOUND', undefined], url);
        }
        const step = await person.call('/v1/session', { method: 'POST', payload: { organisation } });
        assert.equal(step.json().code, 'KONTOR_NOT_FOUND');
        const pin = await person.call(`/v1/organisations/${organisation}/pin`, { method: 'PUT', payload: { pinned: true } });
        assert.equal(pin.json().code, 'KONTOR_NOT_FOUND');
      }
    });

    test('sees no money without the billing right', async () => {
      const [account, organisation] = [await fixture.person(), await fixture.organisation()];
      await fixture.member(organisation, account, 'member');
      const person = await SignedInPerson.of(fixture, account);
      for (const url of within(organisation)) assert.equal((await person.call(url)).json().code, 'KONTOR_BILLING_RIGHT_MISSING', url);
      const list: OrganisationWindow = (await person.call('/v1/organisations')).json();
      assert.deepEqual(list.rows.map(({ id, available }) => [id, available]), [[organisation, null]]);
    });

    test('lists and pins all their organisations and nobody else\'s', async () => {
      const { person, organisation } = await owner('Beta');
      const { person: other } = await owner('Gamma');
      const second = await fixture.organisation('Alpha');
      await fixture.member(second, person.account);
      const pinned = await person.call(`/v1/organisations/${organisation}/pin`, { method: 'PUT', payload: { pinned: true } });
      assert.equal(pinned.statusCode, 204);
      const list: OrganisationWindow = (await person.call('/v1/organisations')).json();
      assert.deepEqual(list.rows.map(({ id, group }) => [id, group]), [[organisation, 'pinned'], [second, 'other']]);
      assert.deepEqual([list.summary?.count, list.rows[0]?.available], [2, { amount: 0, currency: 'CHF' }]);
      const found: OrganisationWindow = (await person.call('/v1/organisations?search=alp')).json();
      assert.deepEqual(found.rows.map(({ id }) => id), [second]);
      assert.equal((await other.call('/v1/organisations')).json().rows.length, 1);
    });

    test('does what was granted at sign-in, until it ends', async () => {
      const { person, organisation } = await owner();
      const narrow = await SignedInPerson.of(fixture, person.account, {}, ['products:read']);
      assert.equal((await narrow.call(`/v1/organisations/${organisation}/products`)).statusCode, 200);
      assert.equal((await narrow.call(`/v1/organisations/${organisation}/invoices`)).json().code, 'KONTOR_FEATURE_MISSING');
      assert.equal((await narrow.call('/v1/organisations')).json().code, 'KONTOR_FEATURE_MISSING');
      await person.signOut();
      for (const url of ['/v1/session', '/v1/organisations', ...within(organisation)]) {
        assert.deepEqual((await person.call(url)).json().code, 'KONTOR_TOKEN_REVOKED', url);
      }
      assert.equal((await narrow.call('/v1/session')).statusCode, 200);
    });
  });

  describe('stepping into an organisation', () => {
    test('makes it the last used one, which is where the session stands', async () => {
      const { person, organisation } = await owner();
      const second = await fixture.organisation('Aaa');
      await fixture.member(second, person.account);
      const step = async (payload: object): Promise<Session> => {
        const answer = await person.call('/v1/session', { method: 'POST', payload });
        assert.equal(answer.statusCode, 200, answer.body);
        return answer.json();
      };
      const first = await step({ organisation: organisation.toUpperCase() });
      assert.deepEqual([first.partner, first.organisation.id, first.person.id], [null, organisation, person.account]);
      assert.deepEqual([first.elements.length, first.features.length], [4, 7]);
      fixture.clock.pass(1000);
      assert.equal((await step({ organisation: second })).organisation.id, second);
      assert.equal((await step({})).organisation.id, second);
      const read: Session = (await person.call('/v1/session')).json();
      assert.deepEqual({ ...read }, { ...(await step({})) });
      const entries = await fixture.database.asOwner((tx) =>
        tx.query('select actor from audit_entry where act = $1 and organisation_id = $2', ['session.step', second]));
      assert.deepEqual(entries.map(({ actor }) => actor), [person.account, person.account, person.account]);
    });

    test('is nothing for a widget session, and signing out is no act of this API', async () => {
      const { person } = await owner();
      const { token } = await fixture.signedIn();
      assert.equal((await fixture.call(token, '/v1/session', { method: 'POST', payload: {} })).json().code, 'KONTOR_FEATURE_MISSING');
      assert.equal((await person.call('/v1/session', { method: 'DELETE' })).json().code, 'KONTOR_FEATURE_MISSING');
      const nobody = await SignedInPerson.of(fixture, await fixture.person());
      assert.equal((await nobody.call('/v1/session')).json().code, 'KONTOR_NOT_FOUND');
    });
  });

  describe('tokens', () => {
    test('of another type, audience, issuer, key, life or time are refused', async () => {
      const { person, organisation } = await owner();
      const now = Math.floor(fixture.clock.now().getTime() / 1000);
      const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
      const faults: Record<string, Told> = {
        typ: { header: { typ: 'kontor-widget+jwt' } }, 'no typ': { header: { typ: 'JWT' } }, key: { key: privateKey }, kid: { header: { kid: 'other' } },
        audience: { claims: { aud: GATEWAY } }, issuer: { claims: { iss: 'https://evil.test' } }, life: { claims: { exp: now + 301 } },
        unbound: { claims: { cnf: {} } }, 'no grant': { claims: { grant: undefined } }, 'no account': { claims: { sub: undefined } },
      };
      for (const [name, told] of Object.entries(faults)) {
        const answer = await (await SignedInPerson.of(fixture, person.account, told)).call('/v1/session');
        assert.deepEqual([answer.statusCode, answer.json().code], [401, 'KONTOR_TOKEN_INVALID'], name);
        assert.match(String(answer.headers['www-authenticate']), /^DPoP error="invalid_token"/);
      }
      assert.equal((await person.call(`/v1/organisations/${organisation}/products`)).statusCode, 200);
      fixture.clock.pass(300_000);
      assert.equal((await person.call('/v1/session')).json().code, 'KONTOR_TOKEN_EXPIRED');
      assert.equal((await (await SignedInPerson.of(fixture, person.account, { claims: { iat: now, exp: now + 300 } })).call('/v1/session')).json().code, 'KONTOR_TOKEN_EXPIRED');
    });

    test('are taken under their own scheme only, and by no other kind of route', async () => {
      const { person } = await owner();
      const { token, partner } = await fixture.signedIn();
      const ask = async (authorization: string, url = '/v1/session', method: 'GET' | 'POST' = 'GET') => {
        const dpop = await person.proof(method, url);
        return (await fixture.app.inject({ method, url, headers: { authorization, dpop, origin: ORIGIN }, ...(method === 'POST' ? { payload: {} } : {}) })).json().code;
      };
      assert.equal(await ask(`Bearer ${person.token}`), 'KONTOR_TOKEN_INVALID');
      assert.equal(await ask(`DPoP ${token}`), 'KONTOR_TOKEN_INVALID');
      assert.equal(await ask(`DPoP ${partner.key}`), 'KONTOR_TOKEN_INVALID');
      assert.equal(await ask(`Basic ${person.token}`), 'KONTOR_TOKEN_MISSING');
      assert.equal(await ask('DPoP'), 'KONTOR_TOKEN_MISSING');
      assert.equal(await ask(`DPoP ${person.token}`, '/v1/widget-sessions', 'POST'), 'KONTOR_TOKEN_MISSING');
      assert.equal(await ask(`dpop ${person.token}`), undefined);
    });
  });

  describe('proofs', () => {
    const url = '/v1/organisations';

    async function refused(person: SignedInPerson, dpop: string | string[] | undefined, name: string, to = url): Promise<void> {
      const headers = { authorization: `DPoP ${person.token}`, ...(dpop === undefined ? {} : { dpop }) };
      const answer = await fixture.app.inject({ url: to, headers });
      assert.deepEqual([answer.statusCode, answer.json().code], [401, 'KONTOR_DPOP_INVALID'], name);
      assert.equal(answer.headers['www-authenticate'], 'DPoP error="invalid_dpop_proof", algs="ES256 EdDSA"', name);
    }

    test('that are missing or say another thing than the request are refused', async () => {
      const { person } = await owner();
      const { person: other } = await owner();
      const now = Math.floor(fixture.clock.now().getTime() / 1000);
      const claims: Record<string, Record<string, unknown>> = {
        htm: { htm: 'POST' }, 'htm in lower case': { htm: 'get' }, 'no htm': { htm: undefined }, 'no htu': { htu: undefined },
        'another path': { htu: `${GATEWAY}/v1/session` }, 'another host': { htu: `http://evil.test${url}` }, 'no address': { htu: 'x' },
        'another scheme': { htu: `https://localhost:4600${url}` }, 'too old': { iat: now - 61 }, 'from the future': { iat: now + 61 },
        'no iat': { iat: undefined }, 'iat as text': { iat: String(now) }, 'no jti': { jti: undefined }, 'empty jti': { jti: '' },
        'long jti': { jti: 'x'.repeat(201) }, 'no ath': { ath: undefined }, 'ath of another token': { ath: other.token },
      };
      for (const [name, told] of Object.entries(claims)) await refused(person, await person.proof('GET', url, { claims: told }), name);
      await refused(person, undefined, 'missing');
      await refused(person, 'x', 'no proof at all');
      await refused(person, [await person.proof('GET', url), await person.proof('GET', url)], 'two proofs');
      for (const sound of [{ htu: `HTTP://LOCALHOST:4600${url}?search=x#y` }, { iat: now - 60 }, { iat: now + 60 }]) {
        const answer = await person.call(url, { headers: { dpop: await person.proof('GET', url, { claims: sound }) } });
        assert.equal(answer.statusCode, 200, JSON.stringify(sound));
      }
    });

    test('count for the address that was really asked', async () => {
      const { person } = await owner();
      const elsewhere: [to: string, status: number][] = [
        ['http://evil.test/v1/organisations', 401], ['//evil.test/v1/organisations', 404], ['/v1/organisations/', 404],
      ];
      for (const [to, status] of elsewhere) {
        const headers = { authorization: `DPoP ${person.token}`, dpop: await person.proof('GET', url, { claims: { htu: to } }) };
        const answer = await fixture.app.inject({ url: to, headers });
        assert.equal(answer.statusCode, status, to);
      }
    });

    test('with another type, algorithm or key are refused', async () => {
      const { person } = await owner();
      const { person: other } = await owner();
      const ed = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
      const rsa = await generateKeyPair('RS256');
      const headers: Record<string, Told> = {
        'another typ': { header: { typ: 'JWT' } }, 'no jwk': { header: { jwk: undefined } as object }, 'kid only': { header: { jwk: undefined, kid: 'x' } as object },
        'a private key': { header: { jwk: await exportJWK(person.privateKey) } },
        'an empty private part': { header: { jwk: { ...person.publicJwk, d: '' } as object } },
        'a symmetric key': { header: { jwk: { kty: 'oct', k: 'c2VjcmV0' } as object } },
        'a point off the curve': { header: { jwk: { ...person.publicJwk, x: person.publicJwk.y ?? '' } } },
        'a signature by another key': { key: other.privateKey },
        "another's key": { header: { jwk: other.publicJwk }, key: other.privateKey },
        'another key of another kind': { header: { alg: 'EdDSA', jwk: await exportJWK(ed.publicKey) }, key: ed.privateKey },
        'an algorithm that is not taken': { header: { alg: 'RS256', jwk: await exportJWK(rsa.publicKey) }, key: rsa.privateKey },
      };
      for (const [name, told] of Object.entries(headers)) {
        await refused(person, await person.proof('GET', url, told), name);
      }
      await refused(person, await unsigned(person, { header: { crit: ['x'], x: 1 } as object }), 'unknown crit');
      const sound = await person.proof('GET', url);
      await refused(person, `${Buffer.from('{"alg":"none","typ":"dpop+jwt"}').toString('base64url')}.${sound.split('.')[1]}.`, 'alg none');
      assert.equal((await person.call(url)).statusCode, 200);
    });

    test('with an algorithm that is not taken are refused, be the token bound to its very key', async () => {
      const { person } = await owner();
      for (const [alg, taken] of [['EdDSA', true], ['RS256', false], ['PS256', false], ['ES384', false], ['ES512', false]] as const) {
        const { privateKey: key, publicKey } = await generateKeyPair(alg);
        const jwk = await exportJWK(publicKey);
        const bound = await SignedInPerson.of(fixture, person.account, { claims: { cnf: { jkt: await calculateJwkThumbprint(jwk) } } });
        const dpop = await bound.proof('GET', url, { header: { alg, jwk }, key });
        if (taken) assert.equal((await bound.call(url, { headers: { dpop } })).statusCode, 200, alg);
        else await refused(bound, dpop, alg);
      }
    });

    test('serve once, for one token', async () => {
      const { person } = await owner();
      const { person: other } = await owner();
      const dpop = await person.proof('GET', url);
      assert.equal((await person.call(url, { headers: { dpop } })).statusCode, 200);
      await refused(person, dpop, 'the same again');
      const jti = uuid();
      const named = (one: SignedInPerson) => one.proof('GET', url, { claims: { jti } });
      assert.equal((await person.call(url, { headers: { dpop: await named(person) } })).statusCode, 200);
      await refused(person, await named(person), 'its id in a new proof');
      assert.equal((await other.call(url, { headers: { dpop: await named(other) } })).statusCode, 200);
      await refused(other, await person.proof('GET', url), "another person's");
      fixture.clock.pass(61_000);
      await refused(person, dpop, 'too old, whether remembered or not');
      assert.equal((await person.call(url)).statusCode, 200);
    });
  });

  describe('pages of extensions', () => {
    test('are answered, with what they need to read, and no others for a person', async () => {
      const { person } = await owner();
      for (const origin of [CHROMIUM, FIREFOX]) {
        const preflight = await fixture.app.inject({ method: 'OPTIONS', url: '/v1/session', headers: { origin, 'access-control-request-method': 'POST' } });
        assert.deepEqual([preflight.statusCode, preflight.headers['access-control-allow-origin']], [204, origin]);
        assert.match(String(preflight.headers['access-control-allow-headers']), /\bdpop\b/);
        const sound = await person.call('/v1/session', { headers: { origin } });
        assert.deepEqual([sound.statusCode, sound.headers['access-control-allow-origin']], [200, origin]);
        assert.match(String(sound.headers['access-control-expose-headers']), /dpop-nonce.*www-authenticate/);
        assert.equal(sound.headers['access-control-allow-credentials'], undefined);
        const refusal = await person.call('/v1/session', { headers: { origin, dpop: 'x' } });
        assert.deepEqual([refusal.statusCode, refusal.headers['access-control-allow-origin']], [401, origin]);
      }
      const strange = ['chrome-extension://x', `${CHROMIUM}/`, 'moz-extension://*', 'chrome-extension://evil.test', 'https://evil.test', 'null'];
      for (const origin of strange) {
        const preflight = await fixture.app.inject({ method: 'OPTIONS', url: '/v1/session', headers: { origin, 'access-control-request-method': 'POST' } });
        assert.equal(preflight.statusCode, 403, origin);
        assert.equal((await person.call('/v1/session', { headers: { origin } })).headers['access-control-allow-origin'], undefined, origin);
      }
    });

    test('gain nothing with a widget session', async () => {
      const { token } = await fixture.signedIn();
      for (const origin of [CHROMIUM, FIREFOX]) {
        assert.equal((await fixture.call(token, '/v1/session', { origin })).json().code, 'KONTOR_ORIGIN_REFUSED');
      }
    });
  });
});

/** A proof that the library refuses to sign, with the signature of a sound one. */
async function unsigned(person: SignedInPerson, { header }: Told): Promise<string> {
  const [, claims, signature] = (await person.proof('GET', '/v1/organisations')).split('.');
  const head = { alg: 'ES256', typ: 'dpop+jwt', jwk: person.publicJwk, ...header };
  return `${Buffer.from(JSON.stringify(head)).toString('base64url')}.${claims}.${signature}`;
}
