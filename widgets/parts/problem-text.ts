import type { KontorError } from '../../shared/client/kontor-error.ts';
import type { ProblemTerms } from '../terms/problem/terms.ts';

/** Families of codes by how they read to a person; the first that fits counts. */
const READINGS = [
  [/OFFLINE/, 'offline'],
  [/NOT_KEPT/, 'notKept'],
  [/CLIENT|DATABASE/, 'unreachable'],
  [/TOKEN/, 'sessionEnded'],
  [/ORIGIN|FEATURE/, 'notIncluded'],
  [/NOT_FOUND/, 'notFound'],
  [/RATE/, 'busy'],
] as const satisfies [RegExp, keyof ProblemTerms][];

/** What a failure says to a person. Unknown codes read as a fault of the server. */
export function problemText({ code }: KontorError, terms: ProblemTerms): string {
  const [, reading = 'failed'] = READINGS.find(([family]) => family.test(code)) ?? [];
  return terms[reading];
}
