import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { makeSecretKey } from '../../server/identity/secret-box.ts';
import { freePort } from '../support/product.ts';
import { testDatabase } from '../support/test-database.ts';

const OPERATOR_KEY = 'kontor_operator_planted-for-this-test';
const METRICS_KEY = 'planted-metrics-key';
const SECRET_KEY = makeSecretKey();

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  /** Both streams so far. */
  output(): string;
}

/** A gateway as an operator runs it. */
async function startGateway(): Promise<Started> {
  const port = await freePort();
  const env = {
    ...process.env, PORT: String(port), DATABASE_URL: await testDatabase(), LOG_LEVEL: 'trace',
    KONTOR_OPERATOR_KEY: OPERATOR_KEY, KONTOR_METRICS_KEY: METRICS_KEY, KONTOR_SECRET_KEY: SECRET_KEY,
  };
  const child = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  after(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  while (!/Kontor gateway on/.test(output)) {
    if (child.exitCode !== null) throw new Error(output);
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  }
  return { child, port, output: () => output };
}

/** A connection of which everything that came can be read. */
class Line {
  readonly #socket: Socket;
  #text = '';

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => (this.#text += chunk.toString()));
    socket.on('error', () => {});
  }

  static async to(port: number, host = 'localhost'): Promise<Line> {
    const socket = connect(port, host);
    await once(socket, 'connect');
    return new Line(socket);
  }

  send(text: string): void {
    this.#socket.write(text);
  }

  /** Waits until this came. */
  async heard(pattern: RegExp): Promise<string> {
    while (!pattern.test(this.#text)) {
      if (this.#socket.closed) throw new Error(`Closed after: ${this.#text}`);
      await Promise.race([once(this.#socket, 'data'), once(this.#socket, 'close')]);
    }
    return this.#text;
  }

  /** Waits until the gateway closes it, or the system resets it for the gateway. */
  async closed(): Promise<string> {
    if (!this.#socket.closed) await new Promise((resolve) => this.#socket.once('close', resolve));
    return this.#text;
  }
}

/**
 * Waits until connections are refused. Node closes idle ones just before it stops listening, so the system may
 * still queue one for a moment; that gets no answer.
 */
async function takesNothingNew(port: number): Promise<void> {
  for (;;) {
    const line = await Line.to(port).catch((error: NodeJS.ErrnoException) => error);
    if (line instanceof Line) {
      line.send(get('/healthz'));
      assert.equal(await line.closed(), '');
    } else {
      if (line.code === 'ECONNREFUSED') return;
      assert.equal(line.code, 'ECONNRESET');
    }
  }
}

/** The machine's own addresses: `localhost` is each of them. */
const LOOPBACK = Object.values(networkInterfaces()).flat().map((one) => one?.address ?? '').filter((address) => /^(127\.0\.0\.1|::1)$/.test(address));

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${METRICS_KEY}\r\n\r\n`;
const import_ = `POST /v1/operator/organisations/01860c06-87c0-7778-8a17-9af8d9a01791/invoices HTTP/1.1\r\nhost: localhost
authorization: Bearer ${OPERATOR_KEY}\r\ncontent-type: application/xml\r\ncontent-length: 8\r\nexpect: 100-continue\r\n\r\n`.replaceAll(/(?<!\r)\n/g, '\r\n');

describe('a gateway that is told to stop', () => {
  test('finishes what it accepted, takes nothing new, closes what is open and ends with 0', async () => {
    const { child, port, output } = await startGateway();
    const [slow, idle, busy] = [await Line.to(port), await Line.to(port), await Line.to(port)];
    idle.send(get('/healthz'));
    await idle.heard(/"alive"/);
    // Accepted: its headers are read, its body is not sent yet.
    for (const line of [slow, busy]) {
      line.send(import_);
      await line.heard(/100 Continue/);
    }
    child.kill('SIGTERM');
    await idle.closed();
    await takesNothingNew(port);
    assert.equal(child.exitCode, null);

    slow.send('<nonce/>');
    assert.match(await slow.closed(), /HTTP\/1\.1 4\d\d [^]*connection: close[^]*"KONTOR_/i);
    // One that follows on the same connection is not taken any more.
    busy.send(`<nonce/>${get('/healthz')}`);
    assert.doesNotMatch(await busy.closed(), /"alive"/);
    const [code] = await once(child, 'exit');
    assert.equal(code, 0, output());
  });

  test('does so on each address that localhost means, where it also refuses alike', async () => {
    const { child, port, output } = await startGateway();
    assert.ok(LOOPBACK.includes('127.0.0.1'));
    const lines = await Promise.all(LOOPBACK.map((host) => Line.to(port, host)));
    for (const line of lines) {
      line.send(import_);
      await line.heard(/100 Continue/);
    }
    for (const host of LOOPBACK) {
      const nonsense = await Line.to(port, host);
      nonsense.send('NONSENSE\r\n\r\n');
      assert.match(await nonsense.closed(), /x-content-type-options: nosniff[^]*KONTOR_REQUEST_INVALID/);
    }
    const idle = await Line.to(port);
    child.kill('SIGTERM');
    await idle.closed();
    for (const line of lines) {
      line.send('<nonce/>');
      assert.match(await line.closed(), /"KONTOR_E_INVOICE_REFUSED"/);
    }
    const [code] = await once(child, 'exit');
    assert.equal(code, 0, output());
  });

  test('waits for no connection on which nothing was asked in full', async () => {
    const { child, port, output } = await startGateway();
    const [opened, begun, again] = [await Line.to(port), await Line.to(port), await Line.to(port)];
    begun.send('GET /healthz HTTP/1.1\r\nhost: ');
    again.send(`${get('/healthz')}GET /healthz HTTP/1.1\r\nhost: `);
    await again.heard(/"alive"/);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    assert.equal(code, 0, output());
    assert.deepEqual([await opened.closed(), await begun.closed()], ['', '']);
  });

  test('has told nothing of its keys', async () => {
    const { child, port, output } = await startGateway();
    const line = await Line.to(port);
    line.send(get('/metrics'));
    await line.heard(/kontor_jobs/);
    line.send(`${import_}<secret>`);
    await line.heard(/KONTOR_/);
    child.kill('SIGTERM');
    await once(child, 'exit');
    assert.match(output(), /"msg":"request"/);
    for (const secret of [OPERATOR_KEY, METRICS_KEY, SECRET_KEY, '<secret>']) assert.ok(!output().includes(secret), secret);
  });

  test('ends at once when it is told again', async () => {
    const { child, port } = await startGateway();
    const slow = await Line.to(port);
    slow.send(import_);
    await slow.heard(/100 Continue/);
    child.kill('SIGTERM');
    // A second one within half a second is the same wish, so they are repeated until it ends.
    const again = setInterval(() => child.kill('SIGTERM'), 100);
    const [code] = await once(child, 'exit');
    clearInterval(again);
    assert.equal(code, 130);
  });
});

test('stopping that takes too long is cut off, and the process says so', async () => {
  const code = `import { stopOnSignal } from './server/process-end.ts';
    setInterval(() => {}, 1000);
    stopOnSignal(() => new Promise(() => {}), 50);
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], { stdio: ['ignore', 'pipe', 'pipe'] });
  after(() => void child.kill('SIGKILL'));
  const said = text(child.stderr);
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [ended] = await once(child, 'exit');
  assert.deepEqual([ended, await said], [1, 'Stopping took too long; what was still under way is cut off.\n']);
});
