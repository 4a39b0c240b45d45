import type { FastifyBaseLogger } from 'fastify';
import type { errors, KoaContextWithOIDC, Provider } from 'oidc-provider';

/** How things go: a silent attempt that finds nobody, somebody who cancels, a client that learns its first nonce. */
const ORDINARY = new Set(['login_required', 'access_denied', 'use_dpop_nonce']);

/**
 * Writes down why the provider refused: its answers say little on purpose. The request's id, which the
 * caller got too, leads from one to the other. Requests themselves are not logged: they hold codes and tokens.
 */
export function logRefusals(provider: Provider, log: FastifyBaseLogger): void {
  const refused = (ctx: KoaContextWithOIDC, { error, error_description, error_detail }: errors.OIDCProviderError): void => {
    const facts = { requestId: requestId(ctx), error, reason: error_detail ?? error_description };
    if (ORDINARY.has(error)) log.info(facts, 'A sign-in did not take place.');
    else log.warn(facts, 'A request for sign-in was refused.');
  };
  provider.on('authorization.error', refused);
  provider.on('grant.error', refused);
  provider.on('revocation.error', refused);
  provider.on('discovery.error', refused);
  provider.on('server_error', (ctx: KoaContextWithOIDC, error: Error) => {
    log.error({ requestId: requestId(ctx), err: error }, 'Sign-in failed.');
  });
}

function requestId(ctx: KoaContextWithOIDC): string {
  return String(ctx.res.getHeader('x-request-id'));
}
