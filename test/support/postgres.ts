/**
 * A real PostgreSQL server for tests and benches, in a folder of its own that only a socket leads to. It
 * ends, and its folder goes, with the process that started it, however that ends.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, mkdtempSync, closeSync, openSync, readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres, serverUser } from './postgres-binaries.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';

export interface TestPostgres {
  /** The address of a database, as its superuser. */
  url(database: string): string;
  /** Makes an empty database. @returns its address. */
  createDatabase(name: string): Promise<string>;
  /** Ends the server as a crash would. */
  kill(): void;
  /** Starts it again on the same data, after {@link kill} or from running. */
  restart(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

export interface TestPostgresOptions {
  /** Keep the promises of a commit on disk, for tests of crashes; otherwise speed comes first. */
  readonly durable?: boolean;
}

const startLimitMs = 30_000;
const roomForFastServer = 1024 ** 3;

/** @throws {Error} with one line where no server can be had. */
export async function startPostgres({ durable = false }: TestPostgresOptions = {}): Promise<TestPostgres> {
  const binaries = findPostgres();
  const folder = mkdtempSync(join(durable ? tmpdir() : fastFolder(), 'kp-'));
  const keeper = keep(folder, binaries.temporary);
  const server = new Server(binaries, folder, durable);
  try {
    server.initialise();
    await server.start();
  } catch (error) {
    keeper.stdin?.end();
    throw error;
  }
  return {
    url: (database) => server.url(database),
    createDatabase: async (name) => {
      await server.ask('postgres', `create database ${pg.escapeIdentifier(name)}`);
      return server.url(name);
    },
    kill: () => server.kill(),
    restart: () => server.restart(),
    stop: async () => {
      keeper.stdin?.end();
      await end(keeper);
    },
  };
}

/** Memory, where there is plenty: commits cost a tenth there. */
function fastFolder(): string {
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize > roomForFastServer ? '/dev/shm' : tmpdir();
  } catch {
    return tmpdir();
  }
}

/**
 * A shell that waits for the end of its input, which comes with the end of this process too, even by
 * SIGKILL; then ends the server, gives it ten seconds, and removes the folders.
 */
function keep(folder: string, binaries = ''): ChildProcess {
  const script = `trap '' INT TERM HUP; cat >/dev/null
    pidfile="$1/data/postmaster.pid"; left=200
    server=$(head -n 1 "$pidfile" 2>/dev/null) && kill -INT "$server" 2>/dev/null
    while [ $left -gt 0 ] && [ -e "$pidfile" ] && kill -0 "$server" 2>/dev/null; do sleep 0.05; left=$((left - 1)); done
    rm -rf "$1"; [ -z "$2" ] || rm -rf "$2"`;
  const keeper = spawn('sh', ['-c', script, 'sh', folder, binaries], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  keeper.unref();
  (keeper.stdin as unknown as { unref(): void }).unref();
  return keeper;
}

class Server {
  readonly #binaries: PostgresBinaries;
  readonly #folder: string;
  readonly #settings: readonly string[];
  #process: ChildProcess | undefined;

  constructor(binaries: PostgresBinaries, folder: string, durable: boolean) {
    this.#binaries = binaries;
    this.#folder = folder;
    // Shared memory as files in the folder, so that it goes with the folder after a crash too.
    const memory = 'dynamic_shared_memory_type=mmap';
    const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
    this.#settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=200', memory, ...(durable ? [] : fast)];
  }

  initialise(): void {
    if (serverUser) chownSync(this.#folder, serverUser.uid, serverUser.gid);
    const data = join(this.#folder, 'data');
    mkdirSync(data, { mode: 0o700 });
    if (serverUser) chownSync(data, serverUser.uid, serverUser.gid);
    const args = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync', '--no-instructions'];
    const { status, stderr } = spawnSync(this.#binaries.initdb, args, { ...this.#spawnOptions(), encoding: 'utf8' });
    if (status !== 0) throw new Error(`The test server cannot be set up: ${lastLine(stderr)}`);
  }

  async start(): Promise<void> {
    const deadline = Date.now() + startLimitMs;
    while (!(await this.#tryToStart())) {
      // After a crash the memory of the old server is free only when its last process has noticed.
      if (Date.now() > deadline) throw new Error(`The test server does not start: ${lastLine(readFileSync(this.#log(), 'utf8'))}`);
      await delay(50);
    }
  }

  kill(): void {
    this.#process?.kill('SIGKILL');
  }

  async restart(): Promise<void> {
    if (this.#process && isRunning(this.#process)) {
      this.#process.kill('SIGINT');
      await end(this.#process);
    }
    await this.start();
  }

  url(database: string): string {
    return `postgres://postgres@localhost/${encodeURIComponent(database)}?host=${encodeURIComponent(this.#folder)}`;
  }

  async ask(database: string, text: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url(database) });
    client.on('error', () => {});
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  }

  /** @returns false when the process ended before it answered. */
  async #tryToStart(): Promise<boolean> {
    const log = openSync(this.#log(), 'w');
    const args = ['-D', join(this.#folder, 'data'), ...this.#settings.flatMap((setting) => ['-c', setting])];
    const server = spawn(this.#binaries.postgres, args, { ...this.#spawnOptions(), stdio: ['ignore', log, log], detached: true });
    closeSync(log);
    server.unref();
    this.#process = server;
    while (isRunning(server)) {
      const answered = await this.ask('postgres', 'select 1').then(() => true, () => false);
      if (answered) return true;
      await delay(20);
    }
    return false;
  }

  #log(): string {
    return join(this.#folder, 'log');
  }

  #spawnOptions(): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
    return { ...serverUser, cwd: this.#folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function end(child: ChildProcess): Promise<void> {
  child.ref();
  if (isRunning(child)) await once(child, 'exit');
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
