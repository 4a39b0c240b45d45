import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { Refusal } from './refusal.ts';

/** Far more than browsers and proxies send. */
const MOST_HEADERS = 100;

/**
 * What may stand once: of two, Node takes the first, and a proxy in front perhaps the last. Others that
 * matter it joins into one value, which is then no origin, proof or key.
 */
const ONCE: ReadonlySet<string> = new Set(['authorization', 'content-type', 'host']);

/**
 * Hook before all work: too many headers, of which Node itself would drop those past its own bound without a
 * word; one that stands twice; no host where there must be one (RFC 9112, 3.2).
 */
export function refuseUnclearHeaders({ raw }: FastifyRequest, _reply: FastifyReply, done: HookHandlerDoneFunction): void {
  const { rawHeaders, headers, httpVersion } = raw;
  if (rawHeaders.length > 2 * MOST_HEADERS) return done(new Refusal('KONTOR_HEADERS_TOO_LARGE'));
  const doubled = doubledName(rawHeaders);
  if (doubled !== undefined) return done(new Refusal('KONTOR_REQUEST_INVALID', `The header ${doubled} stands twice.`));
  done(headers.host === undefined && httpVersion === '1.1' ? new Refusal('KONTOR_REQUEST_INVALID', 'The header host is missing.') : undefined);
}

/** @param rawHeaders names and values in turn */
function doubledName(rawHeaders: readonly string[]): string | undefined {
  const names = rawHeaders.filter((_text, index) => index % 2 === 0).map((name) => name.toLowerCase()).filter((name) => ONCE.has(name));
  return names.find((name, index) => names.indexOf(name) < index);
}
