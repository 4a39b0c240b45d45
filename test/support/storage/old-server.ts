import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Speaks as much of PostgreSQL's protocol as it takes to say that it is version 14.11 to any question. */
export async function oldServer(): Promise<{ port: number; close(): void }> {
  const server = createServer(converse);
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, close: () => server.close() };
}

function converse(socket: Socket): void {
  let greeted = false;
  socket.on('error', () => {});
  socket.on('data', (bytes) => {
    if (!greeted) socket.write(Buffer.concat([message('R', int32(0)), ready]));
    else if (bytes[0] === 'Q'.charCodeAt(0)) socket.write(Buffer.concat([answer(['140011', '14.11']), ready]));
    greeted = true;
  });
}

const ready = message('Z', Buffer.from('I'));

function answer(values: readonly string[]): Buffer {
  const columns = ['server_version_num', 'server_version'].map((name) =>
    // Table 0, column 0, type text, any length, no modifier, as text.
    Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]),
  );
  const fields = values.map((value) => Buffer.concat([int32(value.length), Buffer.from(value)]));
  return Buffer.concat([
    message('T', Buffer.concat([int16(columns.length), ...columns])),
    message('D', Buffer.concat([int16(fields.length), ...fields])),
    message('C', Buffer.from('SELECT 1\0')),
  ]);
}

function message(kind: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
