import type { FastifyRequest } from 'fastify';
import type { Actor } from '../domain/audit.ts';
import type { AppParts } from './app-parts.ts';
import { sourceOf } from './source-of.ts';

/** The operator, for the audit log. */
export function operatorActor({ clock }: AppParts, request: FastifyRequest): Actor {
  return { actorKind: 'operator', actor: 'operator', at: clock.now(), source: sourceOf(request) };
}
