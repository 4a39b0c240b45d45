import { connect } from 'node:net';
import type { Answer } from './answer.ts';
import type { WireTrick } from './wire-tricks.ts';

/** A request as its lines are written. */
export interface WireRequest {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/**
 * Writes a request to a connection of its own, with whatever the trick changes in it.
 * @returns `undefined` where the gateway closed the connection without a word
 */
export async function sendByWire(port: number, request: WireRequest, trick: WireTrick): Promise<Answer | undefined> {
  const text = await exchange(port, textOf(request, trick), trick.unfinished === true);
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [];
  if (status === undefined) return undefined;
  const split = text.indexOf('\r\n\r\n');
  const head = text.slice(0, split).split('\r\n').slice(1);
  const headers = Object.fromEntries(head.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
  const rest = text.slice(split + 4);
  const body = headers['transfer-encoding'] === 'chunked' ? unchunked(rest) : rest.slice(0, Number(headers['content-length'] ?? rest.length));
  // Answers to what an address or header smuggled in would stand behind the first.
  return { status: Number(status), headers, body: Buffer.from(body, 'latin1').toString() };
}

function textOf({ method, address, headers, body }: WireRequest, trick: WireTrick): string {
  const bytes = body === undefined ? undefined : Buffer.from(body);
  const own = { host: 'localhost:4600', connection: 'close', ...headers, ...(bytes ? { 'content-length': String(bytes.length) } : {}) };
  const kept = Object.entries(own).filter(([name]) => !trick.without?.includes(name));
  const lines = [
    `${trick.method ?? method} ${trick.address?.(address) ?? address} ${trick.version ?? 'HTTP/1.1'}`,
    ...(trick.lines ?? []), ...kept.map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n${bytes?.toString('latin1') ?? ''}`;
}

function exchange(port: number, text: string, unfinished: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const socket = connect({ port, host: '127.0.0.1' }, () => {
      // Bytes as they are: each character is one.
      if (unfinished) socket.end(text, 'latin1');
      else socket.write(text, 'latin1');
    });
    socket.setTimeout(10_000, () => socket.destroy(new Error('No answer within ten seconds.')));
    socket.on('data', (part) => parts.push(part));
    // Refused while it was still being written.
    socket.on('error', (error: NodeJS.ErrnoException) => (/^(ECONNRESET|EPIPE)$/.test(error.code ?? '') ? undefined : reject(error)));
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')));
  });
}

function unchunked(text: string): string {
  const size = Number.parseInt(text, 16);
  if (!(size > 0)) return '';
  const start = text.indexOf('\r\n') + 2;
  return text.slice(start, start + size) + unchunked(text.slice(start + size + 2));
}
