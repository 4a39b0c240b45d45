import type { ElementName, Feature } from '../../shared/contract/session.ts';

/** What every verified token says of who calls. */
interface Claims {
  /** The token's id (`jti`), for a widget session the session's; a UUID. */
  readonly id: string;
  readonly account: string;
  readonly elements: readonly ElementName[];
  readonly features: readonly Feature[];
  readonly expiresAt: Date;
  /** Id of the signing key that vouches for the token. */
  readonly signedBy: string;
}

/** What a widget session may do, for whom, through whom, in which organisation and from which page. */
export interface WidgetClaims extends Claims {
  readonly partner: string;
  readonly organisation: string;
  readonly origin: string;
  /** Thumbprint of the key that has to sign each request's proof; null: the token alone is enough. */
  readonly thumbprint: string | null;
}

/** A person who signed in at the gateway: nobody stands between, and all their organisations are open. */
export interface PersonClaims extends Claims {
  readonly partner: null;
  readonly organisation: null;
  /** What they granted at sign-in; the session ends with it. */
  readonly grant: string;
  /** Thumbprint of the key that has to sign each request's proof. */
  readonly thumbprint: string;
}

export type SessionClaims = WidgetClaims | PersonClaims;
