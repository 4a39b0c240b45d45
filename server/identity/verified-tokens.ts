import { JOSEError, JWTExpired } from 'jose/errors';
import type { Clock } from '../clock.ts';
import { Refusal } from '../http/refusal.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Verified tokens that are remembered; past it the oldest are forgotten. */
const REMEMBERED = 10_000;

/**
 * Tokens whose signature and claims held, remembered until they expire, their key is retired or they are crowded out. Whether a
 * session was ended in the meantime is for the database to say (`act.ts`).
 */
export class VerifiedTokens<T extends { readonly expiresAt: Date; readonly signedBy: string }> {
  readonly #clock: Clock;
  readonly #keys: SigningKeys;
  readonly #check: (token: string) => Promise<T>;
  readonly #verified = new Map<string, T>();

  /** @param check reads a token that is not remembered; what jose throws in it becomes a refusal */
  constructor(clock: Clock, keys: SigningKeys, check: (token: string) => Promise<T>) {
    this.#clock = clock;
    this.#keys = keys;
    this.#check = check;
  }

  /** @throws {Refusal} KONTOR_TOKEN_EXPIRED for a token of ours past its time, else KONTOR_TOKEN_INVALID. */
  async read(token: string): Promise<T> {
    const known = this.#verified.get(token);
    if (!known) return this.#remember(token, await this.#checked(token));
    const expired = known.expiresAt <= this.#clock.now();
    if (!expired && (await this.#keys.verifier(known.signedBy))) return known;
    this.#verified.delete(token);
    throw new Refusal(expired ? 'KONTOR_TOKEN_EXPIRED' : 'KONTOR_TOKEN_INVALID');
  }

  async #checked(token: string): Promise<T> {
    try {
      return await this.#check(token);
    } catch (error) {
      if (error instanceof JWTExpired) throw new Refusal('KONTOR_TOKEN_EXPIRED');
      if (error instanceof JOSEError || error instanceof TypeError) throw new Refusal('KONTOR_TOKEN_INVALID');
      throw error;
    }
  }

  #remember(token: string, claims: T): T {
    const [oldest] = this.#verified.keys();
    if (this.#verified.size >= REMEMBERED && oldest !== undefined) this.#verified.delete(oldest);
    this.#verified.set(token, claims);
    return claims;
  }
}
