import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Clock } from '../clock.ts';
import { passingSecretBox } from '../identity/secret-box.ts';
import type { SecretBox } from '../identity/secret-box.ts';
import type { TrustedProxies } from '../identity/sign-in/caller-address.ts';
import type { Database } from '../storage/database.ts';
import type { RateLimitSettings } from './rate-limits.ts';

/** What the gateway's HTTP side is built from. */
export interface AppParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Origin under which people and partners reach the gateway: issuer of tokens, base of addresses. */
  readonly gatewayUrl: string;
  /** SHA-256 of the operator's key, in hexadecimal; without it operator routes refuse everybody. */
  readonly operatorKeyHash?: string;
  /** Seals what the database keeps of secrets; without it with a key that is lost when the process ends. */
  readonly secretBox?: SecretBox;
  /** Requests allowed a minute; without them they are not counted. */
  readonly rateLimits?: RateLimitSettings;
  /** Open connections from one address at most; without it any number. */
  readonly connectionsPerAddress?: number;
  /** Who is believed about a caller's address; proxies on this machine unless told. */
  readonly trustedProxies?: TrustedProxies;
  /** SHA-256 of a key that opens `/metrics` and nothing else, in hexadecimal. */
  readonly metricsKeyHash?: string;
  /** How long the test card's late news takes; five seconds unless told. */
  readonly testCardDelaySeconds?: number;
}

export function secretBoxOf({ secretBox = passingSecretBox() }: AppParts): SecretBox {
  return secretBox;
}

/** Fastify with types read from the contract's schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
