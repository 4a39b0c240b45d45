/**
 * Requests allowed a minute, by whom they are counted. Each gateway counts for itself, so several allow as
 * many times more. Far above what a page with every element on it asks for; `codes` bounds the guessing of
 * promo codes, `sign-in` what the sign-in pages and the token endpoint take from one address (passwords
 * are counted beside it: `sign-in/attempts.ts`).
 */
export const RATE_LIMITS = {
  /** Everything from one address; an office may share one. */
  address: 6000,
  /** Sign-in pages, the token endpoint and the rest of the OpenID provider, from one address. */
  'sign-in': 600,
  /** A partner's backend. */
  partner: 6000,
  /** Widget sessions that a partner starts. */
  sessions: 3000,
  /** One person, at the gateway or through one partner. */
  person: 1200,
  /** Promo codes that one person tries. */
  codes: 120,
  /** The operator's key. */
  operator: 6000,
} as const satisfies Record<string, number>;

export type LimitName = keyof typeof RATE_LIMITS;

/** Requests a minute. */
export type RateLimitSettings = Readonly<Record<LimitName, number>>;

/** The environment variable that sets a limit otherwise. */
export function limitVariable(name: string): string {
  return `KONTOR_LIMIT_${name.toUpperCase().replace('-', '_')}`;
}
