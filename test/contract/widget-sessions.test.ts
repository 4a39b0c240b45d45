import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWK } from 'jose';
import { v7 as uuid } from 'uuid';
import { ENGINES, Fixture, GATEWAY, ORIGIN } from '../support/fixture.ts';

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);

  describe('starting a session', () => {
    test('a person gets one for an organisation of theirs, and can ask who they are', async () => {
      const { account, organisation, partner, token, session } = await fixture.signedIn();
      const answer = await fixture.call(token, '/v1/session');
      assert.equal(answer.statusCode, 200, answer.body);
      const body = answer.json();
      assert.deepEqual([body.id, body.person.id, body.partner.id, body.organisation.id], [session, account, partner.id, organisation]);
      assert.deepEqual(body.organisation.administrators, ['Ada Muster']);
      assert.equal(answer.headers['access-control-allow-origin'], ORIGIN);
      assert.equal(answer.headers['cache-control'], 'no-store');
    });

    test('everything foreign or missing is the same 404', async () => {
      const { account, partner, organisation } = await fixture.signedIn();
      const other = await fixture.signedIn();
      const ungranted = await fixture.organisation();
      await fixture.member(ungranted, account);
      const revoked = await fixture.organisation();
      await fixture.member(revoked, account);
      await fixture.insert('partner_grant', {
        organisation_id: revoked, partner_id: partner.id, access: 'full', granted_at: new Date(0), revoked_at: new Date(1),
      });
      const asked = [
        { person: account, organisation: other.organisation },
        { person: account, organisation: uuid() },
        { person: account, organisation: ungranted },
        { person: account, organisation: revoked },
        { person: uuid() },
        { person: other.account, organisation },
      ];
      for (const request of asked) {
        const { status, body } = await fixture.mint(partner, request);
        assert.deepEqual([status, body.code], [404, 'KONTOR_NOT_FOUND']);
        assert.equal('detail' in body, false);
      }
    });

    test('without an organisation it is the one used last', async () => {
      const { account, partner, organisation } = await fixture.signedIn();
      const second = await fixture.organisation('Aaa');
      await fixture.member(second, account);
      await fixture.grant(second, partner);
      assert.equal((await fixture.mint(partner, { person: account })).body.organisation, organisation);
      fixture.clock.pass(1000);
      await fixture.mint(partner, { person: account, organisation: second });
      assert.equal((await fixture.mint(partner, { person: account })).body.organisation, second);
    });

    test('origins are exact and on the list', async () => {
      const listed = ['http://portal.example.com', 'https://portal.example.com.', 'https://PORTAL.example.com', 'https://*.example.com', 'https://münchen.example'];
      const partner = await fixture.partner([ORIGIN, 'http://127.0.0.1:4601', ...listed]);
      const { account, organisation } = await fixture.signedIn();
      await fixture.grant(organisation, partner);
      for (const origin of [ORIGIN, 'http://127.0.0.1:4601']) {
        assert.equal((await fixture.mint(partner, { person: account, origin })).status, 201, origin);
      }
      const refused = ['http://portal.example.com', 'https://portal.example.com.', 'https://PORTAL.example.com', 'https://münchen.example',
        'https://portal.example.com:443', 'https://portal.example.com.evil.test', 'https://xportal.example.com', 'http://localhost:4601'];
      for (const origin of refused) {
        assert.equal((await fixture.mint(partner, { person: account, origin })).body.code, 'KONTOR_PARTNER_ORIGIN_REFUSED', origin);
      }
      for (const origin of ['null', 'https://portal.example.com/', 'https://portal.example.com/path', 'https://u@portal.example.com', '']) {
        assert.equal((await fixture.mint(partner, { person: account, origin })).body.code, 'KONTOR_REQUEST_INVALID', origin);
      }
    });

    test('limited access leaves out what moves money', async () => {
      const partner = await fixture.partner();
      const [account, organisation] = [await fixture.person(), await fixture.organisation()];
      await fixture.member(organisation, account);
      await fixture.grant(organisation, partner, 'limited');
      const { body } = await fixture.mint(partner, { person: account, features: ['prepaid:read', 'prepaid:top-up'] });
      assert.deepEqual((await fixture.call(body.token, '/v1/session')).json().features, ['prepaid:read']);
      assert.equal((await fixture.mint(partner, { person: account, features: ['prepaid:top-up'] })).body.code, 'KONTOR_FEATURE_MISSING');
    });

    test('keys that are missing, unknown, of another kind or revoked are refused alike', async () => {
      const { partner, token, account } = await fixture.signedIn();
      await fixture.database.asOwner((tx) => tx.query('update partner_key set revoked_at = now() where partner_id = $1', [partner.id]));
      for (const key of [partner.key, token, fixture.operatorKey, 'kontor_partner_', 'x'.repeat(5000)]) {
        const { status, body } = await fixture.mint({ id: '', key }, { person: account });
        assert.deepEqual([status, body.code], [401, 'KONTOR_TOKEN_INVALID']);
      }
      const bare = await fixture.app.inject({ method: 'POST', url: '/v1/widget-sessions', payload: {} });
      assert.deepEqual([bare.statusCode, bare.json().code], [401, 'KONTOR_TOKEN_MISSING']);
    });
  });

  describe('using a session', () => {
    test('only from its own origin; others cannot read the answer', async () => {
      const { token } = await fixture.signedIn();
      const elsewhere = ['null', 'https://portal.example.com.evil.test', 'https://PORTAL.example.com', 'http://portal.example.com', undefined];
      for (const origin of elsewhere) {
        const answer = await fixture.call(token, '/v1/session', { origin });
        assert.deepEqual([answer.statusCode, answer.json().code], [403, 'KONTOR_ORIGIN_REFUSED']);
        assert.equal(answer.headers['access-control-allow-origin'], undefined);
      }
    });

    test('a page can read why its token was refused, where it is a partner\'s', async () => {
      const { token } = await fixture.signedIn();
      fixture.clock.pass(600_000);
      const answer = await fixture.call(token, '/v1/session');
      assert.equal(answer.json().code, 'KONTOR_TOKEN_EXPIRED');
      assert.equal(answer.headers['access-control-allow-origin'], ORIGIN);
      const foreign = await fixture.call('x', '/v1/session', { origin: 'https://evil.test' });
      assert.equal(foreign.headers['access-control-allow-origin'], undefined);
    });

    test('an ended one is over at once, and only its own partner ends it', async () => {
      const { token, session, partner } = await fixture.signedIn();
      const other = await fixture.partner();
      const end = (key: string) => fixture.app.inject({ method: 'DELETE', url: `/v1/widget-sessions/${session}`, headers: { authorization: `Bearer ${key}` } });
      assert.equal((await end(other.key)).statusCode, 204);
      assert.equal((await fixture.call(token, '/v1/session')).statusCode, 200);
      assert.equal((await end(partner.key)).statusCode, 204);
      assert.equal((await fixture.call(token, '/v1/session')).json().code, 'KONTOR_TOKEN_REVOKED');
      assert.equal((await fixture.call(token, '/v1/organisations')).json().code, 'KONTOR_TOKEN_REVOKED');
      const own = await fixture.signedIn();
      assert.equal((await fixture.call(own.token, '/v1/session', { method: 'DELETE' })).statusCode, 204);
      assert.equal((await fixture.call(own.token, '/v1/session')).json().code, 'KONTOR_TOKEN_REVOKED');
    });

    test('a member removed or lowered, or a partner sent away, after the mint counts at once', async () => {
      const { token, organisation, account, partner } = await fixture.signedIn();
      const invoices = `/v1/organisations/${organisation}/invoices`;
      const change = (text: string) => fixture.database.asOwner((tx) => tx.query(text, [organisation, text.includes('partner') ? partner.id : account]));
      assert.equal((await fixture.call(token, invoices)).statusCode, 200);
      await change(`update membership set role = 'member', billing_right = false where organisation_id = $1 and account_id = $2`);
      assert.equal((await fixture.call(token, invoices)).json().code, 'KONTOR_BILLING_RIGHT_MISSING');
      await change(`update membership set role = 'owner', billing_right = true where organisation_id = $1 and account_id = $2`);
      await change('update partner_grant set revoked_at = now() where organisation_id = $1 and partner_id = $2');
      assert.equal((await fixture.call(token, invoices)).json().code, 'KONTOR_NOT_FOUND');
      await change('update partner_grant set revoked_at = null where organisation_id = $1 and partner_id = $2');
      await change('delete from membership where organisation_id = $1 and account_id = $2');
      assert.equal((await fixture.call(token, invoices)).json().code, 'KONTOR_NOT_FOUND');
    });

    test('features are those that were asked for', async () => {
      const { account, partner, organisation } = await fixture.signedIn();
      const { body } = await fixture.mint(partner, { person: account, features: ['products:read'] });
      for (const url of ['/v1/organisations', `/v1/organisations/${organisation}/invoices`, `/v1/organisations/${organisation}/to-pay`]) {
        assert.equal((await fixture.call(body.token, url)).json().code, 'KONTOR_FEATURE_MISSING', url);
      }
      assert.equal((await fixture.call(body.token, `/v1/organisations/${organisation}/products`)).statusCode, 200);
    });
  });

  describe('tokens that we did not make, or not like this', () => {
    const claims = { org: uuid(), partner: uuid(), origin: ORIGIN, elements: [], features: [] };
    const header = { alg: 'EdDSA', typ: 'kontor-widget+jwt' };

    async function ourKey(): Promise<{ kid: string; key: Parameters<SignJWT['sign']>[0]; secret: object; open: object }> {
      await fixture.signedIn();
      const [{ kid = '', d, ...open } = {}] = await fixture.app.tokens.keys.privateKeys();
      assert.ok(d);
      return { kid, key: { ...open, d } as JWK, secret: { ...open, d }, open };
    }

    async function refused(token: string): Promise<void> {
      const answer = await fixture.call(token, '/v1/session');
      assert.deepEqual([answer.statusCode, answer.json().code], [401, 'KONTOR_TOKEN_INVALID'], token);
    }

    function unsigned(changes: { issuer?: string; audience?: string; life?: number; age?: number } = {}): SignJWT {
      const issuedAt = Math.floor(fixture.clock.now().getTime() / 1000) - (changes.age ?? 0);
      return new SignJWT(claims).setSubject(uuid()).setJti(uuid())
        .setIssuer(changes.issuer ?? GATEWAY).setAudience(changes.audience ?? `${GATEWAY}/v1`)
        .setIssuedAt(issuedAt).setExpirationTime(issuedAt + (changes.life ?? 600));
    }

    test('another key, algorithm, type, issuer, audience or a longer life', async () => {
      const { kid, key, open } = await ourKey();
      const foreign = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
      await refused(await unsigned().setProtectedHeader({ ...header, kid }).sign(foreign.privateKey));
      await refused(await unsigned().setProtectedHeader({ ...header, kid, jwk: await exportJWK(foreign.publicKey) }).sign(foreign.privateKey));
      await refused(await unsigned().setProtectedHeader({ ...header, kid: 'unknown' }).sign(key));
      await refused(await unsigned().setProtectedHeader(header).sign(key));
      await refused(await unsigned().setProtectedHeader({ ...header, kid, typ: 'at+jwt' }).sign(key));
      await refused(await unsigned().setProtectedHeader({ ...header, kid, alg: 'HS256' }).sign(Buffer.from(JSON.stringify(open))));
      await refused(await unsigned({ issuer: 'http://localhost:4700' }).setProtectedHeader({ ...header, kid }).sign(key));
      await refused(await unsigned({ audience: GATEWAY }).setProtectedHeader({ ...header, kid }).sign(key));
      await refused(await unsigned({ life: 601 }).setProtectedHeader({ ...header, kid }).sign(key));
      await refused(await unsigned({ age: -60 }).setProtectedHeader({ ...header, kid }).sign(key));
    });

    test('no signature, a swapped payload, or no token at all', async () => {
      const { token } = await fixture.signedIn();
      const [head = '', body = '', signature = ''] = token.split('.');
      const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const other = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), org: uuid() };
      await refused(`${text({ alg: 'none', typ: 'kontor-widget+jwt' })}.${body}.`);
      await refused(`${head}.${text(other)}.${signature}`);
      await refused(`${head}.${body}`);
      await refused('__proto__');
      await refused('a.b.c');
    });

    test('the public keys are there to be read, and hold nothing private', async () => {
      await ourKey();
      const { keys } = (await fixture.app.inject('/.well-known/jwks.json')).json();
      assert.equal(keys.length, 1);
      assert.deepEqual(Object.keys(keys[0]).sort(), ['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    });
  });
});
