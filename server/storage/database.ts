/**
 * The port between the gateway and PostgreSQL's SQL. Two adapters stand behind it: PGlite in the
 * data folder and a PostgreSQL server. The contract suite in `test/contract` runs over both.
 */

/** A value that travels as a statement parameter. Money is `bigint`, dates are ISO strings. */
export type Parameter = string | number | bigint | boolean | null | Uint8Array | Date | readonly Parameter[];

/** One row. `int8` arrives as `bigint`, `date` as `YYYY-MM-DD`, `timestamptz` as `Date`, `numeric` as text. */
export type Row = Record<string, unknown>;

/** What statements run on: inside a transaction only ever the transaction itself. */
export interface Queryable {
  /**
   * Runs one statement. Statements with parameters are prepared once a connection, so their text must
   * not hold values. Without parameters the text may hold several statements (a migration file).
   * @returns the rows of the (last) statement, in order.
   * @throws {DatabaseError} with the server's SQLSTATE.
   */
  query<R extends Row = Row>(text: string, parameters?: readonly Parameter[]): Promise<R[]>;
}

/** Who a transaction acts for. Row-level security reads nothing else. */
export interface Scope {
  /** The person's account id, where a person acts. */
  readonly account?: string;
  /** The partner through which the act comes; null where a person acts for themselves. */
  readonly partner?: string | null;
  /** The organisations whose rows the transaction may see and change. */
  readonly organisations?: readonly string[];
}

export interface OwnerOptions {
  /** Lifts the time limit of a statement, for long work such as migrations and the seed. */
  readonly unlimited?: boolean;
}

/**
 * A statement may take 30 seconds; PostgreSQL then ends it with SQLSTATE 57014. PGlite runs in the
 * gateway's own thread and cannot be interrupted, so there the limit does not hold. `query` outside a
 * transaction runs as the application's role with no scope: it sees no organisation's rows.
 */
export interface Database extends Queryable {
  /**
   * Runs `work` in one READ COMMITTED transaction as the application's role, under row-level security
   * for `scope`. Commits when `work` resolves, rolls back when it throws. On SQLSTATE 40001 and 40P01
   * the whole of `work` runs again (with jitter, five attempts at most), so it must have no effect outside
   * the transaction. Calling `query`, `transaction` or `asOwner` of the database inside `work` fails at
   * once with SQLSTATE 25001 instead of waiting for ever. Work that hides a failed statement and resolves
   * fails with 25P02: nothing was committed.
   */
  transaction<T>(scope: Scope, work: (tx: Queryable) => Promise<T>): Promise<T>;
  /**
   * As `transaction`, with the owner's role and without row-level security: migrations, seed, jobs that
   * look over all organisations, sign-in tables. Never with a caller's filter as the only guard.
   */
  asOwner<T>(work: (tx: Queryable) => Promise<T>, options?: OwnerOptions): Promise<T>;
  /** Connections at this moment. */
  connections?(): ConnectionFigures;
  /** Which adapter it is, for the start-up log and `/readyz`. */
  readonly engine: 'pglite' | 'postgres';
  /** Ends all connections; open transactions finish first, later calls fail with SQLSTATE 08003. */
  close(): Promise<void>;
}

export interface ConnectionFigures {
  readonly open: number;
  readonly idle: number;
  /** Those who wait for one. */
  readonly waiting: number;
}

/** A refusal by the database, the same on both adapters. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLSTATE, five characters; `08006` where the server is gone, be it during a commit whose outcome nobody knows. */
  readonly code: string;
  /** Name of the violated constraint, where there is one. */
  readonly constraint: string | undefined;

  constructor(message: string, code: string, constraint?: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.constraint = constraint;
  }
}
