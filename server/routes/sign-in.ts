import type { FastifyReply, FastifyRequest } from 'fastify';
import { errors } from 'oidc-provider';
import type { Interaction } from 'oidc-provider';
import { PROBLEMS } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/session.ts';
import { secretBoxOf } from '../http/app-parts.ts';
import type { App, AppParts } from '../http/app-parts.ts';
import { limitSignIn } from '../http/limit-requests.ts';
import { problemOf, RETRY_AFTER_SECONDS } from '../http/problem-details.ts';
import { sourceOf } from '../http/source-of.ts';
import { asIssuer, handOver } from '../http/to-provider.ts';
import { checkSignIn } from '../identity/sign-in/check-sign-in.ts';
import { chooseLanguage } from '../identity/sign-in/choose-language.ts';
import { formToken, isFormToken } from '../identity/sign-in/form-token.ts';
import { endSession } from '../identity/sign-in/end-grant.ts';
import type { Ending } from '../identity/sign-in/end-grant.ts';
import { endInteraction, openInteraction, signOutOther } from '../identity/sign-in/interaction.ts';
import { logRefusals } from '../identity/sign-in/log-refusals.ts';
import { noticePage, signOutPage } from '../identity/sign-in/pages/notice-page.ts';
import { pagePolicy, STYLES, STYLES_PATH } from '../identity/sign-in/pages/page.ts';
import { signInPage } from '../identity/sign-in/pages/sign-in-page.ts';
import type { FormFault } from '../identity/sign-in/pages/sign-in-page.ts';
import { SignInProvider } from '../identity/sign-in/sign-in-provider.ts';

/** What the OpenID provider answers itself. */
const ENDPOINTS = [
  '/.well-known/openid-configuration', '/.well-known/oauth-authorization-server',
  '/oauth/authorize', '/oauth/authorize/:uid', '/oauth/token', '/oauth/revoke',
] as const;

const STATUSES = { 'email-missing': 422, 'password-missing': 422, wrong: 422, busy: 503, 'form-expired': 403 } as const;

type Parts = AppParts & { readonly signIn: SignInProvider };

/** Sign-in of people: the OpenID provider and its pages. Register it before the API is described: it is none of it. */
export async function signInRoutes(app: App, parts: AppParts): Promise<void> {
  const signIn = new SignInProvider(parts, app.tokens.keys, secretBoxOf(parts), (provider) => logRefusals(provider, app.log));
  await app.register(async (scope: App) => providerEndpoints(scope, { ...parts, signIn }));
  await app.register(async (scope: App) => pages(scope, { ...parts, signIn }));
}

function providerEndpoints(scope: App, { gatewayUrl, signIn }: Parts): void {
  scope.addHook('onRequest', limitSignIn);
  scope.removeAllContentTypeParsers();
  // The provider reads the body itself.
  scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
  for (const url of ENDPOINTS) {
    scope.route({
      method: ['GET', 'POST'], url,
      handler: async (request, reply) => {
        const { provider } = await signIn.current();
        await handOver(request, reply, gatewayUrl, provider.callback());
      },
    });
  }
}

function pages(scope: App, parts: Parts): void {
  const { gatewayUrl } = parts;
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: 16 * 1024 },
    (_request, text, done) => done(null, new URLSearchParams(String(text))));
  scope.addHook('onRequest', limitSignIn);
  scope.addHook('onRequest', async (request) => void asIssuer(request.raw, gatewayUrl));
  scope.setErrorHandler(async (error, request, reply) => showError(error, request, reply));
  scope.get(STYLES_PATH, async (_request, reply) =>
    await reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(STYLES));
  scope.get<{ Params: { uid: string } }>('/sign-in/:uid', async (request, reply) => await showSignIn(parts, request, reply));
  scope.post<{ Params: { uid: string } }>('/sign-in/:uid', async (request, reply) => await takeSignIn(parts, request, reply));
  scope.get('/sign-out', async (request, reply) => await signOut(parts, request, reply));
  scope.post('/sign-out', async (request, reply) => await signOut(parts, request, reply));
}

type Asked = FastifyRequest<{ Params: { uid: string } }>;

async function showSignIn(parts: Parts, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { provider } = await parts.signIn.current();
  const interaction = await openInteraction(provider, exchange(request, reply), request.params.uid);
  // What the extension asks for is granted with the sign-in (decision 0005).
  if (interaction.prompt.name === 'consent') return reply.redirect(await endInteraction(interaction, { consent: {} }), 303);
  return await showForm(parts, request, reply, interaction, { email: text(interaction.params['login_hint']).slice(0, 254) });
}

async function takeSignIn(parts: Parts, request: Asked, reply: FastifyReply): Promise<FastifyReply> {
  const { provider, formSecret } = await parts.signIn.current();
  const interaction = await openInteraction(provider, exchange(request, reply), request.params.uid);
  const form = formOf(request);
  // PostgreSQL knows no text with a zero character.
  const [email, password] = [(form.get('email') ?? '').replaceAll('\0', ''), form.get('password') ?? ''];
  const again = (fault: FormFault) => showForm(parts, request, reply, interaction, { email: email.slice(0, 254), fault });
  if (!isFormToken(form.get('token') ?? '', formSecret, interaction.uid)) return await again('form-expired');
  if (form.get('act') === 'cancel') return reply.redirect(await endInteraction(interaction, { error: 'access_denied' }), 303);
  if (email.trim() === '') return await again('email-missing');
  if (password === '') return await again('password-missing');
  const outcome = await checkSignIn(parts, { email, password }, sourceOf(request));
  if ('account' in outcome) {
    const result = { login: { accountId: outcome.account, amr: ['pwd'] }, consent: {} };
    await signOutOther(parts.database, interaction, outcome.account, signOutBy(parts, request));
    return reply.redirect(await endInteraction(interaction, result), 303);
  }
  request.log.warn({ requestId: request.id, refused: outcome.refused }, 'A sign-in was refused.');
  return await again(outcome.refused === 'too-many' ? outcome : outcome.refused);
}

async function showForm(
  parts: Parts, request: FastifyRequest, reply: FastifyReply, { uid, params }: Interaction, { email, fault }: { email: string; fault?: FormFault },
): Promise<FastifyReply> {
  const { formSecret } = await parts.signIn.current();
  const language = languageOf(request, params['ui_locales']);
  const gateway = new URL(parts.gatewayUrl).host;
  if (typeof fault === 'object') reply.header('retry-after', String(fault.retryAfterSeconds)).code(429);
  else if (fault !== undefined) reply.code(STATUSES[fault]);
  return await send(reply, signInPage({ language, gateway, token: formToken(formSecret, uid), email, fault }), [text(params['redirect_uri'])]);
}

/** Asks first; then ends the session of this browser and what was granted in it. */
async function signOut(parts: Parts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { provider, formSecret } = await parts.signIn.current();
  const session = await provider.Session.get(provider.createContext(request.raw, reply.raw) as never);
  const language = languageOf(request);
  if (session.accountId === undefined) return await send(reply, noticePage(language, 'signedOut'));
  const asked = request.method === 'POST' && isFormToken(formOf(request).get('token') ?? '', formSecret, session.uid);
  if (!asked) return await send(reply, signOutPage(language, formToken(formSecret, session.uid)));
  await endSession(parts.database, session.uid, signOutBy(parts, request));
  return await send(reply, noticePage(language, 'signedOut'));
}

function signOutBy({ clock }: Parts, request: FastifyRequest): Ending {
  return { act: 'account.sign-out', at: clock.now(), source: sourceOf(request) };
}

async function showError(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { code } = problemOf(error);
  const { status } = PROBLEMS[code];
  const language = languageOf(request);
  if (error instanceof errors.SessionNotFound) return await send(reply.code(400), noticePage(language, 'expired', request.id));
  if (code === 'KONTOR_RATE_LIMITED') return await send(reply.code(status), noticePage(language, 'tooOften', request.id));
  if (status < 500) return await send(reply.code(status), noticePage(language, 'refused', request.id));
  request.log.error({ err: error, requestId: request.id }, 'A page of sign-in failed.');
  if (status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS);
  return await send(reply.code(status), noticePage(language, 'fault', request.id));
}

async function send(reply: FastifyReply, page: string, formTargets?: readonly string[]): Promise<FastifyReply> {
  return await reply.type('text/html; charset=utf-8').header('content-security-policy', pagePolicy(formTargets)).send(page);
}

function languageOf(request: FastifyRequest, wished?: unknown): Language {
  const { lang } = request.query as { lang?: unknown };
  return chooseLanguage(text(lang), text(wished), request.headers['accept-language']);
}

function formOf(request: FastifyRequest): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
}

function exchange(request: FastifyRequest, reply: FastifyReply) {
  return { request: request.raw, response: reply.raw };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
