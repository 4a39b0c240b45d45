import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { App } from '../../server/http/app-parts.ts';

/** One method at one address pattern. */
export interface Route {
  readonly method: string;
  readonly url: string;
}

/** Builds a gateway and lists all its routes: also those that no description names, and the answers to wrong methods. */
export async function routesOf(build: () => Promise<App>): Promise<{ app: App; routes: readonly Route[] }> {
  const routes: Route[] = [];
  const listen = (message: unknown): void => {
    (message as { fastify: App }).fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, url });
    });
  };
  subscribe('fastify.initialization', listen);
  try {
    return { app: await build(), routes };
  } finally {
    unsubscribe('fastify.initialization', listen);
  }
}
