import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifySchema } from 'fastify';
import type { App } from '../http/app-parts.ts';

const ABOUT = `Amounts are whole minor units with their currency. Failures are answered as problem details (RFC 9457)
with a stable code. Requests with a widget session must carry the Origin that the session was made for;
requests of a person who signed in at the gateway, a new proof of possession (DPoP, RFC 9449).`;

const bearer = (description: string) => ({ type: 'http' as const, scheme: 'bearer', description });

/** The page runs its own scripts and asks this gateway; its library sets styles from script. */
const PAGE_POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');

/** Keeps a route out of the API description. */
const HIDDEN: FastifySchema & { hide: true } = { hide: true };

/** OpenAPI 3.1 of the routes that are added after it at /openapi.json, and a page to read it at /docs. */
export async function describeApi(app: App, gatewayUrl: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Kontor gateway', version: '1', description: ABOUT },
      servers: [{ url: gatewayUrl }],
      components: {
        securitySchemes: {
          session: bearer('Token of a widget session that is bound to no key.'),
          person: {
            type: 'http', scheme: 'DPoP',
            description: 'Access token of a person who signed in at the gateway (/.well-known/openid-configuration), or token of a widget session ' +
              'that is bound to a key; each with a proof in the header DPoP.',
          },
          partner: bearer("A partner's API key; for its backend only."),
          operator: bearer("The operator's key."),
        },
      },
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, index) => (typeof json.$id === 'string' ? json.$id : `def-${index}`) },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: PAGE_POLICY,
    theme: { title: 'Kontor gateway: API' },
    uiConfig: { url: '/openapi.json', docExpansion: 'list', validatorUrl: null },
  });
  app.get('/openapi.json', { schema: HIDDEN }, async (_request, reply) => reply.type('application/json').send(app.swagger()));
  app.get('/', { schema: HIDDEN }, async (_request, reply) => await reply.redirect('/docs/'));
}
