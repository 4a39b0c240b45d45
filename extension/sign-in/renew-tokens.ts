import { KontorError } from '../../shared/client/kontor-error.ts';
import type { Tokens } from '../session-store/records.ts';
import type { SessionStore } from '../session-store/session-store.ts';
import { renewalError } from './sign-in-failure.ts';
import { refresh } from './token-server.ts';

/** Held by whoever changes the tokens: the gateway ends everything where one refresh token is used twice. */
export const TOKENS_LOCK = 'kontor-tokens';

/**
 * Renews the tokens in the store, once however many pages ask.
 * @param stale the access token that is no longer good
 * @throws {KontorError} KONTOR_TOKEN_REVOKED where the gateway takes the refresh token no more, or the
 *   person has signed out meanwhile
 */
export function renewTokens(store: SessionStore, stale: string): Promise<Tokens> {
  return navigator.locks.request(TOKENS_LOCK, async () => {
    const [connection, tokens, key] = await Promise.all([store.connection(), store.tokens(), store.key()]);
    if (!connection || !tokens || !key) throw new KontorError('KONTOR_TOKEN_REVOKED');
    if (tokens.access !== stale) return tokens;
    let fresh: Tokens;
    try {
      fresh = await refresh(tokens, key);
    } catch (error) {
      throw renewalError(error);
    }
    if (!(await store.setTokens(connection.id, fresh))) throw new KontorError('KONTOR_TOKEN_REVOKED');
    return fresh;
  }) as Promise<Tokens>;
}
