import { PROBLEMS } from '../../shared/contract/problem.ts';
import type { ProblemCode } from '../../shared/contract/problem.ts';

/**
 * What the gateway says no with, wherever the reason is found. It knows nothing of HTTP but its code;
 * `problem-details.ts` makes the answer.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: ProblemCode;
  /** What was wrong with this request, for the caller to read. */
  readonly detail: string | undefined;

  constructor(code: ProblemCode, detail?: string) {
    super(detail ?? PROBLEMS[code].title);
    this.code = code;
    this.detail = detail;
  }
}
