import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { Refusal } from './refusal.ts';

/** Far more than browsers and proxies send. */
const MOST_HEADERS = 100;

/** Hook before all work. Node itself would drop those past its own bound without a word. */
export function refuseManyHeaders({ raw }: FastifyRequest, _reply: FastifyReply, done: HookHandlerDoneFunction): void {
  done(raw.rawHeaders.length > 2 * MOST_HEADERS ? new Refusal('KONTOR_HEADERS_TOO_LARGE') : undefined);
}
