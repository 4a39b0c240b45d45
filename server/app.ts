import fastify, { LogController } from 'fastify';
import type { FastifyHttpOptions, FastifyReply, FastifyRequest, FastifyServerOptions, RawServerDefault } from 'fastify';
import { secretBoxOf } from './http/app-parts.ts';
import type { App, AppParts } from './http/app-parts.ts';
import { allowKnownOrigin, allowNotedOrigin, answerPreflight, sendPreflight } from './http/cors.ts';
import { boundConnections } from './http/bound-connections.ts';
import { KnownOrigins } from './http/known-origins.ts';
import { limitAddress, RequestLimits } from './http/limit-requests.ts';
import { logRequest } from './http/log-requests.ts';
import { refuseMalformed } from './http/malformed-request.ts';
import { measureRequest, RequestMetrics } from './http/metrics.ts';
import { watchMethods } from './http/other-methods.ts';
import { sendProblem } from './http/problem-details.ts';
import { refuseUnclearHeaders } from './http/refuse-unclear-headers.ts';
import { refuseWhileStopping } from './http/refuse-while-stopping.ts';
import { Refusal } from './http/refusal.ts';
import { securityHeaders, setSecurityHeaders } from './http/security-headers.ts';
import { sharedSchemas } from './http/shared-schemas.ts';
import { ajvOptions, readQueryString } from './http/validation.ts';
import { LOOPBACK_PROXIES } from './identity/sign-in/caller-address.ts';
import { DpopProofs } from './identity/dpop-proof.ts';
import { PersonTokens } from './identity/person-tokens.ts';
import { SigningKeys } from './identity/signing-keys.ts';
import { WidgetTokens } from './identity/widget-token.ts';
import { describeApi } from './routes/api-description.ts';
import { auditRoutes } from './routes/audit.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { healthRoutes } from './routes/health.ts';
import { invoiceRoutes } from './routes/invoices.ts';
import { logoRoutes } from './routes/logos.ts';
import { operatorRoutes } from './routes/operator.ts';
import { operatorPartnerRoutes } from './routes/operator-partners.ts';
import { operatorPromoCodeRoutes } from './routes/operator-promo-codes.ts';
import { metricsRoute } from './routes/metrics.ts';
import { orderRoutes } from './routes/orders.ts';
import { organisationRoutes } from './routes/organisations.ts';
import { partnerRoutes } from './routes/partner.ts';
import { partnerAccessRoutes } from './routes/partner-access.ts';
import { prepaidRoutes } from './routes/prepaid.ts';
import { problemRoutes } from './routes/problems.ts';
import { productRoutes } from './routes/products.ts';
import { promoCodeRoutes } from './routes/promo-codes.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { toPayRoutes } from './routes/to-pay.ts';
import { widgetSessionRoutes } from './routes/widget-sessions.ts';

/**
 * Milliseconds: a request may take 15 s for its headers and 30 s in all until it is read; a connection without a
 * word in either direction, be it that nobody reads the answer, is closed after two minutes.
 */
const TIME_LIMITS = {
  requestTimeout: 30_000, connectionTimeout: 120_000, keepAliveTimeout: 20_000,
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 2000, maxHeaderSize: 16 * 1024 },
};

export interface GatewayParts extends AppParts {
  /** Where requests and faults are logged; nowhere without it. */
  readonly logger?: NonNullable<FastifyServerOptions['logger']>;
  /** Shorter ones, for tests. */
  readonly timeLimits?: Partial<typeof TIME_LIMITS>;
}

/** Builds the gateway's HTTP side from its parts. It never listens; tests call it in process. */
export async function buildApp(parts: GatewayParts): Promise<App> {
  const app = newApp(parts);
  app.decorate('parts', parts);
  knowCallers(app, parts);
  takeBodies(app);
  const metrics = watchRequests(app);
  app.addHook('onRequest', setSecurityHeaders(parts.gatewayUrl));
  guardFront(app, parts);
  app.addHook('onRequest', answerPreflight(app.origins));
  app.addHook('preValidation', readQueryString);
  answerFailures(app, parts);
  await signInRoutes(app, parts);
  for (const schema of sharedSchemas()) app.addSchema(schema);
  await describeApi(app, parts.gatewayUrl);
  const refuseOtherMethods = watchMethods(app);
  await addRoutes(app, parts);
  metricsRoute(app, parts, metrics);
  refuseOtherMethods();
  await app.ready();
  return app;
}

function newApp({ gatewayUrl, logger = false, timeLimits }: GatewayParts): App {
  const limits = { ...TIME_LIMITS, ...timeLimits };
  const options: FastifyHttpOptions<RawServerDefault> = {
    logger, logController: new LogController({ disableRequestLogging: true }), genReqId: () => crypto.randomUUID(), ajv: ajvOptions,
    // A busy machine may take long to read the files of the API page; that is no fault.
    pluginTimeout: 60_000,
    // `refuse-unclear-headers.ts` asks for a host; Node's own refusal is a bare status.
    bodyLimit: 64 * 1024, ...limits, http: { requireHostHeader: false, ...limits.http },
    // Closing waits for requests under way and for nothing else.
    forceCloseConnections: 'idle', return503OnClosing: false,
    clientErrorHandler: refuseMalformed(gatewayUrl),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      reply.headers(securityHeaders(gatewayUrl)).header('x-request-id', request.id);
      // No hook of ours runs for these.
      reply.raw.once('finish', () => logRequest(request, reply, () => {}));
      sendProblem(error, request, reply, gatewayUrl);
    },
  };
  return fastify(options) as App;
}

/** Hooks after the answer; the first, so that they see what any other refuses. */
function watchRequests(app: App): RequestMetrics {
  const metrics = new RequestMetrics();
  app.addHook('onResponse', measureRequest(metrics));
  app.addHook('onResponse', logRequest);
  return metrics;
}

/** What is refused before anybody asks who calls. */
function guardFront(app: App, { rateLimits, connectionsPerAddress, trustedProxies = LOOPBACK_PROXIES }: AppParts): void {
  app.decorate('limits', rateLimits ? new RequestLimits(rateLimits) : null);
  if (connectionsPerAddress !== undefined) boundConnections(app.server, connectionsPerAddress, trustedProxies);
  // An expectation that nobody knows may be left alone (RFC 9110, 10.1.1); Node's own refusal is a bare status.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  refuseWhileStopping(app);
  app.addHook('onRequest', refuseUnclearHeaders);
  app.addHook('onRequest', limitAddress);
}

/** What the hooks of `authenticate.ts` find out who calls with. */
function knowCallers(app: App, parts: AppParts): void {
  const { database, clock, gatewayUrl } = parts;
  const keys = new SigningKeys(database, clock, secretBoxOf(parts));
  app.decorate('tokens', new WidgetTokens(keys, clock, gatewayUrl));
  app.decorate('personTokens', new PersonTokens(keys, clock, gatewayUrl));
  app.decorate('proofs', new DpopProofs(clock, gatewayUrl));
  app.decorate('origins', new KnownOrigins(database));
  app.decorateRequest('session', null);
  app.decorateRequest('partner', null);
  app.decorateRequest('caller', null);
}

/** JSON only; anything else is refused before it is read. A DELETE says all in its address, and a body with it is not read. */
function takeBodies(app: App): void {
  app.addHttpMethod('DELETE', { hasBody: false, overrideExisting: true });
  const json = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, json);
}

function answerFailures(app: App, { gatewayUrl }: AppParts): void {
  app.setErrorHandler(async (error, request, reply) => {
    // Who asks too often is not looked up again for it.
    if (!(error instanceof Refusal && error.code === 'KONTOR_RATE_LIMITED')) await allowKnownOrigin(request, reply, app.origins);
    else if (allowNotedOrigin(request, reply, app.origins)) return sendPreflight(reply);
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
  partnerAccessRoutes(app, parts);
  partnerRoutes(app, parts);
  auditRoutes(app, parts);
  operatorPartnerRoutes(app, parts);
  operatorPromoCodeRoutes(app, parts);
  await app.register(async (scope: App) => operatorRoutes(scope, parts));
}
