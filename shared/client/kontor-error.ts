import type { ProblemCode } from '../contract/problem.ts';

/**
 * What went wrong, as far as an interface needs to tell: the gateway's own codes, and those that only
 * a client can see.
 */
export type KontorErrorCode =
  | ProblemCode
  | 'KONTOR_CLIENT_OFFLINE'
  | 'KONTOR_CLIENT_UNREACHABLE'
  | 'KONTOR_CLIENT_TIMEOUT'
  | 'KONTOR_CLIENT_TOKEN_FETCH_FAILED'
  | 'KONTOR_CLIENT_ANSWER_UNREADABLE'
  | 'KONTOR_CLIENT_NOT_CONFIGURED'
  /** The gateway could not be asked, and nothing was kept in its place. */
  | 'KONTOR_CLIENT_NOT_KEPT';

/** A coded failure of a client call. The message is for logs, the code itself where it says enough; people read a translation. */
export class KontorError extends Error {
  override readonly name = 'KontorError';
  readonly code: KontorErrorCode;
  /** The gateway's id of the failed request, for a support ticket. */
  readonly requestId: string | undefined;

  constructor(code: KontorErrorCode, message: string = code, requestId?: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.requestId = requestId;
  }
}

/**
 * The failure as it is, or an unforeseen one as `KONTOR_INTERNAL`. It may be of another copy of the class: `testing.js`
 * and the clients of partners bring their own.
 */
export function codedError(error: unknown): KontorError {
  return error instanceof Error && error.name === 'KontorError' ? (error as KontorError) : new KontorError('KONTOR_INTERNAL', String(error));
}
