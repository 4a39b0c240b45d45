import type { ConnectionFigures, Parameter, Row } from './database.ts';

/** What the server said to one statement. */
export interface Answer {
  readonly rows: Row[];
  /** The command tag's first word, `SELECT`, `COMMIT`, …; an aborted transaction answers `ROLLBACK` to a commit. */
  readonly command: string;
}

/** One connection of an adapter, lent for one transaction. */
export interface Session {
  /**
   * Runs one statement, or, without parameters, a text of several. Calls made without waiting run in
   * order, and on a server they share a round trip.
   * @returns the last statement's answer.
   * @throws {DatabaseError}
   */
  run(text: string, parameters?: readonly Parameter[]): Promise<Answer>;
  /** Gives the connection back; a broken one is thrown away. */
  release(broken: boolean): void;
}

/** Where a database gets its sessions from; the adapters differ in nothing else. */
export interface SessionSource {
  /** Waits for a free session. @throws {DatabaseError} `08006` where the server is gone. */
  lend(): Promise<Session>;
  /** Its connections at this moment, where there is a pool of them. */
  figures?(): ConnectionFigures;
  /** Ends all connections; no session is lent any more. */
  end(): Promise<void>;
}
