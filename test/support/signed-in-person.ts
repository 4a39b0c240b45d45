import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters } from 'jose';
import { v7 as uuid } from 'uuid';
import { secretHash } from '../../server/identity/secret-hash.ts';
import type { Feature } from '../../shared/contract/session.ts';
import { GATEWAY } from './fixture.ts';
import type { Fixture } from './fixture.ts';

const FEATURES: readonly Feature[] = [
  'organisations:list', 'invoices:read', 'products:read', 'prepaid:read', 'prepaid:top-up', 'orders:write', 'orders:place',
];

/** What is told otherwise in a token or proof than it should be. */
export interface Told {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs in place of the right key. */
  readonly key?: CryptoKey;
}

export interface PersonRequest {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly payload?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A person who signed in at a gateway in this process: token and key as the authorization server would have left them. */
export class SignedInPerson {
  readonly account: string;
  readonly token: string;
  readonly grant: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly #fixture: Fixture;

  private constructor(fixture: Fixture, account: string, grant: string, token: string, privateKey: CryptoKey, publicJwk: JWK) {
    this.#fixture = fixture;
    this.account = account;
    this.grant = grant;
    this.token = token;
    this.privateKey = privateKey;
    this.publicJwk = publicJwk;
  }

  static async of(fixture: Fixture, account: string, told: Told = {}, features = FEATURES): Promise<SignedInPerson> {
    const grant = uuid();
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const publicJwk = await exportJWK(publicKey);
    const signer = await fixture.app.tokens.keys.signer();
    const now = seconds(fixture);
    const claims = {
      iss: GATEWAY, aud: `${GATEWAY}/v1`, sub: account, jti: uuid(), iat: now, exp: now + 300, client_id: 'kontor-extension',
      scope: features.join(' '), grant, cnf: { jkt: await calculateJwkThumbprint(publicJwk) }, ...told.claims,
    };
    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: signer.id, ...told.header }).sign(told.key ?? signer.sign);
    await fixture.insert('sign_in_record', {
      kind: 'Grant', id: secretHash(grant), payload: '{}', expires_at: new Date(fixture.clock.now().getTime() + 86_400_000),
    });
    return new SignedInPerson(fixture, account, grant, token, privateKey, publicJwk);
  }

  /** A proof for one request. */
  async proof(method: string, path: string, told: Told = {}): Promise<string> {
    const ath = createHash('sha256').update(this.token).digest('base64url');
    const claims = { jti: uuid(), htm: method, htu: GATEWAY + path.split('?')[0], iat: seconds(this.#fixture), ath, ...told.claims };
    const header = { alg: 'ES256', typ: 'dpop+jwt', jwk: this.publicJwk, ...told.header };
    return await new SignJWT(claims).setProtectedHeader(header).sign(told.key ?? this.privateKey);
  }

  async call(url: string, { method = 'GET', payload, headers = {} }: PersonRequest = {}) {
    const proven = { authorization: `DPoP ${this.token}`, dpop: await this.proof(method, url), ...headers };
    return await this.#fixture.app.inject({ method, url, headers: proven, ...(payload === undefined ? {} : { payload }) });
  }

  /** Ends the grant, as sign-out does. */
  async signOut(): Promise<void> {
    await this.#fixture.database.asOwner((tx) => tx.query('delete from sign_in_record where id = $1', [secretHash(this.grant)]));
  }
}

function seconds(fixture: Fixture): number {
  return Math.floor(fixture.clock.now().getTime() / 1000);
}
