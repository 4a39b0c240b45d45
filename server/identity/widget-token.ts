import { decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import type { CryptoKey, JWTHeaderParameters } from 'jose';
import type { ElementName, Feature } from '../../shared/contract/session.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../http/refusal.ts';
import type { WidgetClaims } from './session-claims.ts';
import { ALGORITHM } from './signing-keys.ts';
import type { SigningKeys } from './signing-keys.ts';
import { VerifiedTokens } from './verified-tokens.ts';

const TYPE = 'kontor-widget+jwt';

/** Seconds that a widget session may live. */
const LONGEST_LIFE = 600;
/** Seconds by which the clocks of two gateways may differ. */
const SKEW = 5;

type Payload = { org: string; partner: string; origin: string; elements: ElementName[]; features: Feature[]; cnf?: { jkt?: unknown } };

/** Makes and checks the tokens of widget sessions. */
export class WidgetTokens {
  readonly keys: SigningKeys;
  readonly #clock: Clock;
  readonly #issuer: string;
  readonly #audience: string;
  readonly #verified: VerifiedTokens<WidgetClaims>;

  constructor(keys: SigningKeys, clock: Clock, gatewayUrl: string) {
    this.keys = keys;
    this.#clock = clock;
    this.#issuer = gatewayUrl;
    this.#audience = `${gatewayUrl}/v1`;
    this.#verified = new VerifiedTokens(clock, keys, (token) => this.#check(token));
  }

  /** Signs a session that begins now and lives `lifetime` seconds. */
  async mint(session: Omit<WidgetClaims, 'expiresAt' | 'signedBy'>, lifetime: number): Promise<string> {
    const key = await this.keys.signer();
    const issuedAt = seconds(this.#clock.now());
    const { organisation: org, partner, origin, elements, features, thumbprint } = session;
    const bound = thumbprint === null ? {} : { cnf: { jkt: thumbprint } };
    return await new SignJWT({ org, partner, origin, elements, features, ...bound })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.id })
      .setIssuer(this.#issuer).setAudience(this.#audience)
      .setSubject(session.account).setJti(session.id)
      .setIssuedAt(issuedAt).setExpirationTime(issuedAt + lifetime)
      .sign(key.sign);
  }

  /**
   * Reads a token that this gateway made.
   * @throws {Refusal} KONTOR_TOKEN_EXPIRED for a token of ours past its time, else KONTOR_TOKEN_INVALID.
   */
  async verify(token: string): Promise<WidgetClaims> {
    return await this.#verified.read(token);
  }

  async #check(token: string): Promise<WidgetClaims> {
    const now = this.#clock.now();
    const { payload, protectedHeader: { kid: signedBy = '' } } = await jwtVerify<Payload>(token, (header) => this.#keyFor(header), {
      algorithms: [ALGORITHM], typ: TYPE, issuer: this.#issuer, audience: this.#audience,
      requiredClaims: ['sub', 'jti', 'iat', 'exp', 'org', 'partner', 'origin', 'elements', 'features'], currentDate: now,
    });
    const { sub = '', jti = '', iat = 0, exp = 0, org, partner, origin, elements, features, cnf } = payload;
    if (exp - iat > LONGEST_LIFE || iat > seconds(now) + SKEW) throw new Refusal('KONTOR_TOKEN_INVALID');
    const thumbprint = cnf === undefined ? null : cnf.jkt;
    if (thumbprint !== null && typeof thumbprint !== 'string') throw new Refusal('KONTOR_TOKEN_INVALID');
    const expiresAt = new Date(exp * 1000);
    return { id: jti, account: sub, partner, organisation: org, origin, elements, features, thumbprint, expiresAt, signedBy };
  }

  async #keyFor({ kid }: JWTHeaderParameters): Promise<CryptoKey> {
    const key = await this.keys.verifier(kid);
    if (!key) throw new Refusal('KONTOR_TOKEN_INVALID');
    return key.verify;
  }
}

/** Whether a token says that it is a widget session's. Whether it is one, only `verify` knows. */
export function claimsToBeWidgetToken(token: string): boolean {
  try {
    return decodeProtectedHeader(token).typ === TYPE;
  } catch {
    return false;
  }
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
