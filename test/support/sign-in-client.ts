import { parse, stringify } from 'node:querystring';
import * as oauth from 'oauth4webapi';
import { DEMO_PASSWORD } from '../../server/seed/demo-credentials.ts';
import { Feature } from '../../shared/contract/session.ts';
import { EXTENSION_CLIENT_ID, EXTENSION_REDIRECTS } from '../../shared/domain/extension-client.ts';

/** `fetch`, of the network or of a gateway in this process. Redirects are not followed. */
export type Fetch = (url: string, init?: { method?: string; headers?: Record<string, string>; body?: string }) => Promise<Response>;

/** What one sign-in gives. */
export interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly idToken: string;
  /** ES256, extractable so that tests may look at it; signs the proofs (DPoP). */
  readonly keys: CryptoKeyPair;
}

/** An authorization request under way. */
export interface Request {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly url: URL;
}

const REDIRECT = EXTENSION_REDIRECTS[0];
const CLIENT: oauth.Client = { client_id: EXTENSION_CLIENT_ID, token_endpoint_auth_method: 'none', id_token_signed_response_alg: 'EdDSA' };

/** One browser profile with the extension in it: cookies, and what the extension does in the background. */
export class SignInClient {
  readonly gateway: string;
  readonly cookies = new Map<string, { value: string; path: string }>();
  readonly #fetch: Fetch;
  #server: oauth.AuthorizationServer | undefined;

  constructor(gateway: string, fetch: Fetch = networkFetch) {
    this.gateway = gateway;
    this.#fetch = fetch;
  }

  /** Signs a person in, by the password that all made-up people have, from the first request to the tokens. */
  async signIn(email: string): Promise<SignedIn> {
    const request = await this.request({ prompt: 'login consent' });
    const page = await this.open(request.url);
    const end = await this.submit(page, { email, password: DEMO_PASSWORD, act: 'sign-in' });
    return await this.redeem(request, end.redirect);
  }

  /** An authorization request with whatever should be other than the extension's. */
  async request(more: Readonly<Record<string, string | undefined>> = {}): Promise<Request> {
    const server = await this.server();
    const verifier = oauth.generateRandomCodeVerifier();
    const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
    const url = new URL(server.authorization_endpoint ?? '');
    const parameters = {
      client_id: EXTENSION_CLIENT_ID, redirect_uri: REDIRECT, response_type: 'code', state, nonce,
      scope: `openid offline_access ${Feature.enum.join(' ')}`, resource: `${this.gateway}/v1`,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...more,
    };
    for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
    return { state, nonce, verifier, url };
  }

  /** Goes to an address as a browser does, through redirects of the gateway, until a page or an address elsewhere. */
  async open(start: URL | string, init: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Visit> {
    let url = new URL(start);
    let response = await this.#visit(url, init);
    while (response.status === 302 || response.status === 303) {
      url = new URL(response.headers.get('location') ?? '', url);
      if (url.origin !== this.gateway) return { url, response, body: '', redirect: url };
      response = await this.#visit(url, { headers: init.method === undefined ? (init.headers ?? {}) : {} });
    }
    return { url, response, body: await response.text(), redirect: undefined };
  }

  /** Sends the form of a page, with its hidden fields. */
  async submit({ url, body }: Visit, fields: Readonly<Record<string, string>>): Promise<Visit> {
    const token = /name="token" value="([^"]*)"/.exec(body)?.[1] ?? '';
    const action = /<form method="post" action="([^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: this.gateway };
    return await this.open(new URL(action, url), { method: 'POST', headers, body: stringify({ token, ...fields }) });
  }

  /** Swaps the code of a redirect for tokens. @throws {oauth.ResponseBodyError} where the gateway refuses */
  async redeem(request: Request, redirect: URL | undefined, keys?: CryptoKeyPair): Promise<SignedIn> {
    if (!redirect) throw new Error('The sign-in did not end in a redirect.');
    const server = await this.server();
    const parameters = oauth.validateAuthResponse(server, CLIENT, redirect, request.state);
    const key = keys ?? (await oauth.generateKeyPair('ES256', { extractable: true }));
    return await this.tokens(key, async (options) => {
      const response = await oauth.authorizationCodeGrantRequest(server, CLIENT, oauth.None(), parameters, REDIRECT, request.verifier, options);
      return await oauth.processAuthorizationCodeResponse(server, CLIENT, response, { expectedNonce: request.nonce });
    });
  }

  /** The next tokens. @throws {oauth.ResponseBodyError} where the gateway refuses */
  async refresh(refreshToken: string, keys: CryptoKeyPair): Promise<SignedIn> {
    const server = await this.server();
    return await this.tokens(keys, async (options) => {
      const response = await oauth.refreshTokenGrantRequest(server, CLIENT, oauth.None(), refreshToken, options);
      return await oauth.processRefreshTokenResponse(server, CLIENT, response);
    });
  }

  /** Ends the grant, as signing out in the extension does. */
  async revoke(refreshToken: string): Promise<void> {
    const server = await this.server();
    await oauth.processRevocationResponse(await oauth.revocationRequest(server, CLIENT, oauth.None(), refreshToken, this.#options()));
  }

  /** Calls the API as the person, with a proof of the key. */
  async call({ accessToken, keys }: Pick<SignedIn, 'accessToken' | 'keys'>, method: string, path: string, body?: object): Promise<Response> {
    const headers = new Headers(body === undefined ? {} : { 'content-type': 'application/json' });
    const options = { ...this.#options(), DPoP: oauth.DPoP(CLIENT, keys) };
    const url = new URL(path, this.gateway);
    return await oauth.protectedResourceRequest(accessToken, method, url, headers, body === undefined ? null : JSON.stringify(body), options);
  }

  async server(): Promise<oauth.AuthorizationServer> {
    const issuer = new URL(this.gateway);
    this.#server ??= await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, this.#options()));
    return this.#server;
  }

  /** Asks for tokens with proofs of a key; the first one learns the nonce that the gateway wants in it. */
  async tokens(keys: CryptoKeyPair, ask: (options: oauth.TokenEndpointRequestOptions) => Promise<oauth.TokenEndpointResponse>): Promise<SignedIn> {
    const options = { ...this.#options(), DPoP: oauth.DPoP(CLIENT, keys) };
    const answer = await ask(options).catch((error: unknown) => {
      if (oauth.isDPoPNonceError(error)) return ask(options);
      throw error;
    });
    return { accessToken: answer.access_token, refreshToken: answer.refresh_token ?? '', idToken: answer.id_token ?? '', keys };
  }

  #options() {
    const [customFetch, allowInsecureRequests] = [oauth.customFetch, oauth.allowInsecureRequests] as const;
    return {
      [allowInsecureRequests]: true,
      [customFetch]: (url: string, { method, headers, body }: { method?: string; headers?: HeadersInit; body?: unknown }) =>
        this.#fetch(url, { method: method ?? 'GET', headers: Object.fromEntries(new Headers(headers)), ...((body ?? undefined) === undefined ? {} : { body: String(body) }) }),
    };
  }

  async #visit(url: URL, { headers = {}, ...init }: { method?: string; headers?: Record<string, string>; body?: string }): Promise<Response> {
    const sent = [...this.cookies].filter(([, { path }]) => url.pathname === path || url.pathname.startsWith(path === '/' ? path : `${path}/`));
    const cookie = sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const response = await this.#fetch(url.href, { ...init, headers: { accept: 'text/html', ...headers, ...(cookie ? { cookie } : {}) } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(/;\s*/);
      const [name = '', value = ''] = pair.split('=');
      const path = String(parse(rest.join('&'))['path'] ?? '/');
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, { value, path });
    }
    return response;
  }
}

/** Where a visit has led to. */
export interface Visit {
  readonly url: URL;
  readonly response: Response;
  readonly body: string;
  /** The address elsewhere at which it ended. */
  readonly redirect: URL | undefined;
}

async function networkFetch(url: string, init?: Parameters<Fetch>[1]): Promise<Response> {
  return await fetch(url, { ...init, redirect: 'manual' });
}

/** `Fetch` over a gateway in this process. */
export function injectFetch(app: { inject(options: object): Promise<{ statusCode: number; body: string; headers: Record<string, unknown> }> }): Fetch {
  return async (url, { method = 'GET', headers = {}, body } = {}) => {
    const { pathname, search } = new URL(url);
    const answer = await app.inject({ method, url: pathname + search, headers, ...(body === undefined ? {} : { payload: body }) });
    const pairs = Object.entries(answer.headers).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)] as [string, string]));
    return new Response([204, 304].includes(answer.statusCode) ? null : answer.body, { status: answer.statusCode, headers: pairs });
  };
}
