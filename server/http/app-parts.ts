import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';

/** What the gateway's HTTP side is built from. */
export interface AppParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Origin under which people and partners reach the gateway: issuer of tokens, base of addresses. */
  readonly gatewayUrl: string;
  /** SHA-256 of the operator's key, in hexadecimal; without it operator routes refuse everybody. */
  readonly operatorKeyHash?: string;
  /** How long the test card's late news takes; five seconds unless told. */
  readonly testCardDelaySeconds?: number;
}

/** Fastify with types read from the contract's schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
