import { PROBLEMS } from '../../../shared/contract/problem.ts';
import type { Answer } from './answer.ts';
import type { ApiDescription, Operation } from './api-description.ts';
import { mayRead } from './credentials.ts';
import { faultOf } from './foretell.ts';
import type { Shot } from './shots.ts';
import type { Stage } from './stage.ts';
import { TRACES } from './traces.ts';

/** A finding: what is wrong, and which count of the report it raises. */
export interface Finding {
  readonly kind: 'leaks' | '5xx' | 'other';
  readonly what: string;
}

/** Everything that is wrong with an answer to a shot. */
export function examine(api: ApiDescription, operation: Operation, shot: Shot, answer: Answer, stage: Stage, asked: string): Finding[] {
  const { status, body, headers } = answer;
  const found: Finding[] = [];
  const add = (kind: Finding['kind'], what: string | undefined): void => void (what === undefined || found.push({ kind, what }));
  if (status >= 500) add('5xx', `answered ${status}`);
  add('leaks', leakIn(`${JSON.stringify(headers)}${body}`, shot, stage, asked));
  if (headers['set-cookie'] !== undefined) add('other', 'the API sets a cookie');
  if (status >= 400) add('other', problemFault(api, answer, shot));
  // What was told otherwise on the wire may be another request altogether.
  if (shot.trick || !reachesRoute(shot)) return found;
  add('other', declaredFault(api, operation, answer));
  const fault = faultOf(api, operation, shot);
  if (fault !== undefined && status < 400) add('other', `invalid (${fault}) and answered ${status}`);
  // Rules beyond the schemas may be told with 400 too; what a schema of the gateway's refuses, the description must refuse.
  const { detail = '' } = status === 400 ? (json(body) as { detail?: string }) : {};
  // A cursor is a rule of its own.
  if (fault === undefined && /^(body|querystring|params|headers)[ /](?!after)/.test(detail)) add('other', `valid and refused: ${detail}`);
  return found;
}

/** Whether the address is the route's own: an empty or dotted part makes it another. */
function reachesRoute({ path }: Shot): boolean {
  return Object.values(path).every((part) => !/^\.{0,2}$/.test(part));
}

function leakIn(text: string, shot: Shot, stage: Stage, asked: string): string | undefined {
  const { own, foreign, fixture, memberToken } = stage;
  const readable = mayRead(shot.credential, stage);
  const marks = [own, foreign].filter((side) => !readable.includes(side)).flatMap((side) => side.marks);
  // A sound id of a logo shows its bytes to everybody.
  const mark = marks.find((one) => text.includes(one) && !asked.includes(one) && !(one === own.marks[0] && asked.includes('/logos/')));
  if (mark !== undefined) return `tells what is another's: ${mark}`;
  const secrets = [fixture.operatorKey, memberToken, ...[own, foreign].flatMap((side) => [side.partner.key, side.token, side.person.token])];
  if (secrets.some((secret) => text.includes(secret))) return 'tells a secret';
  const [inside] = TRACES.exec(text) ?? [];
  return inside === undefined || asked.includes(inside) ? undefined : `tells of the inside: ${inside}`;
}

function problemFault(api: ApiDescription, { status, headers, body }: Answer, { trick }: Shot): string | undefined {
  if (trick?.method === 'HEAD') return undefined;
  if (!headers['content-type']?.startsWith('application/problem+json')) return `answered ${status} with ${headers['content-type']}`;
  const { code = '', status: told } = json(body) as { code?: string; status?: number };
  const problem = Object.hasOwn(PROBLEMS, code) ? PROBLEMS[code as keyof typeof PROBLEMS] : undefined;
  if (problem?.status !== status || told !== status) return `answered ${status} with the problem ${code} (${told})`;
  return api.fault({ $ref: 'https://kontor.test/api#/components/schemas/Problem' } as object, json(body));
}

function declaredFault(api: ApiDescription, { responses }: Operation, { status, headers, body }: Answer): string | undefined {
  const declared = responses[status];
  if (!declared) return `answered ${status}, which is not declared: ${body.slice(0, 200)}`;
  if (!declared.content) return body === '' ? undefined : `answered ${status} with a body`;
  const type = headers['content-type']?.split(';')[0] ?? '';
  const content = declared.content[type];
  if (!content) return `answered ${status} as ${type}, which is not declared`;
  if (!type.endsWith('json')) return undefined;
  const fault = api.fault(content.schema ?? {}, json(body));
  return fault === undefined ? undefined : `the body is not as declared: ${fault}`;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return `no JSON: ${text.slice(0, 100)}`;
  }
}
