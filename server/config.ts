import { resolve } from 'node:path';
import { RATE_LIMITS, limitVariable } from './http/rate-limits.ts';
import type { RateLimitSettings } from './http/rate-limits.ts';
import { LOOPBACK_PROXIES, readProxies } from './identity/sign-in/caller-address.ts';
import type { TrustedProxies } from './identity/sign-in/caller-address.ts';
import { SecretBox } from './identity/secret-box.ts';

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
  /** Opens `/metrics` and nothing else. */
  readonly metricsKey: string | undefined;
  /** Seals the secrets in the database; undefined where no key was given. */
  readonly secretBox: SecretBox | undefined;
  /** Undefined where they are off. */
  readonly rateLimits: RateLimitSettings | undefined;
  /** Open connections from one address at most. */
  readonly connectionsPerAddress: number;
  readonly trustedProxies: TrustedProxies;
  /** Undefined: requests are logged, but not in a demo. */
  readonly logLevel: LogLevel | undefined;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

const DEFAULT_PORT = 4600;
const DEFAULT_CONNECTIONS = 512;
const DEFAULT_FOLDER = '.kontor';

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
    metricsKey: env['KONTOR_METRICS_KEY'] || undefined,
    secretBox: readSecretBox(env),
    rateLimits: readRateLimits(env),
    connectionsPerAddress: readCount('KONTOR_CONNECTIONS_PER_ADDRESS', env, DEFAULT_CONNECTIONS),
    trustedProxies: env['KONTOR_TRUSTED_PROXIES'] ? readProxies(env['KONTOR_TRUSTED_PROXIES']) : LOOPBACK_PROXIES,
    logLevel: readLogLevel(env['LOG_LEVEL']),
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

/** The key that seals, then those that only open. */
function readSecretBox(env: NodeJS.ProcessEnv): SecretBox | undefined {
  const [key, also] = [env['KONTOR_SECRET_KEY'], env['KONTOR_SECRET_KEYS_READ']];
  if (!key) {
    if (also) throw new RangeError('KONTOR_SECRET_KEYS_READ goes with KONTOR_SECRET_KEY, which is missing.');
    return undefined;
  }
  try {
    return new SecretBox([key, ...(also ?? '').split(/[\s,]+/).filter((one) => one !== '')]);
  } catch {
    throw new RangeError('KONTOR_SECRET_KEY and KONTOR_SECRET_KEYS_READ take keys of 32 random bytes in base64url (43 characters).');
  }
}

function readRateLimits(env: NodeJS.ProcessEnv): RateLimitSettings | undefined {
  const wish = env['KONTOR_RATE_LIMITS'] || 'on';
  if (wish !== 'on' && wish !== 'off') throw new RangeError('KONTOR_RATE_LIMITS is on or off.');
  const settings = Object.entries(RATE_LIMITS).map(([name, most]) => [name, readCount(limitVariable(name), env, most)]);
  return wish === 'on' ? (Object.fromEntries(settings) as RateLimitSettings) : undefined;
}

function readCount(name: string, env: NodeJS.ProcessEnv, fallback: number): number {
  const count = env[name] ? Number(env[name]) : fallback;
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`${name} is no number from 1 on.`);
  return count;
}

function readLogLevel(text: string | undefined): LogLevel | undefined {
  if (!text) return undefined;
  const level = LOG_LEVELS.find((one) => one === text);
  if (!level) throw new RangeError(`LOG_LEVEL is one of ${LOG_LEVELS.join(', ')}.`);
  return level;
}
