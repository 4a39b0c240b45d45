import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { PROBLEM_TYPE } from './problem-details.ts';

/**
 * Answers what is not HTTP, or came too slowly or with too many headers, and ends the connection. One that
 * timed out before anything was asked gets no answer: browsers connect in advance, and would take it for
 * the answer to the first request that they send later.
 */
export function refuseMalformed(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.bytesRead === 0) return void socket.destroy();
  const requestId = randomUUID();
  const code = 'KONTOR_REQUEST_INVALID';
  const body = JSON.stringify({ type: 'about:blank', title: 'This is no valid HTTP request.', status: 400, code, requestId });
  socket.end(
    [
      'HTTP/1.1 400 Bad Request',
      `Content-Type: ${PROBLEM_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'X-Content-Type-Options: nosniff',
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
