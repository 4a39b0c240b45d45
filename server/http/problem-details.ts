import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEMS } from '../../shared/contract/problem.ts';
import type { Problem, ProblemCode } from '../../shared/contract/problem.ts';
import { PROOF_ALGORITHMS } from '../identity/dpop-proof.ts';
import { DatabaseError } from '../storage/database.ts';
import { Refusal } from './refusal.ts';

/** Media type of RFC 9457. */
export const PROBLEM_TYPE = 'application/problem+json';

/** Classes of SQLSTATE that say the server is gone, full or ending: connection (08), resources (53), intervention (57P0x), time limit. */
const UNAVAILABLE = /^(08|53|57P0|57014)/;
const SERIALIZATION = new Set(['40001', '40P01']);

/** After which a gateway that is stopping or without its database is worth another try. */
export const RETRY_AFTER_SECONDS = '2';

interface Finding {
  readonly code: ProblemCode;
  readonly detail?: string | undefined;
}

/** What a failure is to the caller. Whatever is not foreseen is a fault of ours and says nothing. */
export function problemOf(error: unknown): Finding {
  if (error instanceof Refusal) return error;
  if (error instanceof DatabaseError) return { code: databaseProblem(error) };
  const { code = '', validation, statusCode, message } = error as Partial<FastifyError>;
  if (validation) return { code: 'KONTOR_REQUEST_INVALID', detail: validationDetail(validation, message) };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'KONTOR_BODY_TOO_LARGE' };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return { code: 'KONTOR_MEDIA_TYPE_UNSUPPORTED' };
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return { code: 'KONTOR_REQUEST_INVALID', detail: code.startsWith('FST_') ? message : 'The body is not JSON.' };
  }
  return { code: 'KONTOR_INTERNAL' };
}

function databaseProblem({ code }: DatabaseError): ProblemCode {
  if (UNAVAILABLE.test(code)) return 'KONTOR_DATABASE_UNAVAILABLE';
  return SERIALIZATION.has(code) ? 'KONTOR_CONFLICT' : 'KONTOR_INTERNAL';
}

function validationDetail(found: NonNullable<FastifyError['validation']>, message: string | undefined): string | undefined {
  const extra = found[0]?.params['additionalProperty'];
  return typeof extra === 'string' ? `${message}: ${extra.slice(0, 60)}` : message;
}

/** The answer's body for a finding. */
function problem({ code, detail }: Finding, requestId: string, gatewayUrl: string): Problem {
  const { status, title } = PROBLEMS[code];
  const told = detail === undefined ? {} : { detail };
  return { type: `${gatewayUrl}/problems/${code}`, title, status, code, ...told, requestId };
}

/** Answers a failed request; faults of ours go to the log in full. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, gatewayUrl: string): FastifyReply {
  const body = problem(problemOf(error), request.id, gatewayUrl);
  if (body.status >= 500) request.log.error({ err: error, requestId: request.id }, body.title);
  if (body.status === 401) reply.header('www-authenticate', challenge(request, body.code));
  if (body.status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return reply.code(body.status).type(PROBLEM_TYPE).send(body);
}

/** How to ask better (RFC 9110, 9449): whoever came with a proof is told what was wrong with it or with its token. */
function challenge({ headers }: FastifyRequest, code: string): string {
  if (!/^dpop /i.test(headers.authorization ?? '')) return 'Bearer';
  const error = code === 'KONTOR_DPOP_INVALID' ? 'invalid_dpop_proof' : 'invalid_token';
  return `DPoP error="${error}", algs="${PROOF_ALGORITHMS.join(' ')}"`;
}
