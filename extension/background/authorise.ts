import {
  authorizationCodeGrantRequest, type AuthorizationServer, calculatePKCECodeChallenge, generateRandomCodeVerifier,
  generateRandomNonce, generateRandomState, getValidatedIdTokenClaims, processAuthorizationCodeResponse, validateAuthResponse,
} from 'oauth4webapi';
import { Feature } from '../../shared/contract/session.ts';
import { launchSignIn, redirectAddress } from '../platform/platform.ts';
import type { PendingSignIn, Tokens } from '../session-store/records.ts';
import type { SessionStore } from '../session-store/session-store.ts';
import { AUTHENTICATION, CLIENT, discover, requestOptions, tokensOf, withProof } from '../sign-in/token-server.ts';

/** How the gateway is asked. */
export interface Asking {
  /** In a window, and for the password in any case; else unseen, answered by who is signed in there. */
  readonly interactive: boolean;
  /** Seconds since the person typed the password, at most; undefined: any. */
  readonly maxAge?: number;
}

export interface Authorised {
  readonly tokens: Tokens;
  /** The person's id. */
  readonly person: string;
}

/**
 * One round of authorization code, PKCE and DPoP. It stays pending until it is settled, so that a worker
 * that ends in between can be made up for.
 * @param settle takes the tokens; not called where the sign-in was called off meanwhile, its entry gone
 * @throws {Error} of the browser, of oauth4webapi or of the network
 */
export async function authorise(
  store: SessionStore,
  gateway: string,
  asking: Asking,
  settle: (authorised: Authorised) => Promise<void>,
): Promise<void> {
  const server = await discover(gateway);
  const pending: PendingSignIn = {
    state: generateRandomState(), gateway, verifier: generateRandomCodeVerifier(), nonce: generateRandomNonce(),
    redirect: redirectAddress(), startedAt: new Date(),
  };
  await store.setPending(pending);
  try {
    const answer = await launchSignIn(await addressOf(server, pending, asking), asking.interactive);
    if (!(await store.pending(pending.state))) return;
    const authorised = await redeem(await store.makeKey(), server, pending, asking, new URL(answer));
    await settle(authorised);
  } finally {
    await store.removePending(pending.state);
  }
}

async function addressOf(server: AuthorizationServer, pending: PendingSignIn, { interactive, maxAge }: Asking): Promise<string> {
  const address = new URL(server.authorization_endpoint ?? '');
  address.search = new URLSearchParams({
    client_id: CLIENT.client_id,
    response_type: 'code',
    redirect_uri: pending.redirect,
    scope: ['openid', 'offline_access', ...Feature.enum].join(' '),
    resource: `${pending.gateway}/v1`,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    // Whoever pressed the button means to say who they are, whoever signed in at this browser before.
    prompt: interactive ? 'login' : 'none',
    ...(maxAge === undefined ? {} : { max_age: String(maxAge) }),
  }).toString();
  return address.href;
}

async function redeem(key: CryptoKeyPair, server: AuthorizationServer, pending: PendingSignIn, { maxAge }: Asking, answer: URL): Promise<Authorised> {
  const callback = validateAuthResponse(server, CLIENT, answer, pending.state);
  const issued = await withProof(key, async (proof) => {
    const options = { DPoP: proof, ...requestOptions(server.issuer) };
    const response = await authorizationCodeGrantRequest(
      server, CLIENT, AUTHENTICATION, callback, pending.redirect, pending.verifier, options,
    );
    const expected = { expectedNonce: pending.nonce, requireIdToken: true, ...(maxAge === undefined ? {} : { maxAge }) };
    return processAuthorizationCodeResponse(server, CLIENT, response, expected);
  });
  return { tokens: tokensOf(server, issued), person: getValidatedIdTokenClaims(issued)?.sub ?? '' };
}
