import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { readConfig } from '../../server/config.ts';
import { makeOperatorKey } from '../../server/identity/operator-key.ts';
import { startGateway } from '../../server/start-gateway.ts';
import type { AuditWindow } from '../../shared/contract/audit.ts';
import { freePort, makeFolder, removeFolder } from '../support/product.ts';

const folder = makeFolder();
const [OPERATOR, METRICS] = [makeOperatorKey(), makeOperatorKey()];
const config = readConfig({
  KONTOR_DATA_DIR: folder, PORT: String(await freePort()), LOG_LEVEL: 'silent', KONTOR_OPERATOR_KEY: OPERATOR, KONTOR_METRICS_KEY: METRICS,
  KONTOR_LIMIT_ADDRESS: '40', KONTOR_CONNECTIONS_PER_ADDRESS: '20', KONTOR_TRUSTED_PROXIES: 'none',
});
const gateway = await startGateway(config);
after(async () => {
  await gateway.stop();
  removeFolder(folder);
});

/** Over a connection of its own, which ends with the answer. */
async function ask(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  return await fetch(gateway.url + path, { headers: { connection: 'close', ...headers } });
}

async function connected(): Promise<Socket> {
  const socket = connect(config.port, '127.0.0.1');
  socket.on('error', () => {});
  await once(socket, 'connect');
  return socket;
}

test('a started gateway takes the keys it was given, each for its own', async () => {
  const status = async (path: string, key: string): Promise<number> => (await ask(path, { authorization: `Bearer ${key}` })).status;
  assert.deepEqual([await status('/v1/operator/partners', OPERATOR), await status('/v1/operator/partners', METRICS)], [200, 401]);
  assert.deepEqual([await status('/metrics', OPERATOR), await status('/metrics', METRICS), await status('/metrics', 'x')], [200, 200, 401]);
});

test('it counts the requests of an address, and believes no proxy that it was not told of', async () => {
  const left = async (address: string): Promise<number> => Number(/"address";r=(\d+)/.exec((await ask('/healthz', { 'x-forwarded-for': address })).headers.get('ratelimit') ?? '')?.[1]);
  const before = await left('203.0.113.1');
  assert.ok(before < 40, String(before));
  assert.equal(await left('203.0.113.2'), before - 1);
});

test('nor does its audit log', async () => {
  const headers = { authorization: `Bearer ${OPERATOR}`, 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.3', connection: 'close' };
  const body = JSON.stringify({ name: 'Agency', paymentMode: 'client-pays' });
  const made = await fetch(`${gateway.url}/v1/operator/partners`, { method: 'POST', headers, body });
  assert.equal(made.status, 201, await made.text());
  const log = (await (await ask('/v1/operator/audit', { authorization: `Bearer ${OPERATOR}` })).json()) as AuditWindow;
  const [{ act, address } = {}] = log.rows;
  assert.equal(act, 'partner.create');
  assert.match(address ?? '', /^(127\.0\.0\.1|::1)$/);
});

test('it bounds the connections of an address', async () => {
  const open = await Promise.all(Array.from({ length: 20 }, connected));
  const further = await connected();
  further.write('GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
  // A connection that is closed with something unread is reset.
  assert.equal(await text(further).catch(() => ''), '');
  for (const socket of open) socket.destroy();
});

test('it holds its data folder alone', async () => {
  await assert.rejects(startGateway({ ...config, port: await freePort() }), { code: 'KONTOR_START_FOLDER_BUSY' });
});
