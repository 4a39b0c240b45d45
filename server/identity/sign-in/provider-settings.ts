import { errors, Provider } from 'oidc-provider';
import type { ClientMetadata, Configuration, Grant, JWK, KoaContextWithOIDC } from 'oidc-provider';
import { v7 as uuid } from 'uuid';
import { Feature } from '../../../shared/contract/session.ts';
import { EXTENSION_CLIENT_ID, EXTENSION_ORIGIN_SCHEMES, EXTENSION_REDIRECTS } from '../../../shared/domain/extension-client.ts';
import type { Clock } from '../../clock.ts';
import { sourceOfMessage } from '../../http/source-of.ts';
import type { Database } from '../../storage/database.ts';
import { ACCESS_TOKEN_LIFE, accessTokenAudience } from '../access-token.ts';
import { ALGORITHM } from '../signing-keys.ts';
import type { TrustedProxies } from './caller-address.ts';
import type { Ending } from './end-grant.ts';
import { renderError } from './pages/render-error.ts';
import { RecordAdapter } from './record-adapter.ts';
import type { SignInSecrets } from './secrets.ts';

/** What the provider is set up with. */
export interface ProviderParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly gatewayUrl: string;
  readonly trustedProxies?: TrustedProxies;
}

const FEATURES: readonly string[] = Feature.enum;
const DAY = 86_400;

/** Seconds. A grant, and with it the whole family of refresh tokens, ends after a year at the latest. */
const LIVES = {
  AccessToken: ACCESS_TOKEN_LIFE,
  AuthorizationCode: 60,
  IdToken: 300,
  Interaction: 3600,
  Session: 14 * DAY,
  RefreshToken: 30 * DAY,
  Grant: 365 * DAY,
} as const;

/** The extension: no secret, since whoever installs it could read it; proof comes from PKCE and its key. */
const EXTENSION: ClientMetadata = {
  client_id: EXTENSION_CLIENT_ID,
  // A native client could not renew silently.
  application_type: 'web',
  token_endpoint_auth_method: 'none',
  redirect_uris: [...EXTENSION_REDIRECTS],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  id_token_signed_response_alg: ALGORITHM,
  dpop_bound_access_tokens: true,
};

/** The provider's settings: what is not here is off, or the provider's own default and meant to be. */
export function providerSettings(parts: ProviderParts, keys: readonly JWK[], secrets: SignInSecrets): Configuration {
  const { database, clock, gatewayUrl } = parts;
  return {
    adapter: (kind: string) => new RecordAdapter(database, kind, () => endingOf(parts)),
    clients: [EXTENSION],
    clientDefaults: { id_token_signed_response_alg: ALGORITHM },
    clientAuthMethods: ['none'],
    responseTypes: ['code'],
    jwks: { keys: [...keys] },
    ttl: LIVES,
    routes: {
      authorization: '/oauth/authorize', token: '/oauth/token', revocation: '/oauth/revoke', jwks: '/.well-known/jwks.json',
    },
    pkce: { required: () => true },
    // Firefox makes up an origin for each installation, so the scheme is all that can be known.
    clientBasedCORS: (_ctx, origin) => EXTENSION_ORIGIN_SCHEMES.some((scheme) => URL.parse(origin)?.protocol === scheme),
    cookies: {
      keys: [secrets.cookie.toString('base64url')],
      names: { session: 'kontor-sign-in', interaction: 'kontor-interaction', resume: 'kontor-resume' },
      long: { httpOnly: true, sameSite: 'lax' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    features: features(gatewayUrl, secrets),
    formats: { customizers: { jwt: (_ctx, _token, { payload }) => stamp(payload, clock.now()) } },
    extraTokenClaims: (_ctx, token) => ('grantId' in token ? { grant: token.grantId } : undefined),
    findAccount: (_ctx, id) => findAccount(database, id),
    // A silent renewal has to bring a refresh token too, and that outlives the browser's session.
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    rotateRefreshToken: true,
    loadExistingGrant: (ctx) => grantOf(ctx, accessTokenAudience(gatewayUrl)),
    interactions: { url: async (_ctx, { uid }) => `/sign-in/${uid}` },
    renderError,
  };
}

function features(gatewayUrl: string, secrets: SignInSecrets): NonNullable<Configuration['features']> {
  const audience = accessTokenAudience(gatewayUrl);
  const resourceServer = {
    scope: FEATURES.join(' '), audience, accessTokenFormat: 'jwt', accessTokenTTL: ACCESS_TOKEN_LIFE, jwt: { sign: { alg: ALGORITHM } },
  } as const;
  return {
    devInteractions: { enabled: false },
    // With nonces of ours a thief cannot sign proofs in advance for the time after.
    dPoP: { enabled: true, nonceSecret: secrets['dpop-nonce'], requireNonce: () => true },
    pushedAuthorizationRequests: { enabled: false },
    revocation: { enabled: true, allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: { enabled: false },
    userinfo: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: async () => audience,
      useGrantedResource: async () => true,
      getResourceServerInfo: async (_ctx, resource) => {
        if (resource !== audience) throw new errors.InvalidTarget();
        return resourceServer;
      },
    },
  };
}

/** The provider ends a grant where a refresh token is given back, and where it or a code comes a second time. */
function endingOf({ clock, trustedProxies }: ProviderParts): Ending {
  const { oidc, req } = Provider.ctx as KoaContextWithOIDC;
  const act = oidc.route === 'revocation' ? 'account.sign-out' : 'account.replay-stopped';
  return { act, at: clock.now(), source: sourceOfMessage(req, trustedProxies) };
}

/** Tokens go by the gateway's clock, as everything that checks them does, and have ids like all others. */
function stamp(payload: Record<string, unknown>, now: Date): void {
  const issuedAt = Math.floor(now.getTime() / 1000);
  Object.assign(payload, { iat: issuedAt, exp: issuedAt + ACCESS_TOKEN_LIFE, jti: uuid() });
}

async function findAccount(database: Database, id: string): Promise<{ accountId: string; claims: () => Promise<{ sub: string }> } | undefined> {
  const rows = await database.query('select 1 from account where id = $1', [id]);
  return rows.length === 0 ? undefined : { accountId: id, claims: async () => ({ sub: id }) };
}

/** The extension is the gateway's own: who signs in grants it what it asks for, and no page asks again. */
async function grantOf({ oidc }: KoaContextWithOIDC, audience: string): Promise<Grant | undefined> {
  const { provider, client, session, requestParamScopes, requestParamOIDCScopes } = oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant = (known && (await provider.Grant.find(known))) || new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  const oidcScopes = [...requestParamOIDCScopes];
  const apiScopes = [...requestParamScopes].filter((scope) => FEATURES.includes(scope));
  const had = `${grant.getOIDCScope()} ${grant.getResourceScope(audience)}`.split(' ');
  if (grant.jti && [...oidcScopes, ...apiScopes].every((scope) => had.includes(scope))) return grant;
  grant.addOIDCScope(oidcScopes.join(' '));
  if (apiScopes.length > 0) grant.addResourceScope(audience, apiScopes.join(' '));
  await grant.save();
  return grant;
}
