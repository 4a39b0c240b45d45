import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { validate as isUuid } from 'uuid';

/**
 * Hook after an answer: one line. It says which route was asked and never with what, so that no token, code,
 * e-mail or search text can be in it; ids only of callers who proved who they are.
 */
export function logRequest(request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction): void {
  if (request.log.level !== 'silent') {
    request.log.info({
      requestId: request.id, method: request.method, route: request.routeOptions.url ?? null, status: reply.raw.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10, ...callerFacts(request),
    }, 'request');
  }
  done();
}

function callerFacts({ caller, session, partner, params }: FastifyRequest): Record<string, string> {
  if (!caller) return { caller: 'nobody' };
  const { organisationId = session?.organisation } = (params ?? {}) as { organisationId?: string };
  const facts = {
    caller: session?.partner ? 'widget' : caller.kind, account: session?.account, partner: session?.partner ?? partner?.id,
    organisation: isUuid(organisationId) ? organisationId : undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, string] => typeof fact[1] === 'string'));
}
