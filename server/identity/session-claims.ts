import type { ElementName, Feature } from '../../shared/contract/session.ts';

/** What a verified token says of who calls, whatever kind of token it is. */
export interface SessionClaims {
  /** Id of the session, a UUID. */
  readonly id: string;
  readonly account: string;
  /** Through whom; null where the person signed in at the gateway. */
  readonly partner: string | null;
  /** The one organisation that the token is for; null where it is for all of the person's. */
  readonly organisation: string | null;
  readonly elements: readonly ElementName[];
  readonly features: readonly Feature[];
  readonly expiresAt: Date;
}
