import type { Database, Parameter, Queryable, Row, Scope } from '../../server/storage/database.ts';
import { enterScope, scopeSettings } from '../../server/storage/scope-settings.ts';

export interface Statement {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

/** Passes everything on and writes down the statements of each transaction, settings included. */
export class RecordingDatabase implements Database {
  readonly engine: Database['engine'];
  readonly statements: Statement[] = [];
  #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.engine = database.engine;
  }

  query<R extends Row = Row>(text: string, parameters?: readonly Parameter[]): Promise<R[]> {
    return this.transaction({}, (tx) => tx.query<R>(text, parameters));
  }

  transaction<T>(scope: Scope, work: (tx: Queryable) => Promise<T>): Promise<T> {
    return this.#database.transaction(scope, async (tx) => {
      this.statements.push({ text: enterScope, parameters: scopeSettings(scope) });
      return await work(this.#record(tx));
    });
  }

  asOwner<T>(work: (tx: Queryable) => Promise<T>): Promise<T> {
    return this.#database.asOwner((tx) => work(this.#record(tx)));
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  #record(tx: Queryable): Queryable {
    return {
      query: (text, parameters = []) => {
        this.statements.push({ text, parameters });
        return tx.query(text, parameters);
      },
    };
  }
}
