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
   * Runs one statement.
   * @returns its rows, in order.
   * @throws {DatabaseError} with the server's SQLSTATE.
   */
  query<R extends Row = Row>(text: string, parameters?: readonly Parameter[]): Promise<R[]>;
}

/** Who a transaction acts for. Row-level security reads nothing else. */
export interface Scope {
  /** The person's account id, where a person acts. */
  readonly account?: string;
  /** The partner through which the act comes. */
  readonly partner?: string;
  /** The organisations whose rows the transaction may see and change. */
  readonly organisations?: readonly string[];
}

export interface Database extends Queryable {
  /**
   * Runs `work` in one READ COMMITTED transaction as the application's role, under row-level security
   * for `scope`. Commits when `work` resolves, rolls back when it throws. On SQLSTATE 40001 and 40P01
   * the whole of `work` runs again (with jitter, at most five times), so it must have no effect outside
   * the transaction. Calling `query` or `transaction` of the database inside `work` throws at once
   * instead of waiting for ever.
   */
  transaction<T>(scope: Scope, work: (tx: Queryable) => Promise<T>): Promise<T>;
  /**
   * As `transaction`, with the owner's role and without row-level security: migrations, seed, jobs that
   * look over all organisations, sign-in tables. Never with a caller's filter as the only guard.
   */
  asOwner<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** Which adapter it is, for the start-up log and `/readyz`. */
  readonly engine: 'pglite' | 'postgres';
  /** Ends all connections; open transactions finish first. */
  close(): Promise<void>;
}

/** A refusal by the database, the same on both adapters. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLSTATE, five characters; `08006` where the server is gone. */
  readonly code: string;
  /** Name of the violated constraint, where there is one. */
  readonly constraint: string | undefined;

  constructor(message: string, code: string, constraint?: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.constraint = constraint;
  }
}
