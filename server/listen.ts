import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import type { App } from './http/app-parts.ts';

/** Of a machine that has no IPv6. */
const NO_SUCH_ADDRESS = new Set(['EADDRNOTAVAIL', 'EAFNOSUPPORT']);

/**
 * Listens until the app is closed. `localhost` may mean either loopback address, so it is both; what comes over
 * the second goes to the app's one server and is answered, bounded and finished there as everything else
 * (Fastify's second server would refuse in other words and be cut off when the gateway stops).
 * @returns closes the app, once what it accepted is answered
 */
export async function listen(app: App, host: string, port: number): Promise<() => Promise<void>> {
  if (host !== 'localhost') {
    await app.listen({ host, port });
    return () => app.close();
  }
  await app.listen({ host: '127.0.0.1', port });
  const door = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => app.server.emit('connection', socket));
  try {
    await once(door.listen({ host: '::1', port }), 'listening');
  } catch (error) {
    if (!NO_SUCH_ADDRESS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    return () => app.close();
  }
  return async () => void (await Promise.all([closed(door), app.close()]));
}

function closed(door: Server): Promise<void> {
  return new Promise((resolve) => door.close(() => resolve()));
}
