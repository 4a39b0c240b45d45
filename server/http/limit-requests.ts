import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { callerAddress, callerNetwork } from '../identity/sign-in/caller-address.ts';
import { RateCounter } from './rate-counter.ts';
import { RATE_LIMITS } from './rate-limits.ts';
import type { LimitName, RateLimitSettings } from './rate-limits.ts';
import { Refusal } from './refusal.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Null where requests are not limited. */
    readonly limits: RequestLimits | null;
  }
  interface FastifyRequest {
    /** Who has proved who they are; set by `limitCaller`. */
    caller: Caller | null;
  }
}

/** A caller as limits and logs know one. */
export interface Caller {
  readonly kind: 'person' | 'partner' | 'operator';
  /** Of a person: through whom, and their account. */
  readonly id: string;
}

/** All limits of one gateway. Only callers whom a check has let through are counted by name; everybody is by address. */
export class RequestLimits {
  readonly #counters: Readonly<Record<LimitName, RateCounter>>;

  constructor(settings: RateLimitSettings, now?: () => number) {
    const names = Object.keys(RATE_LIMITS) as LimitName[];
    this.#counters = Object.fromEntries(names.map((name) => [name, new RateCounter(settings[name], now)])) as Record<LimitName, RateCounter>;
  }

  /**
   * Counts a request and says so in the answer (`RateLimit` and `RateLimit-Policy`, draft-ietf-httpapi-ratelimit-headers-10).
   * @param cost for how many it counts
   * @throws {Refusal} KONTOR_RATE_LIMITED past the limit, with Retry-After
   */
  count(name: LimitName, caller: string, reply: FastifyReply, cost = 1): void {
    const counter = this.#counters[name];
    const { allowed, remaining, seconds } = counter.count(caller, cost);
    add(reply, 'ratelimit-policy', `"${name}";q=${counter.most};w=60`);
    add(reply, 'ratelimit', `"${name}";r=${remaining};t=${seconds}`);
    if (allowed) return;
    reply.header('retry-after', String(seconds));
    throw new Refusal('KONTOR_RATE_LIMITED');
  }
}

/** Hook before all work: everybody by address. */
export function limitAddress(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
  request.server.limits?.count('address', networkOf(request), reply);
  done();
}

/** Hook of the sign-in pages and the OpenID provider. */
export function limitSignIn(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
  request.server.limits?.count('sign-in', networkOf(request), reply);
  done();
}

/** Hook after the one that found out who calls. */
export function limitCaller(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
  const caller = callerOf(request);
  request.caller = caller;
  request.server.limits?.count(caller.kind, caller.id, reply);
  done();
}

/** Hook of routes that start widget sessions. */
export function limitSessions(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
  request.server.limits?.count('sessions', callerOf(request).id, reply);
  done();
}

/** Hook of routes that look promo codes up: every code counts, however many come at once. */
export function limitCodes(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
  const { code, codes = code === undefined ? [] : [code] } = request.body as { code?: string; codes?: readonly string[] };
  if (codes.length > 0) request.server.limits?.count('codes', callerOf(request).id, reply, codes.length);
  done();
}

/** Of a request's caller, seen through trusted proxies. */
function networkOf({ socket, headers, server: { parts } }: FastifyRequest): string {
  return callerNetwork(callerAddress(socket.remoteAddress ?? '', headers['x-forwarded-for']?.toString(), parts.trustedProxies));
}

function callerOf({ session, partner }: FastifyRequest): Caller {
  if (session) return { kind: 'person', id: `${session.partner} ${session.account}` };
  return partner === null ? { kind: 'operator', id: '' } : { kind: 'partner', id: partner.id };
}

function add(reply: FastifyReply, name: string, item: string): void {
  const before = reply.getHeader(name);
  reply.header(name, before === undefined ? item : `${before.toString()}, ${item}`);
}
