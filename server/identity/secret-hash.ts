import { createHash } from 'node:crypto';

/**
 * What is kept of a key. Keys are random and long, so a plain hash is enough, and looking it up in an
 * index takes the same work whether the key exists or not.
 */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
