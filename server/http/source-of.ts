import type { FastifyRequest } from 'fastify';
import type { Source } from '../domain/audit.ts';
import { isExactOrigin, isExtensionOrigin } from '../identity/origins.ts';
import { agentFamily } from './agent-family.ts';
import { addressOf } from './limit-requests.ts';

/** Longer than any origin that counts. */
const LONGEST_ORIGIN = 300;

/** From where a request comes, for the audit log. An `Origin` that is none is left out. */
export function sourceOf(request: FastifyRequest): Source {
  const { headers } = request;
  const { origin = '' } = headers;
  const isOrigin = origin.length <= LONGEST_ORIGIN && (isExactOrigin(origin) || isExtensionOrigin(origin));
  return {
    address: addressOf(request) || null,
    agent: agentFamily(headers['user-agent']),
    origin: isOrigin ? origin : null,
  };
}
