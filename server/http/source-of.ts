import type { FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Source } from '../domain/audit.ts';
import { isExactOrigin, isExtensionOrigin } from '../identity/origins.ts';
import { callerAddress } from '../identity/sign-in/caller-address.ts';
import type { TrustedProxies } from '../identity/sign-in/caller-address.ts';
import { agentFamily } from './agent-family.ts';

/** Longer than any origin that counts. */
const LONGEST_ORIGIN = 300;

/** From where a request comes, for the audit log. An `Origin` that is none is left out. */
export function sourceOf({ raw, server: { parts } }: FastifyRequest): Source {
  return sourceOfMessage(raw, parts.trustedProxies);
}

/** The same of a request that Fastify has given away. */
export function sourceOfMessage({ socket, headers }: IncomingMessage, trustedProxies?: TrustedProxies): Source {
  const { origin = '' } = headers;
  const isOrigin = origin.length <= LONGEST_ORIGIN && (isExactOrigin(origin) || isExtensionOrigin(origin));
  return {
    address: callerAddress(socket.remoteAddress ?? '', headers['x-forwarded-for']?.toString(), trustedProxies) || null,
    agent: agentFamily(headers['user-agent']),
    origin: isOrigin ? origin : null,
  };
}
