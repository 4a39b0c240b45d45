/**
 * One process a data folder. The lock is the file `kontor.lock`, which names its holder: process number,
 * start time and machine, and, once the gateway listens, its address. A dead holder's lock is taken
 * over; age says nothing, so a paused process keeps its lock.
 */
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { v4 as randomId } from 'uuid';
import { StartError } from '../start-error.ts';
import { processStart } from './process-start.ts';

interface Holder {
  /** Of this one lock; tells it from any other of the same process. */
  readonly id: string;
  readonly pid: number;
  readonly started: string;
  readonly host: string;
  readonly address?: string;
}

/**
 * Locks a data folder, making the folder where there is none.
 * @returns gives the lock back.
 * @throws {StartError} when another process holds it, or the folder cannot be written.
 */
export async function lockDataFolder(folder: string): Promise<() => void> {
  const holder: Holder = { id: randomId(), pid: process.pid, started: processStart(process.pid) ?? '', host: hostname() };
  try {
    makeFolder(folder);
    take(lockPath(folder), holder);
  } catch (error) {
    throw error instanceof StartError ? error : unwritable(folder, error);
  }
  return () => giveBack(lockPath(folder), holder);
}

/**
 * Writes into the lock where this gateway listens, for {@link runningGateway}.
 * @throws {Error} when this process does not hold the lock.
 */
export function announceAddress(folder: string, url: string): void {
  const holder = read(lockPath(folder));
  if (holder?.pid !== process.pid) throw new Error('Only the holder of the data folder announces an address.');
  writeAside(lockPath(folder), { ...holder, address: url }, (aside) => renameSync(aside, lockPath(folder)));
}

/** The address of the gateway that runs on this data folder, if one does and listens. */
export function runningGateway(folder: string): string | undefined {
  const holder = read(lockPath(folder));
  return holder && holder.host === hostname() && isAlive(holder) ? holder.address : undefined;
}

/** Step by step: Node's recursive mkdir never ends where a folder answers ENOENT to a new entry (`/proc`). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function lockPath(folder: string): string {
  return join(folder, 'kontor.lock');
}

/**
 * Takes the lock file at `path`: by linking a complete file to its name, which fails where one is. A
 * dead holder's file may be replaced only by whoever holds the lock on that very file, named after its
 * id; so of two that come at once, one wins, and a winner that dies half-way is itself replaced.
 */
function take(path: string, holder: Holder): void {
  writeAside(path, holder, (aside) => {
    if (linked(aside, path)) return;
    const dead = read(path);
    if (dead === undefined || !isDead(dead)) throw busy(path, dead);
    const claim = `${path}.${dead.id}`;
    take(claim, holder);
    try {
      if (read(path)?.id !== dead.id) throw busy(path, read(path));
      renameSync(aside, path);
    } finally {
      giveBack(claim, holder);
    }
  });
}

function giveBack(path: string, holder: Holder): void {
  if (read(path)?.id === holder.id) rmSync(path, { force: true });
}

function writeAside(path: string, holder: Holder, use: (aside: string) => void): void {
  const aside = `${path}.${randomId()}.new`;
  try {
    writeFileSync(aside, `${JSON.stringify(holder)}\n`, { flag: 'wx', mode: 0o600 });
    use(aside);
  } finally {
    rmSync(aside, { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  return processStart(holder.pid) === holder.started;
}

/** Processes of another machine or container cannot be looked up, so they never count as dead. */
function isDead(holder: Holder): boolean {
  return holder.host === hostname() && !isAlive(holder);
}

function busy(path: string, holder: Holder | undefined): StartError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new StartError(
    'KONTOR_START_FOLDER_BUSY',
    `The data folder is in use by ${who}. Stop it, or set KONTOR_DATA_DIR to another folder. (If it surely no longer runs, delete ${path}.)`,
  );
}

function unwritable(folder: string, error: unknown): StartError {
  const { code } = error as NodeJS.ErrnoException;
  return new StartError(
    'KONTOR_START_FOLDER_UNWRITABLE',
    `The data folder ${folder} cannot be written (${code}). Set KONTOR_DATA_DIR to a folder this user may write.`,
  );
}
