import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KnownOrigins } from './known-origins.ts';
import { Refusal } from './refusal.ts';

/**
 * Cross-origin reading, without credentials mode. A request with a widget token is answered for exactly
 * the token's origin (`authenticate.ts`). Preflights carry no token and errors may come before it is
 * read; both are answered for origins that stand on some partner's list, so that the kit can read why it
 * was refused. Pages of browser extensions are answered whichever it is: no web page can have such an
 * origin, Firefox makes it up for each installation, and without a person's token it opens nothing.
 */
const EXPOSED = 'content-disposition, dpop-nonce, etag, idempotency-replayed, ratelimit, ratelimit-policy, retry-after, www-authenticate, x-request-id';
const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'authorization, content-type, dpop, idempotency-key',
  'access-control-max-age': '600',
} as const;

/** Lets the page of this origin read the answer. */
export function allowOrigin(reply: FastifyReply, origin: string): void {
  reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', EXPOSED);
}

/** Lets the page read an error, where it is a partner's or an extension's. A failure to find out is a no. */
export async function allowKnownOrigin(request: FastifyRequest, reply: FastifyReply, origins: KnownOrigins): Promise<void> {
  const { origin } = request.headers;
  if (origin === undefined || reply.hasHeader('access-control-allow-origin')) return;
  if (await origins.isKnown(origin).catch(() => false)) allowOrigin(reply, origin);
}

/**
 * Lets the page read that it asks too often; nothing is looked up for it.
 * @returns whether the answer is a preflight's, which then lets the page ask, and read in the answer what is wrong
 */
export function allowNotedOrigin(request: FastifyRequest, reply: FastifyReply, origins: KnownOrigins): boolean {
  const { origin } = request.headers;
  if (origin === undefined || !origins.wasKnown(origin)) return false;
  allowOrigin(reply, origin);
  return isPreflight(request);
}

/** Hook that answers preflights. */
export function answerPreflight(origins: KnownOrigins): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  return async (request, reply) => {
    const { origin } = request.headers;
    if (!isPreflight(request)) return undefined;
    if (origin === undefined || !(await origins.isKnown(origin))) throw new Refusal('KONTOR_ORIGIN_REFUSED');
    allowOrigin(reply, origin);
    return await sendPreflight(reply);
  };
}

/** Lets the page go on and ask. */
export function sendPreflight(reply: FastifyReply): FastifyReply {
  return reply.headers(PREFLIGHT).code(204).send();
}

function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}
