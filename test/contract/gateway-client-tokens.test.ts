import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import type { FetchToken } from '../../shared/client/gateway/widget-token-source.ts';
import { ClientFixture, type Visitor } from '../support/client-fixture.ts';

const fixture = await ClientFixture.start();
const { gateway, line } = fixture;
const SECOND = 1000;

/** Lets the page's clock and the gateway's go on. */
function pass(context: TestContext, milliseconds: number): void {
  const before = performance.now();
  context.mock.method(performance, 'now', () => before + milliseconds);
  gateway.clock.pass(milliseconds);
}

/** Ends a session from the portal's backend. */
async function endAtPortal({ partner, minted }: Visitor): Promise<void> {
  const { statusCode } = await gateway.app.inject({
    method: 'DELETE', url: `/v1/widget-sessions/${minted.at(-1)?.id}`, headers: { authorization: `Bearer ${partner.key}` },
  });
  assert.equal(statusCode, 204);
}

describe('a token', () => {
  test('is used until shortly before its end, then renewed once for all who wait', async (context) => {
    const visitor = await fixture.visitor();
    const client = await visitor.connect();
    pass(context, 569 * SECOND);
    await client.prepaidBalance();
    assert.equal(visitor.minted.length, 1);
    pass(context, 2 * SECOND);
    line.meet();
    await Promise.all(Array.from({ length: 10 }, () => client.prepaidBalance()));
    assert.equal(visitor.minted.length, 2);
    assert.deepEqual(new Set(line.heard), new Set([`GET /v1/organisations/${visitor.organisation}/prepaid 200`]));
  });

  test('of a short life is renewed at its half', async (context) => {
    const visitor = await fixture.visitor();
    visitor.request['lifetime'] = 40;
    const client = await visitor.connect();
    pass(context, 19 * SECOND);
    await client.prepaidBalance();
    assert.equal(visitor.minted.length, 1);
    pass(context, 2 * SECOND);
    await client.prepaidBalance();
    assert.equal(visitor.minted.length, 2);
  });

  test('is renewed in the organisation that the session began in', async (context) => {
    const visitor = await fixture.visitor();
    const client = await visitor.connect();
    gateway.clock.pass(SECOND);
    await visitor.connect(await visitor.another('Used later'));
    pass(context, 590 * SECOND);
    await client.prepaidBalance();
    assert.equal(visitor.minted.length, 3);
  });

  test('that ended while the page slept is replaced', async () => {
    const visitor = await fixture.visitor();
    const client = await visitor.connect();
    gateway.clock.pass(601 * SECOND);
    line.meet();
    await client.prepaidBalance();
    assert.deepEqual(line.heard.map((heard) => heard.slice(-3)), ['401', '200']);
    assert.equal(visitor.minted.length, 2);
  });

  test('that the portal ended is replaced, once for all who wait', async () => {
    const visitor = await fixture.visitor();
    const client = await visitor.connect();
    await endAtPortal(visitor);
    await Promise.all(Array.from({ length: 5 }, () => client.pinOrganisation(visitor.organisation, true)));
    assert.equal(visitor.minted.length, 2);
  });

  test('that is refused anew is an error', async () => {
    const visitor = await fixture.visitor();
    let asked = 0;
    const first = visitor.fetchToken({ organisation: undefined });
    const client = await visitor.connect(undefined, () => (asked++, first));
    await endAtPortal(visitor);
    line.meet();
    await assert.rejects(client.prepaidBalance(), { code: 'KONTOR_TOKEN_REVOKED' });
    assert.deepEqual([asked, line.heard.length], [2, 2]);
    await assert.rejects(visitor.connect(undefined, async () => ({ ...(await first), token: 'a.b.c' })), { code: 'KONTOR_TOKEN_INVALID' });
  });
});

describe('fetchToken', () => {
  const faults: Readonly<Record<string, (wish: Parameters<FetchToken>[0]) => unknown>> = {
    rejects: () => Promise.reject(new Error('signed out')),
    throws: () => {
      throw new Error('no such route');
    },
    'answers nothing': () => undefined,
    'answers a problem': async () => ({ status: 404, code: 'KONTOR_NOT_FOUND' }),
    'answers a token without its life': async () => ({ token: 'a.b.c', organisation: 'x', expiresIn: '600' }),
    'answers a token without an organisation': async () => ({ token: 'a.b.c', expiresIn: 600 }),
  };
  for (const [fault, answer] of Object.entries(faults)) {
    test(`that ${fault} fails the call, and is asked again by the next`, async () => {
      const visitor = await fixture.visitor();
      const client = await visitor.connect();
      const real = visitor.fetchToken;
      let broken = true;
      const fetchToken = ((wish) => (broken ? answer(wish) : real(wish))) as FetchToken;
      await assert.rejects(visitor.connect(undefined, fetchToken), { name: 'KontorError', code: 'KONTOR_CLIENT_TOKEN_FETCH_FAILED' });
      broken = false;
      assert.equal((await visitor.connect(undefined, fetchToken)).session.person.id, client.session.person.id);
    });
  }

  test('that answers for another organisation than was asked for is not believed', async () => {
    const visitor = await fixture.visitor();
    const other = await visitor.another('Another');
    const stubborn: FetchToken = () => visitor.fetchToken({ organisation: visitor.organisation });
    await assert.rejects(visitor.connect(other, stubborn), { code: 'KONTOR_CLIENT_TOKEN_FETCH_FAILED' });
    await visitor.connect(visitor.organisation.toUpperCase(), stubborn);
  });

  test('that never answers is given up, and nobody waits for it for ever', async (context) => {
    const visitor = await fixture.visitor();
    const limit = new AbortController();
    const limits = context.mock.method(AbortSignal, 'timeout', () => limit.signal);
    let asked = 0;
    const silent: FetchToken = () => (asked++ ? visitor.fetchToken({ organisation: undefined }) : new Promise(() => {}));
    const connecting = visitor.connect(undefined, silent);
    limit.abort(new DOMException('The time is over.', 'TimeoutError'));
    await assert.rejects(connecting, { code: 'KONTOR_CLIENT_TOKEN_FETCH_FAILED' });
    assert.deepEqual(limits.mock.calls[0]?.arguments, [20_000]);
  });
});

describe('an ended client', () => {
  const onPage = (token: string) => fetch(`${line.address}/v1/session`, { headers: { authorization: `Bearer ${token}` } });

  test('is one that was switched away from: its token is refused, and it asks for no other', async () => {
    const visitor = await fixture.visitor();
    const old = await visitor.connect();
    const token = visitor.minted[0]?.token ?? '';
    const now = await visitor.connect(await visitor.another('Next'));
    assert.equal((await onPage(token)).status, 200);
    line.meet();
    old.end();
    await line.hears('DELETE /v1/session 204');
    const answer = await onPage(token);
    assert.deepEqual([answer.status, (await answer.json()).code], [401, 'KONTOR_TOKEN_REVOKED']);
    line.meet();
    await assert.rejects(old.invoices({}), { code: 'KONTOR_TOKEN_REVOKED' });
    assert.deepEqual([line.heard, visitor.minted.length], [[], 2]);
    assert.equal((await now.invoices({})).summary?.count, 0);
  });

  test('opens no other session for a call under way', async () => {
    const visitor = await fixture.visitor();
    const client = await visitor.connect();
    await endAtPortal(visitor);
    const call = client.prepaidBalance();
    client.end();
    await assert.rejects(call, { code: 'KONTOR_TOKEN_REVOKED' });
    assert.equal(visitor.minted.length, 1);
  });

  test('ends the token that was still on its way', async () => {
    const visitor = await fixture.visitor();
    const abort = new AbortController();
    const asked = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const connecting = visitor.connect(undefined, async (wish) => {
      asked.resolve();
      await gate.promise;
      return visitor.fetchToken(wish);
    }, abort.signal);
    await asked.promise;
    line.meet();
    abort.abort(new Error('overtaken'));
    await assert.rejects(connecting, { message: 'overtaken' });
    gate.resolve();
    await line.hears('DELETE /v1/session 204');
    assert.equal((await onPage(visitor.minted[0]?.token ?? '')).status, 401);
  });
});

test('no token goes into an address', async () => {
  const visitor = await fixture.visitor();
  line.meet();
  const client = await visitor.connect();
  await client.organisations({});
  const [session] = visitor.minted;
  assert.equal(line.heard.length, 2);
  assert.equal(line.heard.some((heard) => heard.includes(session?.token ?? '')), false);
});
