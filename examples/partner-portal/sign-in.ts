import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import users from './users.json' with { type: 'json' };

/**
 * Who may use this portal. A real portal has its own user table; what it needs for Kontor is one column
 * more: the person's account id at the gateway.
 */
export interface PortalUser {
  email: string;
  name: string;
  language: string;
  kontorAccount: string;
}

const COOKIE = 'example_portal';
const LIFE_MS = 8 * 60 * 60 * 1000;
const derive = promisify<string, string, number, Buffer>(scrypt);
const signedIn = new Map<string, { user: PortalUser; until: number }>();

/** The user with this e-mail and password; the same work is done for an unknown e-mail. */
export async function checkPassword(email: string, password: string): Promise<PortalUser | undefined> {
  const user = users.find((candidate) => candidate.email === email.trim().toLowerCase());
  const stored = (user ?? users[0])?.password;
  if (!stored) return undefined;
  const hash = await derive(password, stored.salt, 32);
  return timingSafeEqual(hash, Buffer.from(stored.hash, 'base64url')) ? user : undefined;
}

/** Opens the portal's own session. @returns the Set-Cookie value */
export function openSession(user: PortalUser): string {
  const id = randomBytes(32).toString('base64url');
  for (const [other, { until }] of signedIn) if (until < Date.now()) signedIn.delete(other);
  signedIn.set(id, { user, until: Date.now() + LIFE_MS });
  return `${COOKIE}=${id}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${LIFE_MS / 1000}`;
}

/** Ends the portal's own session. @returns the Set-Cookie value */
export function closeSession(request: IncomingMessage): string {
  signedIn.delete(sessionId(request));
  return `${COOKIE}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0`;
}

/** Who is signed in at the portal. */
export function currentUser(request: IncomingMessage): PortalUser | undefined {
  const session = signedIn.get(sessionId(request));
  return session && session.until > Date.now() ? session.user : undefined;
}

function sessionId(request: IncomingMessage): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === COOKIE)?.[1] ?? '';
}
