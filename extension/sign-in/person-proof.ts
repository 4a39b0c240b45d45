import type { ProofHeaders } from '../../shared/client/gateway/authorisation.ts';
import type { Tokens } from '../session-store/records.ts';

const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' };
const text = new TextEncoder();

/**
 * Shows for one request that the token's key is at hand (DPoP, RFC 9449).
 * @param address of the request; its query does not count
 */
export async function personProof(tokens: Tokens, key: CryptoKeyPair, method: string, address: string): Promise<ProofHeaders> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  const { origin, pathname } = new URL(address);
  const hash = await crypto.subtle.digest('SHA-256', text.encode(tokens.access));
  const header = { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } };
  const claims = {
    htm: method,
    htu: origin + pathname,
    iat: Math.floor(Date.now() / 1000) + tokens.ahead,
    jti: crypto.randomUUID(),
    ath: base64url(new Uint8Array(hash)),
  };
  const signed = [header, claims].map((part) => base64url(text.encode(JSON.stringify(part)))).join('.');
  const signature = await crypto.subtle.sign(ALGORITHM, key.privateKey, text.encode(signed));
  return { authorization: `DPoP ${tokens.access}`, dpop: `${signed}.${base64url(new Uint8Array(signature))}` };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
