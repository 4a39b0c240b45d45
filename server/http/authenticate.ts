import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PartnerScope } from '../../shared/contract/partner.ts';
import type { DpopProofs } from '../identity/dpop-proof.ts';
import { checkOperatorKey } from '../identity/operator-key.ts';
import { isExtensionOrigin } from '../identity/origins.ts';
import { partnerOfKey } from '../identity/partner-keys.ts';
import type { PartnerCaller } from '../identity/partner-keys.ts';
import type { PersonTokens } from '../identity/person-tokens.ts';
import type { PersonClaims, SessionClaims, WidgetClaims } from '../identity/session-claims.ts';
import { claimsToBeWidgetToken } from '../identity/widget-token.ts';
import type { WidgetTokens } from '../identity/widget-token.ts';
import type { AppParts } from './app-parts.ts';
import { allowOrigin } from './cors.ts';
import type { KnownOrigins } from './known-origins.ts';
import { Refusal } from './refusal.ts';

declare module 'fastify' {
  interface FastifyInstance {
    readonly parts: AppParts;
    readonly tokens: WidgetTokens;
    readonly personTokens: PersonTokens;
    readonly proofs: DpopProofs;
    readonly origins: KnownOrigins;
  }
  interface FastifyRequest {
    /** Set by `requireSession`. */
    session: SessionClaims | null;
    /** Set by `requirePartner`. */
    partner: PartnerCaller | null;
  }
}

/**
 * Hook of routes for a widget session or a person who signed in at the gateway. Bearer is for widget
 * sessions that are bound to no key, DPoP for those that are and for people's tokens; none is taken under
 * the other's.
 */
export async function requireSession(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { scheme, token } = credentials(request);
  if (scheme === 'bearer') request.session = await widgetSession(request, reply, token);
  else if (scheme === 'dpop') request.session = await proven(request, reply, token);
  else throw new Refusal('KONTOR_TOKEN_MISSING');
}

/** A valid token without a key, used from the page it was made for. */
async function widgetSession(request: FastifyRequest, reply: FastifyReply, token: string): Promise<WidgetClaims> {
  const session = await request.server.tokens.verify(token);
  if (session.thumbprint !== null) throw new Refusal('KONTOR_TOKEN_INVALID');
  requireOrigin(request, reply, session);
  return session;
}

async function proven(request: FastifyRequest, reply: FastifyReply, token: string): Promise<SessionClaims> {
  return claimsToBeWidgetToken(token) ? await boundWidgetSession(request, reply, token) : await person(request, reply, token);
}

/** As `widgetSession`, of a token with a key, and with a proof of it. */
async function boundWidgetSession(request: FastifyRequest, reply: FastifyReply, token: string): Promise<WidgetClaims> {
  const session = await request.server.tokens.verify(token);
  if (session.thumbprint === null) throw new Refusal('KONTOR_TOKEN_INVALID');
  requireOrigin(request, reply, session);
  await requireProof(request, token, session.thumbprint);
  return session;
}

/** A valid token with a proof; which page sent it proves nothing. */
async function person(request: FastifyRequest, reply: FastifyReply, token: string): Promise<PersonClaims> {
  const session = await request.server.personTokens.verify(token);
  await requireProof(request, token, session.thumbprint);
  const { origin } = request.headers;
  if (origin !== undefined && isExtensionOrigin(origin)) allowOrigin(reply, origin);
  return session;
}

function requireOrigin({ headers, server }: FastifyRequest, reply: FastifyReply, session: WidgetClaims): void {
  if (headers.origin !== session.origin) throw new Refusal('KONTOR_ORIGIN_REFUSED');
  server.origins.note(session.origin);
  allowOrigin(reply, session.origin);
}

/** The token's key signed for this very request. */
async function requireProof({ method, url, headers, server }: FastifyRequest, token: string, thumbprint: string): Promise<void> {
  await server.proofs.check(headers.dpop?.toString(), { method, url, token, thumbprint });
}

/** Hook of routes for a partner's backend. */
export async function requirePartner(request: FastifyRequest): Promise<void> {
  const { database, clock } = request.server.parts;
  request.partner = await partnerOfKey(database, bearer(request), clock.now());
}

/** Hook of routes for the operator. */
export async function requireOperator(request: FastifyRequest): Promise<void> {
  checkOperatorKey(bearer(request), request.server.parts.operatorKeyHash);
}

/** The verified session of a request; its route must have `requireSession`. */
export function sessionOf(request: FastifyRequest): SessionClaims {
  if (!request.session) throw new Error('A route without requireSession asked for the session.');
  return request.session;
}

/**
 * The partner of a request and the key it came with; its route must have `requirePartner`.
 * @throws {Refusal} KONTOR_SCOPE_MISSING where the key may not do this
 */
export function partnerOf(request: FastifyRequest, scope: PartnerScope): PartnerCaller {
  const { partner } = request;
  if (partner === null) throw new Error('A route without requirePartner asked for the partner.');
  if (!partner.scopes.includes(scope)) throw new Refusal('KONTOR_SCOPE_MISSING', `This needs the scope ${scope}.`);
  return partner;
}

function bearer(request: FastifyRequest): string {
  const { scheme, token } = credentials(request);
  if (scheme !== 'bearer') throw new Refusal('KONTOR_TOKEN_MISSING');
  return token;
}

function credentials(request: FastifyRequest): { scheme: string; token: string } {
  const [scheme = '', token = '', ...rest] = (request.headers.authorization ?? '').split(' ');
  if (token === '') throw new Refusal('KONTOR_TOKEN_MISSING');
  if (rest.length > 0) throw new Refusal('KONTOR_TOKEN_INVALID');
  return { scheme: scheme.toLowerCase(), token };
}
