import { resolve } from 'node:path';

/** What a gateway is told from outside; the environment of the process. */
export interface GatewayConfig {
  /** Address to listen on. `localhost` listens on both loopback addresses. */
  readonly host: string;
  readonly port: number;
  /** Origin under which people and partners reach the gateway. */
  readonly url: string;
  /** Absolute path of the data folder. */
  readonly folder: string;
  /** A PostgreSQL in place of the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly operatorKey: string | undefined;
}

const DEFAULT_PORT = 4600;
export const DEFAULT_FOLDER = '.kontor';

/**
 * Reads the environment.
 * @throws {RangeError} with one line for a person, where a value cannot be meant
 */
export function readConfig(env: NodeJS.ProcessEnv, folder = DEFAULT_FOLDER): GatewayConfig {
  const port = readPort('PORT', env['PORT'], DEFAULT_PORT);
  const host = env['HOST'] || 'localhost';
  return {
    host,
    port,
    url: readOrigin(env['KONTOR_URL']) ?? `http://localhost:${port}`,
    folder: resolve(env['KONTOR_DATA_DIR'] || folder),
    databaseUrl: env['DATABASE_URL'] || undefined,
    operatorKey: env['KONTOR_OPERATOR_KEY'] || undefined,
  };
}

/** @throws {RangeError} */
export function readPort(name: string, text: string | undefined, fallback: number): number {
  const port = text ? Number(text) : fallback;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new RangeError(`${name} is no port number: use 1 to 65535.`);
  return port;
}

function readOrigin(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) throw new RangeError('KONTOR_URL is no web address.');
  return url.origin;
}
