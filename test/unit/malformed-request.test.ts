import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { test } from 'node:test';
import { text } from 'node:stream/consumers';
import { refuseMalformed } from '../../server/http/malformed-request.ts';

const refuse = refuseMalformed('https://gateway.example');
const timeout = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });

/** What a caller gets who sends this and is then refused. */
async function answerTo(sent: string): Promise<string> {
  const server = createServer((socket) => {
    if (sent === '') refuse(timeout, socket);
    else socket.once('data', () => refuse(timeout, socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const caller = connect((server.address() as AddressInfo).port, '127.0.0.1');
  if (sent !== '') caller.write(sent);
  const answer = await text(caller);
  server.close();
  return answer;
}

test('a request that came too slowly is told so', async () => {
  assert.match(await answerTo('GET / HT'), /^HTTP\/1\.1 408 .*"KONTOR_REQUEST_TIMEOUT"/s);
});

test('a connection that asked nothing is closed without a word', async () => {
  assert.equal(await answerTo(''), '');
});
