import { SignJWT } from 'jose';
import type { CryptoKey, JWTHeaderParameters } from 'jose';
import { v7 as uuid } from 'uuid';
import { GATEWAY, ORIGIN } from '../../support/fixture.ts';
import type { AttackStage } from './attack.ts';

/** What is other in a token than in a sound one of a widget session. */
export interface Forgery {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs in place of the gateway's key. */
  readonly key?: CryptoKey | Uint8Array;
}

/** Who a forged token says it is of. */
export interface Victim {
  readonly account: string;
  readonly organisation: string;
  readonly partner: { readonly id: string };
}

/** A token of a widget session, made outside of the gateway's own minting. */
export async function forged({ fixture, now }: AttackStage, victim: Victim, { header, claims, key }: Forgery = {}): Promise<string> {
  const signer = await fixture.app.tokens.keys.signer();
  const issuedAt = now.call({ fixture });
  const payload = {
    iss: GATEWAY, aud: `${GATEWAY}/v1`, sub: victim.account, jti: uuid(), iat: issuedAt, exp: issuedAt + 600,
    org: victim.organisation, partner: victim.partner.id, origin: ORIGIN, elements: ['invoice-list'], features: ['invoices:read'], ...claims,
  };
  return await new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', typ: 'kontor-widget+jwt', kid: signer.id, ...header }).sign(key ?? signer.sign);
}

/** A part of a token, as it stands in it. */
export function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
