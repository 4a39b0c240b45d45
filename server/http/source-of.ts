import type { FastifyRequest } from 'fastify';
import type { Source } from '../domain/audit.ts';
import { isExactOrigin, isExtensionOrigin } from '../identity/origins.ts';
import { callerAddress } from '../identity/sign-in/caller-address.ts';
import { agentFamily } from './agent-family.ts';

/** Longer than any origin that counts. */
const LONGEST_ORIGIN = 300;

/** From where a request comes, for the audit log. An `Origin` that is none is left out. */
export function sourceOf(request: FastifyRequest): Source {
  const { socket, headers, server: { parts: { trustedProxies } } } = request;
  const { origin = '' } = headers;
  const isOrigin = origin.length <= LONGEST_ORIGIN && (isExactOrigin(origin) || isExtensionOrigin(origin));
  return {
    address: callerAddress(socket.remoteAddress ?? '', headers['x-forwarded-for']?.toString(), trustedProxies) || null,
    agent: agentFamily(headers['user-agent']),
    origin: isOrigin ? origin : null,
  };
}
