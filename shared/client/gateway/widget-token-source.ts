import type { WidgetSession } from '../../contract/session.ts';
import { KontorError } from '../kontor-error.ts';
import type { Authorisation, ProofHeaders } from './authorisation.ts';
import { untilAborted } from './until-aborted.ts';

/** What the page hands to the kit: asks the partner's backend for a session in `organisation`. */
export type FetchToken = (wish: { organisation: string | undefined }) => Promise<WidgetSession>;

/** A token is renewed this long before its end, so that no request meets the end under way. */
const RENEW_BEFORE_MS = 30_000;
/** The page's function may never answer; then the next call asks again. */
const TIMEOUT_MS = 20_000;

/** Hands out a token of one organisation, renewed before it expires; asks once however many wait. */
export class WidgetTokenSource implements Authorisation {
  #fetchToken: FetchToken;
  #organisation: string | undefined;
  #current: { proof: ProofHeaders; renewAt: number } | undefined;
  #asked: Promise<ProofHeaders> | undefined;
  #ended = false;

  constructor(fetchToken: FetchToken, organisation: string | undefined) {
    this.#fetchToken = fetchToken;
    this.#organisation = organisation;
  }

  /**
   * @throws {KontorError} KONTOR_CLIENT_TOKEN_FETCH_FAILED where the page's function fails,
   *   KONTOR_TOKEN_REVOKED after the end
   */
  async headers(): Promise<ProofHeaders> {
    // Nothing that still holds an ended client may open a session again.
    if (this.#ended) throw new KontorError('KONTOR_TOKEN_REVOKED');
    const current = this.#current;
    if (current && performance.now() < current.renewAt) return current.proof;
    this.#asked ??= this.#renew().finally(() => (this.#asked = undefined));
    return this.#asked;
  }

  drop(proof: ProofHeaders): void {
    if (this.#current?.proof === proof) this.#current = undefined;
  }

  /** Hands out no more. @param revoke given the token at hand, and one still on its way when it comes */
  end(revoke: (proof: ProofHeaders) => void): void {
    this.#ended = true;
    if (this.#current) revoke(this.#current.proof);
    this.#asked?.then(revoke, () => {});
  }

  async #renew(): Promise<ProofHeaders> {
    const { token, expiresIn, organisation } = await this.#ask();
    // The page's clock may be wrong by hours: only the length of the life counts.
    const life = expiresIn * 1000;
    const proof = { authorization: `Bearer ${token}` };
    this.#current = { proof, renewAt: performance.now() + Math.max(life - RENEW_BEFORE_MS, life / 2) };
    this.#organisation = organisation;
    return proof;
  }

  async #ask(): Promise<WidgetSession> {
    let session: WidgetSession;
    try {
      const answer = Promise.resolve(this.#fetchToken({ organisation: this.#organisation }));
      session = await untilAborted(answer, AbortSignal.timeout(TIMEOUT_MS));
    } catch (cause) {
      if (cause instanceof KontorError) throw cause;
      throw new KontorError('KONTOR_CLIENT_TOKEN_FETCH_FAILED', "The page's fetchToken failed.", undefined, { cause });
    }
    const { token, organisation, expiresIn } = session ?? {};
    const readable = typeof token === 'string' && typeof organisation === 'string' && typeof expiresIn === 'number' && expiresIn > 0;
    if (!readable || organisation !== (this.#organisation?.toLowerCase() ?? organisation)) {
      throw new KontorError('KONTOR_CLIENT_TOKEN_FETCH_FAILED', "The page's fetchToken gave another answer than the gateway's for this organisation.");
    }
    return session;
  }
}
