import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { App } from '../../../server/http/app-parts.ts';
import { ANSWERS, CALLERS, ROUTES } from '../access-table.ts';
import type { Answer, Caller } from '../access-table.ts';

/** Whose organisation, or thing in it, a request names. */
export const WHOSE = ['own', 'foreign', 'missing'] as const;
export type Whose = (typeof WHOSE)[number];

/** A row of the table of routes. */
export interface RouteRow {
  readonly method: string;
  readonly path: string;
  readonly kind: string;
  readonly ok: number;
}

/** The table of routes, read. */
export const ROUTE_ROWS: readonly RouteRow[] = lines(ROUTES).map(([method = '', path = '', kind = '', ok]) => ({ method, path, kind, ok: Number(ok) }));

const answers = new Map(lines(ANSWERS).slice(1).map(([kind, whose, ...row]) => [`${kind} ${whose}`, row as Answer[]]));

/** What a class of routes answers a caller who asks about an organisation; `undefined` where the class has no such question. */
export function answerTo(kind: string, whose: Whose, caller: Caller): Answer | undefined {
  if (kind === 'page') return 'ok';
  return answers.get(`${kind} ${whose}`)?.[CALLERS.indexOf(caller)];
}

/** What is wrong with the tables themselves. */
export function tableFaults(): string[] {
  const kinds = new Set(ROUTE_ROWS.map(({ kind }) => kind));
  const known = new Set([...answers.keys()].map((key) => key.split(' ')[0] ?? '').concat('page'));
  return [
    ...[...answers].filter(([, row]) => row.length !== CALLERS.length).map(([key]) => `access-table: the answers of "${key}" are not one a caller`),
    ...[...kinds].filter((kind) => !known.has(kind)).map((kind) => `access-table: no answers for the class "${kind}"`),
    ...[...known].filter((kind) => !kinds.has(kind)).map((kind) => `access-table: no route is of the class "${kind}"`),
  ];
}

/** Method and path of every route that is added while `work` builds a gateway, also those hidden from the API description. */
export async function routesAddedBy<T>(work: () => Promise<T>): Promise<{ result: T; routes: Set<string> }> {
  const routes = new Set<string>();
  const listen = (message: unknown): void => {
    (message as { fastify: App }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.add(`${one} ${rowPath(url)}`);
    });
  };
  subscribe('fastify.initialization', listen);
  try {
    return { result: await work(), routes };
  } finally {
    unsubscribe('fastify.initialization', listen);
  }
}

/** The style sheet's name changes with its content; `/docs` stands in the table without its slash. */
function rowPath(url: string): string {
  if (url === '/docs/') return '/docs';
  return url.replace(/^\/sign-in\/page-[0-9a-f]+\.css$/, '/sign-in/:stylesheet');
}

function lines(text: string): string[][] {
  return text.trim().split('\n').map((line) => line.trim().split(/\s+/));
}
