import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Clock } from '../clock.ts';
import { Refusal } from '../http/refusal.ts';
import { UsedProofs } from './used-proofs.ts';

/** What proofs may be signed with; a proof's own header never widens it. */
export const PROOF_ALGORITHMS = ['ES256', 'EdDSA'] as const;

/** Seconds by which a proof's time may differ from the gateway's, either way. */
const WINDOW = 60;
/** Characters of an id: room for any sensible one, not for filling the memory. */
const LONGEST_ID = 200;

/** The request that a proof must have been made for. */
export interface ProvenRequest {
  readonly method: string;
  /** Path as it was requested; what follows a `?` does not count. */
  readonly url: string;
  /** The access token beside the proof. */
  readonly token: string;
  /** Thumbprint (RFC 7638, SHA-256) of the key that the token is bound to: its `cnf.jkt`. */
  readonly thumbprint: string;
}

type Claims = JWTPayload & { htm?: unknown; htu?: unknown; ath?: unknown };

/**
 * Checks proofs of possession (DPoP, RFC 9449) for any token that is bound to a key. A proof serves once:
 * its id is remembered, with its key, until it is too old to be taken anyway. Each instance of the gateway
 * remembers for itself, in memory: with several behind one address, who steals a token and a proof can
 * use that proof once more at each other instance, within a minute and for the same method and address.
 * It moves no money twice, since the idempotency key stands in the database.
 */
export class DpopProofs {
  readonly #clock: Clock;
  readonly #gatewayUrl: string;
  readonly #used = new UsedProofs();

  constructor(clock: Clock, gatewayUrl: string) {
    this.#clock = clock;
    this.#gatewayUrl = gatewayUrl;
  }

  /** @throws {Refusal} KONTOR_DPOP_INVALID, with what was wrong */
  async check(proof: string | undefined, request: ProvenRequest): Promise<void> {
    if (proof === undefined) throw invalid('The request has no DPoP header.');
    const { payload, thumbprint } = await this.#read(proof);
    const { htm, htu, ath, jti, iat } = payload;
    if (thumbprint !== request.thumbprint) throw invalid('The proof is signed with another key than the token is bound to.');
    if (htm !== request.method) throw invalid('The proof was made for another method.');
    const address = addressOf(this.#gatewayUrl + request.url);
    if (address === undefined || addressOf(htu) !== address) throw invalid('The proof was made for another address.');
    if (ath !== createHash('sha256').update(request.token).digest('base64url')) throw invalid('The proof was made for another token.');
    if (typeof jti !== 'string' || jti === '' || jti.length > LONGEST_ID) throw invalid('The proof has no usable id.');
    this.#take(`${thumbprint} ${jti}`, iat);
  }

  /** A private or symmetric key in the header is refused by `EmbeddedJWK`. Whatever fails here is the proof's fault. */
  async #read(proof: string): Promise<{ payload: Claims; thumbprint: string }> {
    try {
      const { payload, protectedHeader } = await jwtVerify<Claims>(proof, EmbeddedJWK, {
        algorithms: [...PROOF_ALGORITHMS], typ: 'dpop+jwt', currentDate: this.#clock.now(),
      });
      return { payload, thumbprint: await calculateJwkThumbprint(protectedHeader.jwk ?? {}) };
    } catch {
      throw invalid('The DPoP header is no proof that is taken here.');
    }
  }

  #take(id: string, iat: number | undefined): void {
    const now = Math.floor(this.#clock.now().getTime() / 1000);
    if (typeof iat !== 'number' || Math.abs(now - iat) > WINDOW) throw invalid('The proof is too old, or from the future.');
    if (!this.#used.take(id, iat + WINDOW, now)) throw invalid('The proof was used before.');
  }
}

/** An address without query and fragment, as RFC 9449 compares it; `undefined` for what is none. */
function addressOf(text: unknown): string | undefined {
  const url = typeof text === 'string' ? URL.parse(text) : null;
  if (url === null) return undefined;
  url.search = '';
  url.hash = '';
  return url.href;
}

function invalid(detail: string): Refusal {
  return new Refusal('KONTOR_DPOP_INVALID', detail);
}
