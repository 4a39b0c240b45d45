import { Type } from 'typebox';
import type { TSchema } from 'typebox';
import { PROBLEMS } from '../../shared/contract/problem.ts';
import type { ProblemCode } from '../../shared/contract/problem.ts';
import { requireOperator, requirePartner, requireSession } from './authenticate.ts';
import { limitCaller, limitCodes, limitSessions } from './limit-requests.ts';
import { PROBLEM_TYPE } from './problem-details.ts';
import { referencing } from './shared-schemas.ts';

/** Who may call a route: `session` is a widget session or a person who signed in at the gateway. */
type Access = 'public' | 'session' | 'partner' | 'operator';

/** Names of the schemes in `api-description.ts`; one of them is enough. */
const SECURITY = { public: [], session: [{ session: [] }, { person: [] }], partner: [{ partner: [] }], operator: [{ operator: [] }] };

const ACCESS_HOOKS = {
  public: [],
  session: [requireSession, limitCaller],
  partner: [requirePartner, limitCaller],
  operator: [requireOperator, limitCaller],
};
const LIMIT_HOOKS = { codes: limitCodes, sessions: limitSessions };

/** What can go wrong on any route, and with any caller of a kind. */
const ALWAYS: readonly ProblemCode[] = [
  'KONTOR_REQUEST_INVALID', 'KONTOR_REQUEST_TIMEOUT', 'KONTOR_HEADERS_TOO_LARGE', 'KONTOR_RATE_LIMITED', 'KONTOR_INTERNAL',
  'KONTOR_STOPPING', 'KONTOR_DATABASE_UNAVAILABLE', 'KONTOR_CONFLICT',
];
const KEY: readonly ProblemCode[] = ['KONTOR_TOKEN_MISSING', 'KONTOR_TOKEN_INVALID'];
const ACCESS_PROBLEMS: Record<Access, readonly ProblemCode[]> = {
  public: [],
  partner: [...KEY, 'KONTOR_TOKEN_EXPIRED', 'KONTOR_SCOPE_MISSING'],
  operator: KEY,
  session: [
    ...KEY, 'KONTOR_TOKEN_EXPIRED', 'KONTOR_TOKEN_REVOKED', 'KONTOR_DPOP_INVALID', 'KONTOR_ORIGIN_REFUSED', 'KONTOR_FEATURE_MISSING',
    'KONTOR_NOT_FOUND',
  ],
};
const BODY: readonly ProblemCode[] = ['KONTOR_BODY_TOO_LARGE', 'KONTOR_MEDIA_TYPE_UNSUPPORTED'];

const Nothing = Type.Object({}, { additionalProperties: false });
type Nothing = typeof Nothing;

/** An answer that is not JSON, or has no body. */
export interface OtherAnswer {
  readonly description: string;
  readonly mediaTypes?: readonly string[];
}

interface Declaration<P extends TSchema, Q extends TSchema, B extends TSchema> {
  readonly summary: string;
  readonly description?: string;
  readonly tag: string;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** By status: the schema of a JSON answer, or what else comes. */
  readonly answers: Readonly<Record<number, TSchema | OtherAnswer>>;
  /** Codes beyond those that every route of this access may answer. */
  readonly problems?: readonly ProblemCode[];
  /** Beside the limit of its access. */
  readonly limit?: keyof typeof LIMIT_HOOKS;
}

/**
 * Declares a route: who may call it, what it takes and all it answers. The one way to do so, so that none
 * is without its problems, without a response schema, or takes parameters that nobody named.
 */
export function declare<P extends TSchema = Nothing, Q extends TSchema = Nothing, B extends TSchema = TSchema>(
  about: Declaration<P, Q, B>,
) {
  const { summary, description, tag, access, params = Nothing, query = Nothing, body, answers } = about;
  const codes = [...ALWAYS, ...ACCESS_PROBLEMS[access], ...(body ? BODY : []), ...(about.problems ?? [])];
  const schema = {
    summary,
    ...(description === undefined ? {} : { description }),
    tags: [tag],
    security: SECURITY[access],
    params: params as P,
    querystring: withDefaultsOptional(query as Q),
    ...((body ? { body } : {}) as { body: B }),
    response: { ...answerSchemas(answers), ...problemSchemas(codes) } as Record<number, TSchema>,
  };
  return { schema, onRequest: ACCESS_HOOKS[access], preHandler: about.limit ? [LIMIT_HOOKS[about.limit]] : [] };
}

/** What has a default need not be sent, whatever the type of the value that the handler sees. */
function withDefaultsOptional<Q extends TSchema>(query: Q): Q {
  const { properties = {}, required = [] } = query as { properties?: Record<string, object>; required?: string[] };
  return { ...query, required: required.filter((name) => !('default' in (properties[name] ?? {}))) } as Q;
}

function answerSchemas(answers: Readonly<Record<number, TSchema | OtherAnswer>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answerSchema(answer)]));
}

function answerSchema(answer: TSchema | OtherAnswer): unknown {
  if (!isOther(answer)) return referencing(answer);
  const { description, mediaTypes } = answer;
  if (!mediaTypes) return { description, type: 'null' };
  const binary = { schema: { type: 'string', format: 'binary' } };
  return { description, content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, binary])) };
}

function isOther(answer: TSchema | OtherAnswer): answer is OtherAnswer {
  return !('type' in answer) && !('$ref' in answer) && 'description' in answer;
}

function problemSchemas(codes: readonly ProblemCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set(codes), (code) => PROBLEMS[code].status);
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, problemSchema(codes)]));
}

function problemSchema(codes: readonly ProblemCode[]): unknown {
  return { description: codes.join(', '), content: { [PROBLEM_TYPE]: { schema: { $ref: 'Problem#' } } } };
}
