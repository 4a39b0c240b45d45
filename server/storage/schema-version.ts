import type { Database } from './database.ts';

/** Number of the last migration that was applied to the database. */
export async function schemaVersion(database: Database): Promise<number> {
  const [row] = await database.asOwner((tx) => tx.query<{ number: number }>('select max(number) as number from schema_migration'));
  return row?.number ?? 0;
}
