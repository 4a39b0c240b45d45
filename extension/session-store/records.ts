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
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly refresh: string;
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

/** What became of the last sign-in, or that one is under way; the popup shows it. */
export type SignInState =
  | { readonly status: 'idle' }
  | { readonly status: 'open'; readonly gateway: string }
  | { readonly status: 'failed'; readonly gateway: string; readonly code: string };

/** An answer of the gateway as it was kept. */
export interface Kept<T = unknown> {
  readonly value: T;
  /** When it came. */
  readonly at: Date;
}
