/**
 * A partner's portal as a partner would write it: a page of its own with Kontor's elements on it, and a
 * backend that holds the API key, knows who is signed in, and asks the gateway for widget sessions.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { mintWidgetSession } from './mint-widget-session.ts';
import { portalPage, signInPage } from './pages.ts';
import { checkPassword, closeSession, currentUser, openSession } from './sign-in.ts';
import { sendFile } from './static-files.ts';
import users from './users.json' with { type: 'json' };
import { isLanguage, type Language } from './words.ts';

const port = Number(process.env['PORTAL_PORT'] ?? 4601);
const origin = `http://127.0.0.1:${port}`;
const gateway = { url: process.env['KONTOR_GATEWAY'] ?? 'http://localhost:4600', apiKey: process.env['KONTOR_API_KEY'] ?? '' };
const kitFolder = process.env['KONTOR_KIT'] ?? join(import.meta.dirname, '../../dist/kit');
const publicFolder = join(import.meta.dirname, 'public');
const demo = users.filter((user) => !('largeOnly' in user) || process.env['PORTAL_DEMO'] === 'large');

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  `connect-src 'self' ${gateway.url}`,
  `img-src 'self' ${gateway.url}`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
const LARGEST_BODY = 4096;

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error('portal:', error instanceof Error ? error.message : 'failed');
    if (!response.headersSent) response.writeHead(error instanceof SyntaxError ? 400 : 500);
    response.end();
  });
});
server.listen(port, '127.0.0.1', () => {
  if (process.send) process.send('listening');
  else console.log(`Portal on ${origin}`);
});
server.on('error', (error: NodeJS.ErrnoException) => {
  const reason = error.code === 'EADDRINUSE' ? `Port ${port} for the portal is taken; set PORTAL_PORT.` : error.message;
  if (process.send) process.send({ failed: reason }, () => process.exit(1));
  else {
    console.error(reason);
    process.exitCode = 1;
  }
});
for (const end of ['SIGINT', 'SIGTERM', 'disconnect'] as const) {
  process.on(end, () => {
    server.close(() => process.exit(0));
    server.closeAllConnections();
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('x-content-type-options', 'nosniff');
  // With `no-referrer` the browser would send `Origin: null` with our own forms.
  response.setHeader('referrer-policy', 'same-origin');
  response.setHeader('cache-control', 'no-store');
  const { pathname } = new URL(request.url ?? '/', origin);
  // The widget sessions are bound to one origin; other names of this host lead there.
  if (request.headers.host !== new URL(origin).host) return redirect(response, origin + pathname);
  const route = `${request.method} ${pathname}`;
  if (route === 'GET /') return showPortal(request, response);
  if (route === 'GET /sign-in') return showSignIn(request, response, 200);
  if (request.method === 'GET') return sendStatic(pathname, request, response);
  // The portal's own forms and calls come from its own pages.
  if (request.headers.origin !== origin) return end(response, 403);
  if (route === 'POST /sign-in') return signIn(request, response);
  if (route === 'POST /sign-out') {
    response.setHeader('set-cookie', closeSession(request));
    return redirect(response, '/sign-in');
  }
  if (route === 'POST /kontor-session') return handOutWidgetSession(request, response);
  return end(response, 404);
}

function showPortal(request: IncomingMessage, response: ServerResponse): void {
  const user = currentUser(request);
  if (!user) return redirect(response, '/sign-in');
  sendHtml(response, 200, portalPage(user, languageOf(request, user.language), gateway.url));
}

function showSignIn(request: IncomingMessage, response: ServerResponse, status: number, email?: string): void {
  sendHtml(response, status, signInPage(languageOf(request), demo, status !== 200, email));
}

async function signIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request);
  const form = new URLSearchParams(body);
  const email = form.get('email') ?? '';
  const user = await checkPassword(email, form.get('password') ?? '');
  if (!user) return showSignIn(request, response, 401, email);
  response.setHeader('set-cookie', openSession(user));
  redirect(response, '/');
}

/** The one route that Kontor needs of a partner. */
async function handOutWidgetSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const user = currentUser(request);
  if (!user) return end(response, 401);
  const wish: unknown = JSON.parse((await readBody(request)) || '{}');
  const organisation = wish && typeof wish === 'object' && 'organisation' in wish ? wish.organisation : undefined;
  if (organisation !== undefined && typeof organisation !== 'string') return end(response, 400);
  const minted = await mintWidgetSession(gateway, user, origin, organisation).catch(() => undefined);
  if (!minted) return end(response, 502);
  response.writeHead(minted.status, { 'content-type': 'application/json' }).end(minted.body);
}

async function sendStatic(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const kit = pathname.startsWith('/kontor/');
  const sent = kit
    ? await sendFile(kitFolder, pathname.slice('/kontor/'.length), request, response)
    : await sendFile(publicFolder, pathname.slice(1), request, response);
  if (!sent) end(response, 404);
}

function languageOf(request: IncomingMessage, own?: string): Language {
  const chosen = /(?:^|;\s*)language=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
  if (isLanguage(chosen)) return chosen;
  const accepted = (request.headers['accept-language'] ?? '').split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return [own, ...accepted].find(isLanguage) ?? 'en';
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new Error('The body is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}

function end(response: ServerResponse, status: number): void {
  response.writeHead(status).end();
}
