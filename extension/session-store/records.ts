import type { KontorErrorCode } from '../../shared/client/kontor-error.ts';
import type { Session } from '../../shared/contract/session.ts';

/** What the session store holds. Everything here is gone after a sign-out. */

/** One signed-in gateway, and where the person stands in it. */
export interface Connection {
  readonly id: string;
  /** Origin of the gateway. */
  readonly gateway: string;
  /** As the gateway last answered it, for the organisation that the person stands in. */
  readonly session: Session;
  /** The organisation before the last switch: the way back. */
  readonly previous: { readonly id: string; readonly name: string } | undefined;
}

/** Tokens of a connection; bound to the key that never leaves the store. */
export interface Tokens {
  readonly access: string;
  /** Milliseconds since 1970, by this device's clock. */
  readonly expiresAt: number;
  readonly refresh: string;
  /** Seconds by which the gateway's clock is ahead of this device's. */
  readonly ahead: number;
  /** Where they are renewed and ended, as the gateway describes itself. */
  readonly server: {
    readonly issuer: string;
    readonly token_endpoint: string;
    readonly revocation_endpoint: string;
    readonly id_token_signing_alg_values_supported: string[];
  };
}

/** A sign-in whose window is open, kept under its state so that another one cannot overwrite it. */
export interface PendingSignIn {
  readonly state: string;
  readonly gateway: string;
  readonly verifier: string;
  readonly nonce: string;
  readonly redirect: string;
  readonly startedAt: Date;
}

/** Why a sign-in failed, or ended: a client's codes, and those that only a sign-in meets. */
export type SignInCode =
  | KontorErrorCode
  /** What answers at the address is no gateway, or calls itself by another address. */
  | 'KONTOR_SIGN_IN_NO_GATEWAY'
  /** The gateway refused, or its answer was not for this sign-in. */
  | 'KONTOR_SIGN_IN_REFUSED'
  /** A window of an earlier sign-in is still open and has to be closed. */
  | 'KONTOR_SIGN_IN_WINDOW_OPEN'
  /** The person was signed in, and the gateway has ended that. */
  | 'KONTOR_SIGN_IN_ENDED';

/** What became of the last sign-in, or that one is under way; the popup shows it. */
export type SignInState =
  | { readonly status: 'idle' }
  | { readonly status: 'open'; readonly gateway: string }
  | { readonly status: 'failed'; readonly gateway: string; readonly code: SignInCode };

/** An answer of the gateway as it was kept. */
export interface Kept<T = unknown> {
  readonly value: T;
  /** When it came. */
  readonly at: Date;
}
