import type { FastifyReply, FastifyRequest } from 'fastify';
import { isExtensionOrigin } from '../identity/origins.ts';
import { isPartnerOrigin } from '../identity/partner-origins.ts';
import type { Database } from '../storage/database.ts';
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
export async function allowKnownOrigin(request: FastifyRequest, reply: FastifyReply, database: Database): Promise<void> {
  const { origin } = request.headers;
  if (origin === undefined || reply.hasHeader('access-control-allow-origin')) return;
  if (await isKnownOrigin(database, origin).catch(() => false)) allowOrigin(reply, origin);
}

/** Hook that answers preflights. */
export function answerPreflight(database: Database): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply | undefined> {
  return async (request, reply) => {
    const { origin } = request.headers;
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return undefined;
    if (origin === undefined || !(await isKnownOrigin(database, origin))) throw new Refusal('KONTOR_ORIGIN_REFUSED');
    allowOrigin(reply, origin);
    return await reply.headers(PREFLIGHT).code(204).send();
  };
}

async function isKnownOrigin(database: Database, origin: string): Promise<boolean> {
  return isExtensionOrigin(origin) || (await isPartnerOrigin(database, origin));
}
