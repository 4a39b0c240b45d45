import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { PROBLEMS } from '../../shared/contract/problem.ts';
import { PROBLEM_TYPE } from './problem-details.ts';
import { securityHeaders } from './security-headers.ts';

/** What Node's HTTP parser and its clocks find; everything else is no HTTP. */
const FOUND = {
  HPE_HEADER_OVERFLOW: 'KONTOR_HEADERS_TOO_LARGE',
  ERR_HTTP_REQUEST_TIMEOUT: 'KONTOR_REQUEST_TIMEOUT',
} as const;

/**
 * Answers what is not HTTP, or came too slowly or with too many headers, and ends the connection. One that
 * timed out before anything was asked gets no answer: browsers connect in advance, and would take it for
 * the answer to the first request that they send later.
 */
export function refuseMalformed(gatewayUrl: string): (error: Error & { code?: string }, socket: Socket) => void {
  return ({ code = '' }, socket) => {
    if (code === 'ECONNRESET' || !socket.writable || socket.bytesRead === 0 || isAnswered(socket)) return void socket.destroy();
    socket.end(answer(FOUND[code as keyof typeof FOUND] ?? 'KONTOR_REQUEST_INVALID', gatewayUrl));
  };
}

function answer(code: (typeof FOUND)[keyof typeof FOUND] | 'KONTOR_REQUEST_INVALID', gatewayUrl: string): string {
  const requestId = randomUUID();
  const { status } = PROBLEMS[code];
  const title = code === 'KONTOR_REQUEST_INVALID' ? 'This is no valid HTTP request.' : PROBLEMS[code].title;
  const body = JSON.stringify({ type: `${gatewayUrl}/problems/${code}`, title, status, code, requestId });
  const headers = {
    ...securityHeaders(gatewayUrl), 'content-type': PROBLEM_TYPE, 'content-length': Buffer.byteLength(body), 'x-request-id': requestId, connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}

/** Whether an answer is under way, in the middle of which another would be garbage. Node's own handler asks the same. */
function isAnswered(socket: Socket): boolean {
  const { _httpMessage: message } = socket as Socket & { _httpMessage?: { headersSent: boolean } | null };
  return message?.headersSent === true;
}
