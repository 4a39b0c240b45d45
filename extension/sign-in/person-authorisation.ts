import type { Authorisation, ProofHeaders } from '../../shared/client/gateway/authorisation.ts';
import { KontorError } from '../../shared/client/kontor-error.ts';
import type { Tokens } from '../session-store/records.ts';
import type { SessionStore } from '../session-store/session-store.ts';
import { personProof } from './person-proof.ts';

/** A token is renewed this long before its end, so that no request meets the end under way. */
const RENEW_BEFORE_MS = 30_000;

export interface Renewal {
  /** Renews the tokens in the store: `renewTokens`, fetched on demand where that saves time. */
  readonly renew: (store: SessionStore, stale: string) => Promise<Tokens>;
  /** The gateway takes the refresh token no more; only the background can try another way. Done when that is. */
  readonly refused: () => Promise<void>;
}

/** Proves a signed-in person's requests with what the store holds, in every page alike. */
export class PersonAuthorisation implements Authorisation {
  #store: SessionStore;
  #renewal: Renewal;
  /** An access token that the gateway did not take. */
  #dropped: string | undefined;
  #ended = false;

  constructor(store: SessionStore, renewal: Renewal) {
    this.#store = store;
    this.#renewal = renewal;
  }

  /** @throws {KontorError} KONTOR_TOKEN_REVOKED where nobody is signed in, or what a renewal fails with */
  async headers(method: string, address: string): Promise<ProofHeaders> {
    const [tokens, key] = await Promise.all([this.#store.tokens(), this.#store.key()]);
    if (this.#ended || !tokens || !key) throw new KontorError('KONTOR_TOKEN_REVOKED');
    const fresh = tokens.access !== this.#dropped && Date.now() < tokens.expiresAt - RENEW_BEFORE_MS;
    return personProof(fresh ? tokens : await this.#renew(tokens.access), key, method, address);
  }

  drop({ authorization }: ProofHeaders): void {
    this.#dropped = authorization?.slice('DPoP '.length);
  }

  /** Hands out no more. The person stays signed in: that ends with a sign-out, in the background. */
  end(): void {
    this.#ended = true;
  }

  async #renew(stale: string): Promise<Tokens> {
    try {
      return await this.#renewal.renew(this.#store, stale);
    } catch (error) {
      if (!(error instanceof KontorError) || error.code !== 'KONTOR_TOKEN_REVOKED') throw error;
      await this.#renewal.refused().catch(() => {});
      const tokens = await this.#store.tokens();
      if (!tokens || tokens.access === stale) throw error;
      return tokens;
    }
  }
}
