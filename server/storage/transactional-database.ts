import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseError } from './database.ts';
import type { ConnectionFigures, Database, OwnerOptions, Parameter, Queryable, Row, Scope } from './database.ts';
import { enterScope, scopeSettings } from './scope-settings.ts';
import type { Answer, Session, SessionSource } from './session.ts';

const begin = 'begin isolation level read committed';
const attempts = 5;
const serializationFailure = '40001';
const deadlockDetected = '40P01';

/** What opens a transaction: statements with their parameters, sent in one go. */
type Opening = readonly (readonly [text: string, parameters?: readonly Parameter[]])[];

/** The database over an adapter's sessions: transactions, scope, retry and the guard are the same on both engines. */
export class TransactionalDatabase implements Database {
  readonly engine: Database['engine'];
  readonly #source: SessionSource;
  readonly #inside = new AsyncLocalStorage<Transaction>();
  readonly #running = new Set<Promise<unknown>>();
  #closed: Promise<void> | undefined;

  constructor(engine: Database['engine'], source: SessionSource) {
    this.engine = engine;
    this.#source = source;
  }

  async query<R extends Row = Row>(text: string, parameters?: readonly Parameter[]): Promise<R[]> {
    return await this.transaction({}, (tx) => tx.query<R>(text, parameters));
  }

  async transaction<T>(scope: Scope, work: (tx: Queryable) => Promise<T>): Promise<T> {
    return await this.#start([[begin], [enterScope, scopeSettings(scope)]], work);
  }

  async asOwner<T>(work: (tx: Queryable) => Promise<T>, options: OwnerOptions = {}): Promise<T> {
    const opening: Opening = options.unlimited ? [[begin], ['set local statement_timeout = 0']] : [[begin]];
    return await this.#start(opening, work);
  }

  connections(): ConnectionFigures {
    const running = this.#running.size;
    return this.#source.figures?.() ?? { open: 1, idle: running === 0 ? 1 : 0, waiting: Math.max(0, running - 1) };
  }

  close(): Promise<void> {
    this.#closed ??= Promise.allSettled(this.#running).then(() => this.#source.end());
    return this.#closed;
  }

  async #start<T>(opening: Opening, work: (tx: Queryable) => Promise<T>): Promise<T> {
    if (this.#inside.getStore()?.open) {
      throw new DatabaseError('Inside a transaction statements go through the transaction.', '25001');
    }
    if (this.#closed) throw new DatabaseError('The database is closed.', '08003');
    const outcome = this.#repeat(opening, work);
    this.#running.add(outcome);
    try {
      return await outcome;
    } finally {
      this.#running.delete(outcome);
    }
  }

  async #repeat<T>(opening: Opening, work: (tx: Queryable) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const tx = new Transaction(await this.#source.lend());
      try {
        return await this.#inside.run(tx, () => tx.perform(opening, work));
      } catch (error) {
        if (attempt === attempts || !tx.mayRepeat) throw error;
      }
      await delay(Math.random() * 5 * 2 ** attempt);
    }
  }
}

/** One attempt at a transaction on one session. */
class Transaction implements Queryable {
  readonly #session: Session;
  #failure: DatabaseError | undefined;
  open = true;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Whether the server gave up this attempt only because of others running beside it. */
  get mayRepeat(): boolean {
    return this.#failure?.code === serializationFailure || this.#failure?.code === deadlockDetected;
  }

  async query<R extends Row = Row>(text: string, parameters?: readonly Parameter[]): Promise<R[]> {
    if (!this.open) throw new DatabaseError('The transaction has ended; was a query not awaited?', '25P01');
    return (await this.#run(text, parameters)).rows as R[];
  }

  async perform<T>(opening: Opening, work: (tx: Queryable) => Promise<T>): Promise<T> {
    let healthy = false;
    try {
      await Promise.all(opening.map(([text, parameters]) => this.#run(text, parameters)));
      const result = await work(this);
      this.open = false;
      await this.#commit();
      healthy = true;
      return result;
    } catch (error) {
      this.open = false;
      healthy = await this.#rollBack();
      throw error;
    } finally {
      this.#session.release(!healthy);
    }
  }

  /** A transaction that failed answers a commit with ROLLBACK and no error: work that hid a failure must not pass for done. */
  async #commit(): Promise<void> {
    const { command } = await this.#run('commit');
    if (command === 'COMMIT') return;
    const cause = this.#failure;
    throw new DatabaseError('A statement failed earlier, so nothing was committed.', '25P02', cause?.constraint, { cause });
  }

  async #rollBack(): Promise<boolean> {
    try {
      await this.#session.run('rollback');
      return true;
    } catch {
      return false;
    }
  }

  async #run(text: string, parameters?: readonly Parameter[]): Promise<Answer> {
    try {
      return await this.#session.run(text, parameters);
    } catch (error) {
      if (error instanceof DatabaseError) this.#failure ??= error;
      throw error;
    }
  }
}
