import type { Access, Method } from './api-description.ts';
import { ORIGIN } from '../../support/fixture.ts';
import { session } from './stage.ts';
import type { Side, Stage } from './stage.ts';

/** Who asks, and with which fault. */
export const CREDENTIALS = [
  'session', 'person', 'member', 'foreign-session', 'foreign-person', 'partner', 'foreign-partner', 'operator', 'nobody',
  'session-without-origin', 'session-elsewhere', 'person-without-proof', 'person-as-bearer', 'session-as-person', 'rubbish', 'basic', 'cut',
] as const;
export type Credential = (typeof CREDENTIALS)[number];

/** Those that a kind of route is for. */
export const RIGHT: Readonly<Record<Access, readonly Credential[]>> = {
  public: ['nobody'], session: ['session', 'person'], partner: ['partner'], operator: ['operator'],
};

/** Whose data the answer may hold; the operator may see all. */
export function mayRead(credential: Credential, { own, foreign }: Stage): readonly Side[] {
  if (credential === 'operator') return [own, foreign];
  if (credential.startsWith('foreign-')) return [foreign];
  return ['session', 'person', 'member', 'partner'].includes(credential) ? [own] : [];
}

type Headers = Record<string, string>;

/** The headers that a request is sent with. */
export async function headersOf(credential: Credential, stage: Stage, method: Method, url: string): Promise<Headers> {
  const { own, foreign, memberToken, fixture } = stage;
  switch (credential) {
    // The session that is ended must not be everybody's.
    case 'session': return page(method === 'DELETE' ? await session(fixture, own.partner, own.account) : own.token);
    case 'member': return page(memberToken);
    case 'foreign-session': return page(foreign.token);
    case 'person': return await proven(own, method, url);
    case 'foreign-person': return await proven(foreign, method, url);
    case 'session-elsewhere': return page(own.token, 'https://evil.test');
    default: return plain(credential, stage);
  }
}

function plain(credential: Credential, { own, foreign, fixture }: Stage): Headers {
  const authorization: Partial<Record<Credential, string>> = {
    partner: `Bearer ${own.partner.key}`, 'foreign-partner': `Bearer ${foreign.partner.key}`, operator: `Bearer ${fixture.operatorKey}`,
    'session-without-origin': `Bearer ${own.token}`, 'person-without-proof': `DPoP ${own.person.token}`, 'person-as-bearer': `Bearer ${own.person.token}`,
    'session-as-person': `DPoP ${own.token}`, rubbish: 'Bearer ../../__proto__', basic: 'Basic YWRtaW46YWRtaW4=', cut: `Bearer ${own.token.slice(0, -20)}`,
  };
  const value = authorization[credential];
  return value === undefined ? {} : { authorization: value };
}

function page(token: string, origin = ORIGIN): Headers {
  return { authorization: `Bearer ${token}`, origin };
}

async function proven({ person }: Side, method: Method, url: string): Promise<Headers> {
  return { authorization: `DPoP ${person.token}`, dpop: await person.proof(method, url) };
}
