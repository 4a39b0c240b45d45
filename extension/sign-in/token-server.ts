import {
  allowInsecureRequests, type AuthorizationServer, type Client, clockTolerance, customFetch, discoveryRequest, DPoP, type DPoPHandle,
  isDPoPNonceError, None, processDiscoveryResponse, processRefreshTokenResponse, processRevocationResponse, refreshTokenGrantRequest,
  revocationRequest, type TokenEndpointResponse,
} from 'oauth4webapi';
import { EXTENSION_CLIENT_ID } from '../../shared/domain/extension-client.ts';
import type { Tokens } from '../session-store/records.ts';
import { isLoopback } from './gateway-origin.ts';
import { discoveryError } from './sign-in-failure.ts';

const TIMEOUT_MS = 20_000;

/**
 * The extension as the token endpoint knows it. A device's clock may be wrong by hours; an id token comes
 * straight from the gateway and carries our nonce, so its times add nothing.
 */
export const CLIENT: Client = { client_id: EXTENSION_CLIENT_ID, [clockTolerance]: 86_400 };
export const AUTHENTICATION = None();

/** How every request to the gateway's sign-in is made: bounded in time, without its cookies. */
export function requestOptions(issuer: string) {
  return {
    [allowInsecureRequests]: isLoopback(new URL(issuer)),
    [customFetch]: (address: string, options: object): Promise<Response> =>
      fetch(address, { ...options, credentials: 'omit', cache: 'no-store' } as RequestInit),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  };
}

/** The gateway's description of its sign-in. @throws {SignInError} KONTOR_SIGN_IN_NO_GATEWAY where there is none */
export async function discover(gateway: string): Promise<AuthorizationServer> {
  const issuer = new URL(gateway);
  try {
    return await processDiscoveryResponse(issuer, await discoveryRequest(issuer, { algorithm: 'oidc', ...requestOptions(gateway) }));
  } catch (error) {
    throw discoveryError(error);
  }
}

/** New tokens for the old; the old refresh token is used up. */
export async function refresh({ server, refresh }: Tokens, key: CryptoKeyPair): Promise<Tokens> {
  const answer = await withProof(key, async (proof) => {
    const options = { DPoP: proof, ...requestOptions(server.issuer) };
    const response = await refreshTokenGrantRequest(server, CLIENT, AUTHENTICATION, refresh, options);
    return processRefreshTokenResponse(server, CLIENT, response);
  });
  return tokensOf(server, answer, refresh);
}

/** Ends at the gateway what the refresh token stands for. */
export async function revoke({ server, refresh }: Tokens): Promise<void> {
  const response = await revocationRequest(server, CLIENT, AUTHENTICATION, refresh, requestOptions(server.issuer));
  await processRevocationResponse(response);
}

/** Asks again where the gateway first wants its own nonce in the proof. */
export async function withProof<T>(key: CryptoKeyPair, ask: (proof: DPoPHandle) => Promise<T>): Promise<T> {
  const proof = DPoP(CLIENT, key);
  try {
    return await ask(proof);
  } catch (error) {
    if (!isDPoPNonceError(error)) throw error;
    return ask(proof);
  }
}

/**
 * What the store keeps of an answer.
 * @param before the refresh token that stays good where the answer brings none
 * @throws {TypeError} where there is none, or the gateway does not say where tokens are renewed and ended
 */
export function tokensOf(server: AuthorizationServer, answer: TokenEndpointResponse, before?: string): Tokens {
  const { issuer, token_endpoint, revocation_endpoint, id_token_signing_alg_values_supported = [] } = server;
  const { access_token, expires_in = 60, refresh_token = before } = answer;
  if (!refresh_token || !token_endpoint || !revocation_endpoint) throw new TypeError('The gateway left something out.');
  const now = Date.now();
  return {
    access: access_token,
    expiresAt: now + expires_in * 1000,
    refresh: refresh_token,
    ahead: issuedAt(access_token, now) - Math.floor(now / 1000),
    server: { issuer, token_endpoint, revocation_endpoint, id_token_signing_alg_values_supported },
  };
}

/** When a token was issued, in seconds by the gateway's clock. */
function issuedAt(token: string, now: number): number {
  const [, claims = ''] = token.split('.');
  const { iat } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/')) || '{}') as { iat?: number };
  return iat ?? Math.floor(now / 1000);
}
