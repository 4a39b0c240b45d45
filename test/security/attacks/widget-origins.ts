import assert from 'node:assert/strict';
import { v7 as uuid } from 'uuid';
import { ORIGIN } from '../../support/fixture.ts';
import { refused } from './attack.ts';
import type { Attack, AttackStage } from './attack.ts';

/** Origins that somebody might take for https://portal.example.com. */
const LOOK_ALIKES: Readonly<Record<string, readonly string[]>> = {
  'a port more': [`${ORIGIN}:443`, `${ORIGIN}:444`, `${ORIGIN}:`],
  'another case': ['https://Portal.example.com', 'HTTPS://portal.example.com', ORIGIN.toUpperCase()],
  'a dot behind': [`${ORIGIN}.`, `${ORIGIN}..`],
  'plain http': ['http://portal.example.com', 'ws://portal.example.com', 'portal.example.com', '//portal.example.com'],
  'a name around it': ['https://portal.example.com.evil.test', 'https://evil-portal.example.com', 'https://portal.example.comm', 'https://example.com', 'https://a.portal.example.com', 'https://evil.test/portal.example.com'],
  'letters that look the same': ['https://xn--portl-4ve.example.com', 'https://port\u00e0l.example.com', 'https://portal%2eexample.com', 'https://portal.example%00.com'],
  'something before or behind': [`${ORIGIN}/`, `${ORIGIN}/path`, `${ORIGIN}?x`, `${ORIGIN}#x`, `https://user@portal.example.com`, `https://portal.example.com@evil.test`, `https://evil.test\\@portal.example.com`],
  'null, none and lists': ['null', '', '*', 'undefined', `${ORIGIN}, https://evil.test`, `${ORIGIN} https://evil.test`, `https://evil.test,${ORIGIN}`],
  'other schemes': ['file://', 'data:', 'blob:https://portal.example.com/x', 'javascript://portal.example.com'],
};

const byOrigin = Object.entries(LOOK_ALIKES).map(([what, origins]): Attack => ({
  name: `a widget session used from a page with ${what} in its origin`,
  run: async ({ fixture }) => {
    const { token } = await fixture.signedIn();
    for (const origin of origins) {
      const answer = await fixture.call(token, '/v1/session', { origin });
      refused(answer, 'KONTOR_ORIGIN_REFUSED', origin);
      assert.notEqual(answer.headers['access-control-allow-origin'], origin);
      const preflight = await fixture.app.inject({ method: 'OPTIONS', url: '/v1/session', headers: { origin, 'access-control-request-method': 'GET' } });
      assert.equal(preflight.headers['access-control-allow-origin'], undefined, origin);
    }
    assert.equal((await fixture.call(token, '/v1/session')).statusCode, 200);
  },
}));

const atMint: Attack = {
  name: 'a session asked for, for an origin that is not on the partner\'s own list',
  run: async ({ fixture }) => {
    const { account, partner } = await fixture.signedIn();
    await fixture.partner(['https://other-portal.example.com']);
    const wrong = [...Object.values(LOOK_ALIKES).flat(), 'https://other-portal.example.com', 'http://localhost:4601', 'https://*.example.com', 'https://*'];
    for (const origin of wrong) {
      const { status, body } = await fixture.mint(partner, { person: account, origin });
      assert.ok(['KONTOR_PARTNER_ORIGIN_REFUSED', 'KONTOR_REQUEST_INVALID'].includes(body.code ?? ''), `${origin}: ${status}`);
      assert.equal(body.token, undefined, origin);
    }
  },
};

const elsewhere: Attack = {
  name: 'a session used in another organisation: a stranger\'s, the person\'s own second one, one of another partner',
  run: async (stage) => {
    const { fixture } = stage;
    const { token, account, partner } = await fixture.signedIn();
    const second = await ownOrganisation(stage, account);
    await fixture.grant(second, partner);
    const throughOther = await ownOrganisation(stage, account);
    await fixture.grant(throughOther, await fixture.partner());
    const { organisation: stranger } = await fixture.signedIn();
    for (const organisation of [second, throughOther, stranger, uuid(), second.toUpperCase()]) {
      for (const rest of ['invoices', 'to-pay', 'products', 'prepaid', 'prepaid/movements', 'prepaid/outlook', `invoices/${uuid()}`]) {
        refused(await fixture.call(token, `/v1/organisations/${organisation}/${rest}`), 'KONTOR_NOT_FOUND', rest);
      }
    }
    const { status } = await fixture.mint(partner, { person: account, organisation: throughOther });
    assert.equal(status, 404, 'minted for an organisation that trusts another partner');
  },
};

const odd: Attack = {
  name: 'elements, features and organisations named after what JavaScript knows',
  run: async ({ fixture }) => {
    const { token, account, partner } = await fixture.signedIn();
    for (const name of ['__proto__', 'constructor', 'toString', 'invoices:read ', 'INVOICES:READ', '*', '']) {
      for (const more of [{ features: [name] }, { elements: [name] }, { organisation: name }, { person: name }]) {
        const { status } = await fixture.mint(partner, { person: account, ...more });
        assert.equal(status, 400, JSON.stringify(more));
      }
      const { statusCode } = await fixture.call(token, `/v1/organisations/${encodeURIComponent(name)}/invoices`);
      assert.ok(statusCode === 400 || statusCode === 404, name);
    }
    for (const text of ['{"__proto__":{"features":["orders:place"]}}', '{"constructor":{"prototype":{"admin":true}}}']) {
      const headers = { authorization: `Bearer ${partner.key}`, 'content-type': 'application/json' };
      assert.equal((await fixture.app.inject({ method: 'POST', url: '/v1/widget-sessions', headers, payload: text })).statusCode, 400);
    }
  },
};

async function ownOrganisation({ fixture }: AttackStage, account: string): Promise<string> {
  const organisation = await fixture.organisation();
  await fixture.member(organisation, account);
  return organisation;
}

export const widgetOriginAttacks: readonly Attack[] = [...byOrigin, atMint, elsewhere, odd];
