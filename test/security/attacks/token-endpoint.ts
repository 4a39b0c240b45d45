import assert from 'node:assert/strict';
import { exportJWK, SignJWT } from 'jose';
import type { CryptoKey, JWTHeaderParameters } from 'jose';
import { v7 as uuid } from 'uuid';
import { GATEWAY } from '../../support/fixture.ts';
import type { AttackStage } from './attack.ts';

/** What is other in a proof than it should be. */
export interface ProofChange {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

/** The token endpoint, asked by hand: each request with a proof made as told. */
export class TokenEndpoint {
  readonly #stage: AttackStage;

  constructor(stage: AttackStage) {
    this.#stage = stage;
  }

  /** A nonce that the gateway takes now. */
  async nonce(keys: CryptoKeyPair): Promise<string> {
    const answer = await this.ask({ grant_type: 'refresh_token', refresh_token: 'x' }, await this.proof(keys, undefined));
    assert.equal(answer.error, 'use_dpop_nonce');
    return answer.nonce ?? assert.fail('no nonce');
  }

  async proof(keys: CryptoKeyPair, nonce: string | undefined, { header, claims, key }: ProofChange = {}): Promise<string> {
    const payload = { jti: uuid(), htm: 'POST', htu: `${GATEWAY}/oauth/token`, iat: Math.floor(Date.now() / 1000), ...(nonce === undefined ? {} : { nonce }), ...claims };
    return await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(keys.publicKey), ...header }).sign(key ?? keys.privateKey);
  }

  async ask(fields: Readonly<Record<string, string>>, dpop?: string): Promise<{ status: number; error: string | undefined; accessToken: string | undefined; refreshToken: string | undefined; nonce: string | null }> {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(dpop === undefined ? {} : { dpop }) };
    const body = new URLSearchParams({ client_id: 'kontor-extension', ...fields }).toString();
    const answer = await this.#stage.fetch('/oauth/token', { method: 'POST', headers, body });
    const told = (await answer.json()) as { error?: string; access_token?: string; refresh_token?: string };
    return { status: answer.status, error: told.error, accessToken: told.access_token, refreshToken: told.refresh_token, nonce: answer.headers.get('dpop-nonce') };
  }
}
