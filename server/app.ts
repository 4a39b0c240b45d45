import fastify, { LogController } from 'fastify';
import type { FastifyHttpOptions, FastifyReply, FastifyRequest, FastifyServerOptions, RawServerDefault } from 'fastify';
import type { AppParts, App } from './http/app-parts.ts';
import { allowKnownOrigin, answerPreflight } from './http/cors.ts';
import { refuseMalformed } from './http/malformed-request.ts';
import { watchMethods } from './http/other-methods.ts';
import { sendProblem } from './http/problem-details.ts';
import { Refusal } from './http/refusal.ts';
import { securityHeaders, setSecurityHeaders } from './http/security-headers.ts';
import { sharedSchemas } from './http/shared-schemas.ts';
import { ajvOptions, readQueryString } from './http/validation.ts';
import { DpopProofs } from './identity/dpop-proof.ts';
import { PersonTokens } from './identity/person-tokens.ts';
import { SigningKeys } from './identity/signing-keys.ts';
import { WidgetTokens } from './identity/widget-token.ts';
import { describeApi } from './routes/api-description.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { healthRoutes } from './routes/health.ts';
import { invoiceRoutes } from './routes/invoices.ts';
import { logoRoutes } from './routes/logos.ts';
import { operatorRoutes } from './routes/operator.ts';
import { orderRoutes } from './routes/orders.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { prepaidRoutes } from './routes/prepaid.ts';
import { problemRoutes } from './routes/problems.ts';
import { productRoutes } from './routes/products.ts';
import { promoCodeRoutes } from './routes/promo-codes.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { toPayRoutes } from './routes/to-pay.ts';
import { widgetSessionRoutes } from './routes/widget-sessions.ts';

export interface GatewayParts extends AppParts {
  /** Where requests and faults are logged; nowhere without it. */
  readonly logger?: NonNullable<FastifyServerOptions['logger']>;
}

/** Builds the gateway's HTTP side from its parts. It never listens; tests call it in process. */
export async function buildApp(parts: GatewayParts): Promise<App> {
  const app = newApp(parts);
  app.decorate('parts', parts);
  knowCallers(app, parts);
  takeBodies(app);
  app.addHook('onRequest', setSecurityHeaders(parts.gatewayUrl));
  app.addHook('onRequest', answerPreflight(parts.database));
  app.addHook('preValidation', readQueryString);
  answerFailures(app, parts);
  await signInRoutes(app, parts);
  for (const schema of sharedSchemas()) app.addSchema(schema);
  await describeApi(app, parts.gatewayUrl);
  const refuseOtherMethods = watchMethods(app);
  await addRoutes(app, parts);
  refuseOtherMethods();
  await app.ready();
  return app;
}

function newApp({ gatewayUrl, logger = false }: GatewayParts): App {
  const options: FastifyHttpOptions<RawServerDefault> = {
    logger, logController: new LogController({ disableRequestLogging: true }), genReqId: () => crypto.randomUUID(), ajv: ajvOptions,
    bodyLimit: 64 * 1024, requestTimeout: 30_000, http: { headersTimeout: 15_000 }, keepAliveTimeout: 20_000,
    // Closing waits for requests under way and for nothing else.
    forceCloseConnections: 'idle',
    clientErrorHandler: refuseMalformed,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(securityHeaders(gatewayUrl)).header('x-request-id', request.id);
      sendProblem(error, request, reply, gatewayUrl);
    },
  };
  return fastify(options) as App;
}

/** What the hooks of `authenticate.ts` find out who calls with. */
function knowCallers(app: App, { database, clock, gatewayUrl }: AppParts): void {
  const keys = new SigningKeys(database, clock);
  app.decorate('tokens', new WidgetTokens(keys, clock, gatewayUrl));
  app.decorate('personTokens', new PersonTokens(keys, clock, gatewayUrl));
  app.decorate('proofs', new DpopProofs(clock, gatewayUrl));
  app.decorateRequest('session', null);
  app.decorateRequest('partner', null);
}

/** JSON only; anything else is refused before it is read. */
function takeBodies(app: App): void {
  const json = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, json);
}

function answerFailures(app: App, { database, gatewayUrl }: AppParts): void {
  app.setErrorHandler(async (error, request, reply) => {
    await allowKnownOrigin(request, reply, database);
    return sendProblem(error, request, reply, gatewayUrl);
  });
  app.setNotFoundHandler(async () => {
    throw new Refusal('KONTOR_NOT_FOUND');
  });
}

async function addRoutes(app: App, parts: AppParts): Promise<void> {
  healthRoutes(app, parts);
  problemRoutes(app);
  widgetSessionRoutes(app, parts);
  sessionRoutes(app, parts);
  organisationRoutes(app, parts);
  logoRoutes(app, parts);
  invoiceRoutes(app, parts);
  toPayRoutes(app, parts);
  productRoutes(app, parts);
  prepaidRoutes(app, parts);
  catalogueRoutes(app, parts);
  orderRoutes(app, parts);
  promoCodeRoutes(app, parts);
  await app.register(async (scope: App) => operatorRoutes(scope, parts));
}
