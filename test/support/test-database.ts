import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import pg from 'pg';
import { startPostgres } from './postgres.ts';

/** Names the run's server to the test files: the address of its `postgres` database. */
const runsServer = 'KONTOR_TEST_POSTGRES';

/**
 * For the runner: has one server ready for all test files, which find it through the environment.
 * `TEST_DATABASE_URL`, the address of any database of a server whose role may make databases and roles,
 * is used instead where it is set.
 * @returns ends what was started.
 * @throws {Error} with one line where no server can be had.
 */
export async function provideTestServer(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    process.env[runsServer] = given;
    return async () => {};
  }
  const server = await startPostgres();
  process.env[runsServer] = server.url('postgres');
  return () => server.stop();
}

let server: Promise<string> | undefined;

/**
 * An empty database of a real server for this test file, dropped when the file ends. A file run by hand,
 * without the runner, starts a server of its own.
 * @returns its address.
 */
export async function testDatabase(): Promise<string> {
  server ??= serverOfThisFile();
  const address = await server;
  const name = `kontor_${randomUUID().replaceAll('-', '')}`;
  await ask(address, `create database ${name}`);
  after(() => ask(address, `drop database if exists ${name} with (force)`));
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

async function serverOfThisFile(): Promise<string> {
  const given = process.env[runsServer] ?? process.env['TEST_DATABASE_URL'];
  if (given) return given;
  const own = await startPostgres();
  after(() => own.stop());
  return own.url('postgres');
}

async function ask(address: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
