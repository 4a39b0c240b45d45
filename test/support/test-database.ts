import { randomUUID } from 'node:crypto';
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
const made: string[] = [];

/**
 * An empty database of a real server for this test file, dropped when its process ends. Its owner is a plain
 * role, as in production: no superuser, and allowed to take the role of the application. A file run by
 * hand, without the runner, starts a server of its own.
 * @returns its address, as the owner.
 */
export async function testDatabase(): Promise<string> {
  server ??= serverOfThisFile();
  const address = await server;
  const name = `kontor_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(address);
  url.pathname = `/${name}`;
  url.username = name;
  url.password = randomUUID();
  await ask(address, makeApplicationRole);
  await ask(address, `create role ${name} login password '${url.password}'; grant kontor_app to ${name}; grant ${name} to current_user`);
  await ask(address, `create database ${name} owner ${name}`);
  // Not a hook of node:test: called within another hook, that would run as soon as the other ends.
  if (made.length === 0) process.once('beforeExit', () => void dropMade(address));
  made.push(name);
  return url.href;
}

/** The role belongs to the server, and several test files may make it at once. */
const makeApplicationRole = `
  do $$ begin create role kontor_app nologin; exception when duplicate_object or unique_violation then null; end $$`;

async function dropMade(address: string): Promise<void> {
  for (const name of made) {
    await ask(address, `drop database ${name} with (force)`);
    await ask(address, `drop role ${name}`);
  }
}

async function serverOfThisFile(): Promise<string> {
  const given = process.env[runsServer] ?? process.env['TEST_DATABASE_URL'];
  if (given) return given;
  // It ends with this process.
  return (await startPostgres()).url('postgres');
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
