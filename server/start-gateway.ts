import { buildApp } from './app.ts';
import { systemClock } from './clock.ts';
import type { GatewayConfig } from './config.ts';
import type { App } from './http/app-parts.ts';
import { logSettings } from './http/log-settings.ts';
import { sealedBox } from './identity/sealed-box.ts';
import { secretHash } from './identity/secret-hash.ts';
import { jobHandlers } from './jobs/handlers.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { DEMO_OPERATOR_KEY } from './seed/demo-credentials.ts';
import { isSeeded } from './seed/seed.ts';
import { listen } from './listen.ts';
import { StartError } from './start-error.ts';
import { announceAddress, lockDataFolder } from './storage/data-folder-lock.ts';
import type { Database } from './storage/database.ts';
import { migrate } from './storage/migrate.ts';
import { openDatabase } from './storage/open-database.ts';

/** Where only this machine can reach it. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

export interface RunningGateway {
  readonly url: string;
  readonly engine: Database['engine'];
  readonly database: Database;
  /** Takes no more requests, finishes the accepted ones and the job under way, and gives everything back. */
  stop(): Promise<void>;
}

/** What whoever starts a gateway may want to see or do on the way. */
export interface StartHooks {
  /** Told what it is busy with, in order. */
  readonly onStep?: (step: string) => void;
  /** Runs on the migrated database before anybody can reach it. */
  readonly prepare?: (database: Database) => Promise<void>;
}

/**
 * Starts a gateway: data folder, database, migrations, HTTP, jobs. Whatever fails, what was taken before
 * is given back.
 * @throws {StartError} where a person can do something about it
 */
export async function startGateway(config: GatewayConfig, { onStep = () => {}, prepare }: StartHooks = {}): Promise<RunningGateway> {
  const undo: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    if (!config.databaseUrl) undo.push(await lockDataFolder(config.folder));
    onStep('Opening the database');
    const database = await openDatabase({ url: config.databaseUrl, folder: config.folder });
    undo.push(() => database.close());
    await migrate(database, (name) => onStep(`Migrating: ${name}`));
    await prepare?.(database);
    const app = await makeApp(config, database);
    let close = (): Promise<void> => app.close();
    undo.push(() => close());
    const onError = (error: unknown): void => app.log.error(error, 'The job queue failed.');
    const jobs = startJobs({ database, clock: systemClock, handlers: jobHandlers(), onError });
    undo.push(() => jobs.stop());
    close = await listenOrSay(app, config);
    if (!config.databaseUrl) announceAddress(config.folder, config.url);
    return { url: config.url, engine: database.engine, database, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function makeApp(config: GatewayConfig, database: Database): Promise<App> {
  const seeded = await isSeeded(database);
  if (seeded && !LOOPBACK.has(config.host)) {
    throw new StartError('KONTOR_START_NOT_LOOPBACK', `The database holds the public demo sign-ins, so the gateway does not listen on ${config.host}: use HOST=localhost, or a database without the demo.`);
  }
  const { operatorKey = seeded ? DEMO_OPERATOR_KEY : undefined, metricsKey, rateLimits, connectionsPerAddress, trustedProxies } = config;
  return await buildApp({
    database,
    clock: systemClock,
    gatewayUrl: config.url,
    logger: logSettings(config.logLevel ?? (seeded ? 'warn' : 'info')),
    secretBox: await sealedBox(config, database, seeded),
    connectionsPerAddress,
    trustedProxies,
    ...(rateLimits ? { rateLimits } : {}),
    ...(operatorKey === undefined ? {} : { operatorKeyHash: secretHash(operatorKey) }),
    ...(metricsKey === undefined ? {} : { metricsKeyHash: secretHash(metricsKey) }),
  });
}

async function listenOrSay(app: App, { host, port }: GatewayConfig): Promise<() => Promise<void>> {
  try {
    return await listen(app, host, port);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new StartError('KONTOR_START_PORT_TAKEN', `Port ${port} is taken: end what uses it, or set PORT to another one.`);
    }
    if (syscall === undefined) throw error;
    throw new StartError('KONTOR_START_CANNOT_LISTEN', `The gateway cannot listen on ${host}, port ${port} (${code}): set HOST or PORT to others.`);
  }
}
