import type { FastifyReply, FastifyRequest } from 'fastify';

/** The gateway answers data, not pages; a route that answers something else sets its own. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
  vary: 'Origin',
} as const;

/** The headers that every answer carries, errors included. HTTPS is insisted on only where it is spoken. */
export function securityHeaders(gatewayUrl: string): Record<string, string> {
  if (!gatewayUrl.startsWith('https:')) return HEADERS;
  return { ...HEADERS, 'strict-transport-security': 'max-age=31536000; includeSubDomains' };
}

/** First hook of every request. */
export function setSecurityHeaders(gatewayUrl: string): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const headers = securityHeaders(gatewayUrl);
  return async (request, reply) => {
    reply.headers(headers).header('x-request-id', request.id);
  };
}
