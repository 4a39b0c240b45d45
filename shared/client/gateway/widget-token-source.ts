import type { WidgetSession } from '../../contract/session.ts';
import { KontorError } from '../kontor-error.ts';

/** What the page hands to the kit: asks the partner's backend for a session in `organisation`. */
export type FetchToken = (wish: { organisation: string | undefined }) => Promise<WidgetSession>;

/** A token is renewed this long before its end, so that no request meets the end under way. */
const RENEW_BEFORE_MS = 30_000;

/** Hands out a token of one organisation, renewed before it expires; asks once however many wait. */
export class WidgetTokenSource {
  #fetchToken: FetchToken;
  #organisation: string | undefined;
  #current: { token: string; renewAt: number } | undefined;
  #asked: Promise<string> | undefined;

  constructor(fetchToken: FetchToken, organisation: string | undefined) {
    this.#fetchToken = fetchToken;
    this.#organisation = organisation;
  }

  /** @throws {KontorError} KONTOR_CLIENT_TOKEN_FETCH_FAILED where the page's function fails */
  token(): Promise<string> {
    const current = this.#current;
    if (current && performance.now() < current.renewAt) return Promise.resolve(current.token);
    this.#asked ??= this.#renew().finally(() => (this.#asked = undefined));
    return this.#asked;
  }

  /** Forgets a token that the gateway refused. */
  drop(token: string): void {
    if (this.#current?.token === token) this.#current = undefined;
  }

  /** The token at hand, without asking for one: what there is to revoke. */
  get held(): string | undefined {
    return this.#current?.token;
  }

  async #renew(): Promise<string> {
    const session = await this.#ask();
    // The page's clock may be wrong by hours: only the length of the life counts.
    const life = session.expiresIn * 1000;
    this.#current = { token: session.token, renewAt: performance.now() + Math.max(life - RENEW_BEFORE_MS, life / 2) };
    this.#organisation = session.organisation;
    return session.token;
  }

  async #ask(): Promise<WidgetSession> {
    let session: WidgetSession;
    try {
      session = await this.#fetchToken({ organisation: this.#organisation });
    } catch (error) {
      if (error instanceof KontorError) throw error;
      throw new KontorError('KONTOR_CLIENT_TOKEN_FETCH_FAILED', "The page's fetchToken failed.", undefined, { cause: error });
    }
    const readable = typeof session?.token === 'string' && typeof session.organisation === 'string' && session.expiresIn > 0;
    if (!readable) {
      throw new KontorError('KONTOR_CLIENT_TOKEN_FETCH_FAILED', "The page's fetchToken did not give the gateway's answer on.");
    }
    return session;
  }
}
