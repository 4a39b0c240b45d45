import type { FastifySchema, HTTPMethods } from 'fastify';
import type { App } from './app-parts.ts';
import { Refusal } from './refusal.ts';

const METHODS: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Keeps a route out of the API description. */
const HIDDEN: FastifySchema & { hide: true } = { hide: true };

/**
 * Gives every address an answer for the methods it does not take: 405 with those that it takes. Call
 * before the first route is added; the returned function, after the last one, adds the answers.
 */
export function watchMethods(app: App): () => void {
  const taken = new Map<string, Set<string>>();
  let watching = true;
  app.addHook('onRoute', ({ url, method }) => {
    if (!watching) return;
    const methods = taken.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    taken.set(url, methods);
  });
  return () => {
    watching = false;
    for (const [url, methods] of taken) refuseOthers(app, url, methods);
  };
}

function refuseOthers(app: App, url: string, taken: ReadonlySet<string>): void {
  const allow = [...taken].join(', ');
  app.route({
    method: METHODS.filter((method) => !taken.has(method)),
    url,
    schema: HIDDEN,
    exposeHeadRoute: false,
    onRequest: async (_request, reply) => {
      reply.header('allow', allow);
      throw new Refusal('KONTOR_METHOD_NOT_ALLOWED');
    },
    handler: () => {},
  });
}
