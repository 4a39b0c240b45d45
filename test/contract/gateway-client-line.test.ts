import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { connectGateway } from '../../shared/client/gateway/gateway-client.ts';
import { ClientFixture } from '../support/client-fixture.ts';
import type { Trouble } from '../support/troubled-line.ts';

const fixture = await ClientFixture.start();
const { gateway, line } = fixture;
const visitor = await fixture.visitor();
const client = await visitor.connect();
const { organisation } = visitor;
const invoice = await gateway.invoice(organisation, { number: 'R-1' });
const prepaid = `/v1/organisations/${organisation}/prepaid`;
const wish = { amount: { amount: 2500, currency: 'CHF' }, card: 'approved' } as const;

const page: Trouble = { status: 502, type: 'text/html', body: '<!doctype html><title>Bad gateway</title>' };
const welcome: Trouble = { ...page, status: 200, body: '<!doctype html><title>Welcome to the hotel</title>' };
const starting: Trouble = {
  status: 503, type: 'application/problem+json',
  body: JSON.stringify({ type: '/problems', title: 'The database cannot be reached.', status: 503, code: 'KONTOR_DATABASE_UNAVAILABLE', requestId: 'r-1' }),
};

describe('a read', () => {
  for (const [name, trouble] of Object.entries({ cut: 'cut', lose: 'lose', half: 'half', starting } as const)) {
    test(`is tried once more (${name})`, async () => {
      line.meet(trouble);
      assert.equal((await client.prepaidBalance()).available.currency, 'CHF');
      assert.equal(line.heard.length, 2);
    });
  }

  test('fails when the gateway is down twice, and works when it is back', async () => {
    line.meet('cut', 'cut');
    await assert.rejects(client.prepaidBalance(), { name: 'KontorError', code: 'KONTOR_CLIENT_UNREACHABLE' });
    assert.equal(line.heard.length, 2);
    line.meet(starting, starting);
    await assert.rejects(client.prepaidBalance(), { code: 'KONTOR_DATABASE_UNAVAILABLE', requestId: 'r-1' });
    assert.equal((await client.prepaidBalance()).available.amount, 0);
  });

  test('of a document that breaks off twice gives no half file', async () => {
    line.meet('half', 'half');
    await assert.rejects(client.invoiceDocument(invoice, 'xml'), { code: 'KONTOR_CLIENT_UNREACHABLE' });
    assert.match(await (await client.invoiceDocument(invoice, 'xml')).text(), /<\/(\w+:)?Invoice>\s*$/);
  });
});

describe('an act', () => {
  test('with a key is tried once more, and done once though its first answer was lost', async () => {
    for (const trouble of ['cut', 'lose'] as const) {
      const before = (await client.prepaidBalance()).available.amount;
      line.meet(trouble);
      await client.topUp(wish, { idempotencyKey: randomUUID() });
      assert.deepEqual(line.heard.map((heard) => heard.split(' ', 2).join(' ')), [`POST ${prepaid}/top-ups`, `POST ${prepaid}/top-ups`]);
      assert.equal((await client.prepaidBalance()).available.amount, before + 2500);
    }
  });

  test('without a key is tried once', async () => {
    line.meet('cut');
    await assert.rejects(client.pinOrganisation(organisation, true), { code: 'KONTOR_CLIENT_UNREACHABLE' });
    assert.equal(line.heard.length, 1);
  });
});

describe('somebody else who answers', () => {
  test('with a page for an error is told from the gateway', async () => {
    line.meet(page);
    await assert.rejects(client.prepaidBalance(), { name: 'KontorError', code: 'KONTOR_CLIENT_ANSWER_UNREADABLE', message: /502/ });
    assert.equal(line.heard.length, 1);
  });

  test('with a page for an answer is not believed, for a document neither', async () => {
    for (const call of [() => client.invoices({}), () => client.invoiceDocument(invoice, 'xml'), () => visitor.connect()]) {
      line.meet(welcome);
      await assert.rejects(call, { code: 'KONTOR_CLIENT_ANSWER_UNREADABLE' });
    }
    // The session that was not to be had is ended, which must not meet the next trouble.
    await line.hears('DELETE');
  });

  test('with errors of its own is told from the gateway', async () => {
    for (const body of ['{"error":"no route"}', '{"code":404}', 'null', '[]', '']) {
      line.meet({ status: 404, type: 'application/json', body });
      await assert.rejects(client.prepaidBalance(), { code: 'KONTOR_CLIENT_ANSWER_UNREADABLE' });
    }
  });
});

describe('a call ends', () => {
  const reason = new Error('no longer wanted');

  test('at once with the reason when it was aborted before', async () => {
    line.meet();
    await assert.rejects(client.invoices({}, { signal: AbortSignal.abort(reason) }), reason);
    assert.deepEqual(line.heard, []);
  });

  test('with the reason when it is aborted under way or in the middle of the answer', async () => {
    for (const trouble of ['silent', 'half'] as const) {
      line.meet(trouble, 'silent');
      const abort = new AbortController();
      const call = client.prepaidBalance({ signal: abort.signal });
      await line.hears(`GET ${prepaid}`);
      abort.abort(reason);
      await assert.rejects(call, reason);
    }
    line.meet('silent');
    const abort = new AbortController();
    const act = client.pinOrganisation(organisation, true, { signal: abort.signal });
    await line.hears('PUT');
    abort.abort(reason);
    await assert.rejects(act, reason);
  });

  test('with the reason while it waits to try again or for a token', async (context) => {
    const abort = new AbortController();
    const waits = Promise.withResolvers<void>();
    const real = setTimeout;
    context.mock.method(globalThis, 'setTimeout', (run: () => void, delay?: number) => (delay === 400 ? waits.resolve() : real(run, delay)));
    line.meet('cut');
    const call = client.prepaidBalance({ signal: abort.signal });
    await waits.promise;
    abort.abort(reason);
    await assert.rejects(call, reason);
    await assert.rejects(visitor.connect(undefined, () => new Promise(() => {}), AbortSignal.timeout(1)), { name: 'TimeoutError' });
  });

  test('after twenty seconds, without another try', async (context) => {
    const limit = new AbortController();
    const limits = context.mock.method(AbortSignal, 'timeout', () => limit.signal);
    line.meet('silent');
    const call = client.prepaidBalance();
    await line.hears('GET');
    limit.abort(new DOMException('The time is over.', 'TimeoutError'));
    await assert.rejects(call, { name: 'KontorError', code: 'KONTOR_CLIENT_TIMEOUT' });
    assert.deepEqual([limits.mock.calls[0]?.arguments, line.heard.length], [[20_000], 1]);
  });
});

test('an address that is none is said before anything is asked', async () => {
  for (const address of ['', 'kontor.example', '/kontor', 'javascript:0', 'ftp://kontor.example', 'http://']) {
    await assert.rejects(connectGateway(address, visitor.fetchToken, undefined), { code: 'KONTOR_CLIENT_NOT_CONFIGURED' });
  }
  const client = await connectGateway(`${line.address}//`, visitor.fetchToken, undefined);
  assert.equal(client.resolve('/logos/a'), `${line.address}/logos/a`);
});
