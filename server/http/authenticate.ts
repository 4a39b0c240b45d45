import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkOperatorKey } from '../identity/operator-key.ts';
import { partnerOfKey } from '../identity/partner-keys.ts';
import type { WidgetClaims, WidgetTokens } from '../identity/widget-token.ts';
import type { AppParts } from './app-parts.ts';
import { allowOrigin } from './cors.ts';
import { Refusal } from './refusal.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly parts: AppParts;
    readonly tokens: WidgetTokens;
  }
  interface FastifyRequest {
    /** Set by `requireSession`. */
    session: WidgetClaims | null;
    /** Set by `requirePartner`. */
    partner: string | null;
  }
}

/** Hook of routes for a widget session: a valid token, used from the page it was made for. */
export async function requireSession(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const session = await request.server.tokens.verify(bearer(request));
  if (request.headers.origin !== session.origin) throw new Refusal('KONTOR_ORIGIN_REFUSED');
  allowOrigin(reply, session.origin);
  request.session = session;
}

/** Hook of routes for a partner's backend. */
export async function requirePartner(request: FastifyRequest): Promise<void> {
  request.partner = await partnerOfKey(request.server.parts.database, bearer(request));
}

/** Hook of routes for the operator. */
export async function requireOperator(request: FastifyRequest): Promise<void> {
  checkOperatorKey(bearer(request), request.server.parts.operatorKeyHash);
}

/** The verified session of a request; its route must have `requireSession`. */
export function sessionOf(request: FastifyRequest): WidgetClaims {
  if (!request.session) throw new Error('A route without requireSession asked for the session.');
  return request.session;
}

/** The partner of a request; its route must have `requirePartner`. */
export function partnerOf(request: FastifyRequest): string {
  if (request.partner === null) throw new Error('A route without requirePartner asked for the partner.');
  return request.partner;
}

function bearer(request: FastifyRequest): string {
  const [scheme = '', token = '', ...rest] = (request.headers.authorization ?? '').split(' ');
  if (scheme.toLowerCase() !== 'bearer' || token === '') throw new Refusal('KONTOR_TOKEN_MISSING');
  if (rest.length > 0) throw new Refusal('KONTOR_TOKEN_INVALID');
  return token;
}
