/**
 * The adapter for a PostgreSQL server, version 15 or newer.
 *
 * Roles. `DATABASE_URL` names the owner of the tables: a plain role that may create in its database, no
 * superuser. Transactions take the role `kontor_app`, which owns nothing and so lives under row-level
 * security; `asOwner` stays the owner. For the owner to pass, a table either says `enable row level
 * security` only (PostgreSQL exempts the owner), or, with `force`, has beside its policy for kontor_app
 * `create policy … to current_user using (true) with check (true)`, which names the migrating owner.
 * Both hold on PGlite too, whose superuser passes anyway. `migrate` makes kontor_app where the owner has
 * CREATEROLE; elsewhere an administrator does it once: `create role kontor_app; grant kontor_app to <owner>`.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';
import { StartError } from '../start-error.ts';
import { arrayElements, columnParsers } from './column-parsers.ts';
import type { ColumnParser } from './column-parsers.ts';
import { DatabaseError } from './database.ts';
import type { ConnectionFigures, Database, Parameter, Row } from './database.ts';
import type { Answer, Session, SessionSource } from './session.ts';
import { TransactionalDatabase } from './transactional-database.ts';
import { wireText } from './wire-text.ts';

const oldestVersion = 15;
const serverGone = '08006';
/** More texts than the code has; past it statements are not prepared, so that no server fills with them. */
const preparedTexts = 1000;

export interface PostgresOptions {
  /** Connections at most; 10 unless told. */
  readonly max?: number;
  /** Milliseconds a statement may take; 30,000 unless told. */
  readonly statementLimit?: number;
}

/**
 * Connects to a server.
 * @param url `postgres://user:password@host:port/database`, or with `?host=/socket/folder`.
 * @throws {StartError} where the server cannot be reached or is too old; without the password.
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  const pool = poolFor(url, options);
  try {
    await checkVersion(pool);
  } catch (error) {
    await pool.end();
    throw error instanceof StartError ? error : unreachable(url, error);
  }
  return new TransactionalDatabase('postgres', new PooledSessions(pool));
}

function poolFor(url: string, { max = 10, statementLimit = 30_000 }: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: checkedUrl(url),
    max,
    types: { getTypeParser },
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    // Statements sent without waiting share a round trip.
    pipeline: true,
    onConnect: async (client) => {
      await client.query(`set timezone to 'UTC'; set datestyle to 'ISO'; set statement_timeout to ${statementLimit}`);
    },
  });
  // A lost connection is told to whoever uses it; the same news as an event would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num, current_setting('server_version') as server_version`,
  );
  if (Math.trunc(Number(rows[0]?.server_version_num) / 10_000) >= oldestVersion) return;
  throw new StartError(
    'KONTOR_START_DATABASE_TOO_OLD',
    `The PostgreSQL server of DATABASE_URL is version ${rows[0]?.server_version}; Kontor needs ${oldestVersion} or newer.`,
  );
}

/** An `@` late in the address comes from a raw password, whose rest would pass for the name of the host or database. */
function checkedUrl(url: string): string {
  try {
    void new pg.Client({ connectionString: url });
    if (/^postgres(ql)?:\/\/[^/?#]*([/?#][^@]*)?$/.test(url)) return url;
  } catch {
    // Told below, without what the parser says: that may hold the password.
  }
  throw new StartError(
    'KONTOR_START_DATABASE_UNREACHABLE',
    'DATABASE_URL is no PostgreSQL address; it has the form postgres://user:password@host:5432/database, the password percent-encoded.',
  );
}

function unreachable(url: string, error: unknown): StartError {
  const { host, port, database } = new pg.Client({ connectionString: url });
  const { message, code } = error as Error & { code?: string };
  return new StartError(
    'KONTOR_START_DATABASE_UNREACHABLE',
    `Cannot use the PostgreSQL database "${database}" at ${host}:${port}: ${message || code}. Check DATABASE_URL and that the server runs.`,
  );
}

class PooledSessions implements SessionSource {
  readonly #pool: pg.Pool;
  readonly #names = new Map<string, string>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async lend(): Promise<Session> {
    try {
      const client = await this.#pool.connect();
      return {
        run: (text, parameters) => this.#run(client, text, parameters),
        release: (broken) => client.release(broken),
      };
    } catch (error) {
      throw refusal(error);
    }
  }

  figures(): ConnectionFigures {
    const { totalCount: open, idleCount: idle, waitingCount: waiting } = this.#pool;
    return { open, idle, waiting };
  }

  async end(): Promise<void> {
    await this.#pool.end();
  }

  async #run(client: pg.PoolClient, text: string, parameters: readonly Parameter[] = []): Promise<Answer> {
    try {
      if (parameters.length === 0) return lastOf(await client.query<Row>(text));
      const values = parameters.map((value) => (value instanceof Uint8Array ? value : wireText(value)));
      return await client.query<Row>({ ...this.#name(text), text, values });
    } catch (error) {
      throw refusal(error);
    }
  }

  /** A statement's name, the same wherever its text is: the server plans it once a connection. */
  #name(text: string): { name?: string } {
    const known = this.#names.get(text);
    if (known !== undefined) return { name: known };
    if (this.#names.size >= preparedTexts) return {};
    const name = `kontor_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    this.#names.set(text, name);
    return { name };
  }
}

/** A text of several statements is answered with an array of results. */
function lastOf(result: pg.QueryResult<Row> | pg.QueryResult<Row>[]): Answer {
  const last = Array.isArray(result) ? result.at(-1) : result;
  return { rows: last?.rows ?? [], command: last?.command ?? '' };
}

/**
 * What the server says keeps its code; whatever the driver says itself is about the connection, as are
 * the classes 08 and 57P. The driver's error is not kept: its details hold values of rows.
 */
function refusal(error: unknown): DatabaseError {
  const { message } = error as Error;
  if (!(error instanceof pg.DatabaseError) || error.code === undefined || /^(08|57P)/.test(error.code)) {
    return new DatabaseError(`The database server is gone: ${message}`, serverGone);
  }
  return new DatabaseError(message, error.code, error.constraint);
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): ColumnParser {
  const parser = columnParsers[oid];
  if (parser) return parser;
  const element = arrayElements[oid];
  if (element === undefined) return pg.types.getTypeParser(oid, format as 'text');
  return parseArray(columnParsers[element] ?? String);
}

function parseArray(parser: ColumnParser): ColumnParser {
  const textArray: number = 1009;
  const split: ColumnParser = pg.types.getTypeParser(textArray, 'text');
  const parsed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(parsed);
    return value === null ? null : parser(String(value));
  };
  return (text) => parsed(split(text));
}
