import { jwtVerify } from 'jose';
import type { CryptoKey, JWTHeaderParameters } from 'jose';
import { ElementName, Feature } from '../../shared/contract/session.ts';
import type { Clock } from '../clock.ts';
import { Refusal } from '../http/refusal.ts';
import { ACCESS_TOKEN_LIFE, ACCESS_TOKEN_TYPE, accessTokenAudience, accessTokenKey } from './access-token.ts';
import type { AccessTokenClaims } from './access-token.ts';
import type { PersonClaims } from './session-claims.ts';
import { ALGORITHM } from './signing-keys.ts';
import type { SigningKeys } from './signing-keys.ts';
import { VerifiedTokens } from './verified-tokens.ts';

/** Checks the access tokens of people who signed in at the gateway. Whoever calls checks the proof beside it. */
export class PersonTokens {
  readonly #keys: SigningKeys;
  readonly #clock: Clock;
  readonly #issuer: string;
  readonly #verified: VerifiedTokens<PersonClaims>;

  constructor(keys: SigningKeys, clock: Clock, gatewayUrl: string) {
    this.#keys = keys;
    this.#clock = clock;
    this.#issuer = gatewayUrl;
    this.#verified = new VerifiedTokens(clock, keys, (token) => this.#check(token));
  }

  /** @throws {Refusal} KONTOR_TOKEN_EXPIRED for a token of ours past its time, else KONTOR_TOKEN_INVALID. */
  async verify(token: string): Promise<PersonClaims> {
    return await this.#verified.read(token);
  }

  async #check(token: string): Promise<PersonClaims> {
    const { payload, protectedHeader: { kid: signedBy = '' } } = await jwtVerify<AccessTokenClaims>(token, (header) => this.#keyFor(header), {
      algorithms: [ALGORITHM], typ: ACCESS_TOKEN_TYPE, issuer: this.#issuer, audience: accessTokenAudience(this.#issuer),
      requiredClaims: ['sub', 'jti', 'iat', 'exp', 'scope', 'grant', 'cnf'], currentDate: this.#clock.now(),
    });
    const { sub, jti, iat = 0, exp = 0, scope, grant, cnf } = payload;
    if (exp - iat > ACCESS_TOKEN_LIFE || typeof cnf.jkt !== 'string') throw new Refusal('KONTOR_TOKEN_INVALID');
    const scopes = new Set(scope.split(' '));
    return {
      id: jti, account: sub, partner: null, organisation: null, grant, thumbprint: cnf.jkt,
      elements: ElementName.enum, features: Feature.enum.filter((feature) => scopes.has(feature)), expiresAt: new Date(exp * 1000), signedBy,
    };
  }

  async #keyFor({ kid }: JWTHeaderParameters): Promise<CryptoKey> {
    const key = await accessTokenKey(this.#keys, kid);
    if (!key) throw new Refusal('KONTOR_TOKEN_INVALID');
    return key;
  }
}
