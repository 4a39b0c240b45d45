/**
 * The embedded adapter: PostgreSQL as WebAssembly in this process, its files in the data folder.
 *
 * - One session only, so transactions run one after the other.
 * - It never calls fsync: safe against the end of the process, not against the loss of power.
 * - Two processes on one folder lose each other's writes: take the data folder's lock first.
 * - Its superuser bypasses row-level security, which is what `asOwner` needs.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import type { PGliteOptions } from '@electric-sql/pglite';
import { columnParsers } from './column-parsers.ts';
import { DatabaseError } from './database.ts';
import type { Database, Parameter } from './database.ts';
import type { Answer, Session, SessionSource } from './session.ts';
import { TransactionalDatabase } from './transactional-database.ts';
import { wireText } from './wire-text.ts';

const internalError = 'XX000';
const sent = (text: string): string => text;

/** Parameters arrive as text (`wireText`) and are checked by the engine, not by the library. */
const serializers = Object.fromEntries([16, 17, 114, 1082, 1114, 1184, 3802].map((oid) => [oid, sent]));

/**
 * Opens, and where there is none yet makes, the database of a folder.
 * @param folder where the files are; `undefined` keeps everything in memory.
 */
export async function openPGlite(folder: string | undefined): Promise<Database> {
  if (folder !== undefined && !existsSync(folder)) await createIn(folder);
  return new TransactionalDatabase('pglite', new EmbeddedSessions(await start(folder)));
}

/** Makes the database beside its place and moves it there when whole, so that a killed first start leaves no half of one. */
async function createIn(folder: string): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  await (await start(unfinished)).close();
  renameSync(unfinished, folder);
}

async function start(folder: string | undefined): Promise<PGlite> {
  const options: PGliteOptions = { parsers: columnParsers, serializers };
  const engine = await PGlite.create(folder === undefined ? options : { ...options, dataDir: folder });
  await engine.exec(`set timezone to 'UTC'`);
  return engine;
}

/** Lends the one session to one transaction after the other. */
class EmbeddedSessions implements SessionSource {
  readonly #engine: PGlite;
  #free: Promise<void> = Promise.resolve();
  #poisoned = false;

  constructor(engine: PGlite) {
    this.#engine = engine;
  }

  async lend(): Promise<Session> {
    const before = this.#free;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#free = promise;
    await before;
    return { run: (text, parameters) => this.#run(text, parameters), release: () => resolve() };
  }

  async end(): Promise<void> {
    await this.#engine.close();
  }

  async #run(text: string, parameters: readonly Parameter[] = []): Promise<Answer> {
    if (this.#poisoned) throw poisoned();
    const { rows, command } = await this.#send(text, parameters);
    if (command === undefined) {
      this.#poisoned = true;
      throw poisoned();
    }
    return { rows, command };
  }

  async #send(text: string, parameters: readonly Parameter[]): Promise<Partial<Answer> & Pick<Answer, 'rows'>> {
    try {
      if (parameters.length > 0) return await this.#engine.query(text, parameters.map(wireText));
      return (await this.#engine.exec(text)).at(-1) ?? { rows: [] };
    } catch (error) {
      throw this.#refusal(error);
    }
  }

  /** Without the library's error, which holds the parameters. */
  #refusal(error: unknown): DatabaseError {
    const { message, code, constraint } = error as Error & { code?: string; constraint?: string };
    if (code === undefined || code === internalError) this.#poisoned = true;
    return new DatabaseError(message, code ?? internalError, constraint);
  }
}

/**
 * After an internal error (unbounded recursion, memory at its end) the engine answers everything with
 * nothing and no error. An answer without a command tag is the sign; going on would lose writes.
 */
function poisoned(): DatabaseError {
  return new DatabaseError('The embedded database stopped after an internal error. Start the gateway again.', internalError);
}
