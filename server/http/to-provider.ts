import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';

/**
 * Makes a request say the issuer's host and protocol, whatever it said before: the provider builds its
 * addresses and marks its cookies by them.
 */
export function asIssuer(request: IncomingMessage, gatewayUrl: string): IncomingMessage {
  const { host, protocol } = new URL(gatewayUrl);
  request.headers.host = host;
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  delete request.headers['x-forwarded-host'];
  return request;
}

/** Leaves the answer to a handler of plain Node requests; the headers set so far go with it. */
export async function handOver(
  request: FastifyRequest, reply: FastifyReply, gatewayUrl: string, handler: (request: IncomingMessage, response: FastifyReply['raw']) => unknown,
): Promise<void> {
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
  reply.hijack();
  await handler(asIssuer(request.raw, gatewayUrl), reply.raw);
}
