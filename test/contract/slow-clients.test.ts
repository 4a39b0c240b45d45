import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { buildApp } from '../../server/app.ts';
import type { App } from '../../server/http/app-parts.ts';
import { readProxies } from '../../server/identity/sign-in/caller-address.ts';
import { Fixture, GATEWAY } from '../support/fixture.ts';

const fixture = await Fixture.start();
const partner = await fixture.partner();

/** The gateway's own clocks, only faster. */
const QUICK = {
  requestTimeout: 600, connectionTimeout: 1500, keepAliveTimeout: 300,
  http: { headersTimeout: 300, connectionsCheckingInterval: 50, maxHeaderSize: 16 * 1024 },
};

async function listening(timeLimits: typeof QUICK | undefined, more: object = {}): Promise<{ app: App; port: number }> {
  const { database, clock } = fixture;
  const app = await buildApp({ database, clock, gatewayUrl: GATEWAY, ...(timeLimits ? { timeLimits } : {}), ...more });
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
  return { app, port: Number(port) };
}

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  // The gateway may close while something is still being sent.
  socket.on('error', () => {});
  return socket;
}

/** An answer in full and coded, after which the connection is closed. @param why a part of what it says beside the code */
function assertCoded(answer: string, status: number, code: string, why = ''): void {
  assert.match(answer, new RegExp(`^HTTP/1\\.1 ${status} `), answer.slice(0, 200));
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  assert.equal(JSON.parse(body).code, code);
  assert.ok(body.includes(why), body);
  for (const header of [/^x-content-type-options: nosniff/im, /^cache-control: no-store/im, /^content-type: application\/problem\+json/im, /^x-request-id: /im]) {
    assert.match(head, header);
  }
}

const POST = `POST /v1/widget-sessions HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${partner.key}\r\ncontent-type: application/json\r\n`;

describe('callers who are slow', async () => {
  const { app, port } = await listening(QUICK);
  after(() => app.close());

  test('with their headers are told so', async () => {
    const socket = await connected(port);
    socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\nx-slow: ');
    const drip = setInterval(() => socket.write('a'), 100);
    assertCoded(await text(socket), 408, 'KONTOR_REQUEST_TIMEOUT');
    clearInterval(drip);
  });

  test('with their body are told so', async () => {
    const socket = await connected(port);
    socket.write(`${POST}content-length: 1000\r\n\r\n{`);
    const drip = setInterval(() => socket.write(' '), 100);
    assertCoded(await text(socket), 408, 'KONTOR_REQUEST_TIMEOUT');
    clearInterval(drip);
  });

  test('to ask anything, or anything more, are let go without a word', async () => {
    assert.equal(await text(await connected(port)), '');
    const socket = await connected(port);
    socket.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const answers = await text(socket);
    assert.equal(answers.match(/HTTP\/1\.1/g)?.length, 1, answers);
  });

  test('to read the answer are let go', async () => {
    const arrival = once(app.server, 'connection');
    const socket = await connected(port);
    socket.pause();
    const [arrived] = await arrival as [Socket];
    const closed = once(arrived, 'close');
    // More than all buffers between hold.
    for (let count = 0; count < 1000; count += 1) socket.write('GET /openapi.json HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await closed;
    socket.destroy();
  });
});

describe('callers who send much, or what may be taken in two ways,', async () => {
  const { app, port } = await listening(undefined);
  after(() => app.close());

  async function answerTo(request: string): Promise<string> {
    const socket = await connected(port);
    socket.write(request);
    return await text(socket);
  }

  test('one long header, many short ones, or more than the parser keeps', async () => {
    const get = 'GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n';
    assertCoded(await answerTo(`${get}x-long: ${'a'.repeat(17_000)}\r\n\r\n`), 431, 'KONTOR_HEADERS_TOO_LARGE');
    for (const count of [99, 2500]) {
      const many = Array.from({ length: count }, (_none, index) => `x${index}:`).join('\r\n');
      assertCoded(await answerTo(`${get}${many}\r\n\r\n`), 431, 'KONTOR_HEADERS_TOO_LARGE');
    }
    assert.match(await answerTo(`${get}${Array.from({ length: 90 }, (_none, index) => `x${index}: 1`).join('\r\n')}\r\n\r\n`), /^HTTP\/1\.1 200 /);
  });

  test('a body that is too large, said at once or found out', async () => {
    assertCoded(await answerTo(`${POST}connection: close\r\ncontent-length: 65537\r\n\r\n`), 413, 'KONTOR_BODY_TOO_LARGE');
    const chunk = `8000\r\n${' '.repeat(0x8000)}\r\n`;
    const chunked = `${POST}connection: close\r\ntransfer-encoding: chunked\r\n\r\n${chunk}${chunk}${chunk}0\r\n\r\n`;
    assertCoded(await answerTo(chunked), 413, 'KONTOR_BODY_TOO_LARGE');
  });

  test('no host, or something twice of which another reader may take the other', async () => {
    assertCoded(await answerTo('GET /healthz HTTP/1.1\r\nconnection: close\r\n\r\n'), 400, 'KONTOR_REQUEST_INVALID');
    assert.match(await answerTo('GET /healthz HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 200 /);
    for (const [name, twice] of [['host', 'host: evil.test'], ['authorization', 'Authorization: Bearer x'], ['content-type', 'content-type: text/plain']] as const) {
      const answer = await answerTo(`${POST}connection: close\r\n${twice}\r\ncontent-length: 2\r\n\r\n{}`);
      assertCoded(answer, 400, 'KONTOR_REQUEST_INVALID', `The header ${name} stands twice.`);
    }
  });

  test('an expectation that nobody knows', async () => {
    const answer = await answerTo('GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nexpect: wonders\r\n\r\n');
    assert.match(answer, /^HTTP\/1\.1 200 .*x-content-type-options: nosniff/s);
  });

  test('two lengths, or a length and chunks', async () => {
    for (const framing of ['content-length: 2\r\ncontent-length: 3', 'content-length: 2\r\ntransfer-encoding: chunked', 'transfer-encoding: chunked, identity']) {
      assertCoded(await answerTo(`${POST}${framing}\r\n\r\n{}`), 400, 'KONTOR_REQUEST_INVALID', 'This is no valid HTTP request.');
    }
  });
});

test('a gateway that is told nothing else has the clocks of the operator\'s guide', async () => {
  const { app } = await listening(undefined);
  after(() => app.close());
  const { headersTimeout, requestTimeout, timeout, keepAliveTimeout } = app.server;
  assert.deepEqual([headersTimeout, requestTimeout, timeout, keepAliveTimeout], [15_000, 30_000, 120_000, 20_000]);
});

test('one address holds so many connections and no more; a proxy holds any number', async () => {
  const bounded = await listening(undefined, { connectionsPerAddress: 2, trustedProxies: readProxies('none') });
  after(() => bounded.app.close());
  const [first, second] = [await connected(bounded.port), await connected(bounded.port)];
  const third = await connected(bounded.port);
  third.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
  // A connection that is closed with something unread is reset.
  assert.equal(await text(third).catch(() => ''), '');
  first.destroy();
  // Its place is free as soon as the gateway has seen it go.
  for (;;) {
    const next = await connected(bounded.port);
    next.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
    const answer = await text(next).catch(() => '');
    if (answer !== '') break;
  }
  second.destroy();
  const behind = await listening(undefined, { connectionsPerAddress: 2 });
  after(() => behind.app.close());
  const open = await Promise.all([1, 2, 3].map(() => connected(behind.port)));
  open[2]?.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
  assert.match(await text(open[2] as Socket), /^HTTP\/1\.1 200 /);
  for (const socket of open) socket.destroy();
});
