import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../http/refusal.ts';
import { secretHash } from './secret-hash.ts';

const PREFIX = 'kontor_operator_';

/** A new key for operator acts; the gateway is given its hash. */
export function makeOperatorKey(): string {
  return PREFIX + randomBytes(32).toString('base64url');
}

/** @throws {Refusal} KONTOR_TOKEN_INVALID unless the key has this hash. Without a hash nobody is the operator. */
export function checkOperatorKey(key: string, hash: string | undefined): void {
  const given = Buffer.from(secretHash(key));
  const expected = Buffer.from(hash ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Refusal('KONTOR_TOKEN_INVALID');
}
