import { createServer } from 'node:net';
import { StartError } from '../server/start-error.ts';

/**
 * Sees whether a port can be had, by having it for a moment. What else may be wrong with it shows when it is used.
 * @param name of the setting that chooses it
 * @throws {StartError} where something else has it
 */
export function requireFreePort(port: number, host: string, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      if (code !== 'EADDRINUSE') return resolve();
      reject(new StartError('KONTOR_START_PORT_TAKEN', `Port ${port} is taken: end what uses it, or set ${name} to another one.`));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
