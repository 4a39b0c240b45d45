import { AuthorizationResponseError, ResponseBodyError } from 'oauth4webapi';
import { KontorError } from '../../shared/client/kontor-error.ts';
import type { SignInCode } from '../session-store/records.ts';

/** A failed request as a client tells it; undefined where it did reach the gateway. */
function lineCode(error: unknown): 'KONTOR_CLIENT_TIMEOUT' | 'KONTOR_CLIENT_OFFLINE' | 'KONTOR_CLIENT_UNREACHABLE' | undefined {
  const { name, message } = error as Error;
  if (name === 'TimeoutError') return 'KONTOR_CLIENT_TIMEOUT';
  // What `fetch` rejects with; the browser's window says the second.
  const unreached = (error instanceof TypeError && !('code' in error)) || /could not be loaded/.test(message);
  if (!unreached) return undefined;
  return navigator.onLine ? 'KONTOR_CLIENT_UNREACHABLE' : 'KONTOR_CLIENT_OFFLINE';
}

/** A sign-in that failed for a reason of its own. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code: SignInCode;

  constructor(code: SignInCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** Why a sign-in failed. */
export function signInCode(error: unknown): SignInCode {
  if (error instanceof KontorError || error instanceof SignInError) return error.code;
  return lineCode(error) ?? 'KONTOR_SIGN_IN_REFUSED';
}

/** A failed look for the gateway's sign-in, as it is or because there is none. */
export function discoveryError(error: unknown): unknown {
  return lineCode(error) === undefined ? new SignInError('KONTOR_SIGN_IN_NO_GATEWAY', error) : error;
}

/** Why tokens could not be renewed: KONTOR_TOKEN_REVOKED where the gateway takes the refresh token no more. */
export function renewalError(cause: unknown): KontorError {
  if (cause instanceof KontorError) return cause;
  const over = cause instanceof ResponseBodyError && cause.error === 'invalid_grant';
  return new KontorError(over ? 'KONTOR_TOKEN_REVOKED' : (lineCode(cause) ?? 'KONTOR_CLIENT_ANSWER_UNREADABLE'), String(cause), undefined, { cause });
}

/** Whether it ended because the person is wanted and did not sign in: called it off, or was not asked. */
export function needsPerson(error: unknown): boolean {
  if (error instanceof AuthorizationResponseError) return /^access_denied$|_required$/.test(error.error);
  return /interaction|not approve|cancelled or denied/i.test((error as Error).message);
}
