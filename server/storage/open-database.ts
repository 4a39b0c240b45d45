import { join } from 'node:path';
import type { Database } from './database.ts';
import { openPGlite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

export interface DatabaseChoice {
  /** `DATABASE_URL`; where it is set, the server is used and the folder holds no database. */
  readonly url?: string | undefined;
  /** The data folder, locked by this process; the embedded database lies in its `database` folder. */
  readonly folder: string;
}

/** Opens the database that the configuration asks for. @throws {StartError} */
export async function openDatabase({ url, folder }: DatabaseChoice): Promise<Database> {
  return url ? await openPostgres(url) : await openPGlite(join(folder, 'database'));
}
