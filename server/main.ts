/** The gateway alone, as an operator runs it: `node server/main.ts`. Settings come from the environment. */
import { readConfig } from './config.ts';
import { exitWith, stopOnSignal } from './process-end.ts';
import { startGateway } from './start-gateway.ts';

try {
  const gateway = await startGateway(readConfig(process.env));
  stopOnSignal(() => gateway.stop());
  console.log(`Kontor gateway on ${gateway.url}`);
  if (gateway.engine === 'pglite') {
    console.log('The embedded database never syncs to disk: a power failure may lose data. Production uses DATABASE_URL.');
  }
} catch (error) {
  exitWith(error);
}
