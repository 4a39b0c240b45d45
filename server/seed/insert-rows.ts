import type { Queryable } from '../storage/database.ts';

/** Rows as they travel: bytes as `\x…`, money as numbers, instants and days as text. */
export type SeedRow = Readonly<Record<string, unknown>>;

/** Measured: greater batches are slower on the embedded database, because of the length of the text. */
const BATCH = 500;

/**
 * Inserts rows that all have the columns of the first; the table's defaults serve the others.
 * @param table a name of our own, never input
 * @param onBatch told how many rows of this call are in
 */
export async function insertRows(
  tx: Queryable, table: string, rows: readonly SeedRow[], onBatch: (count: number) => void = () => {},
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  const statement = `insert into ${table} (${columns})
    select ${columns} from json_populate_recordset(null::${table}, $1::json)`;
  for (let start = 0; start < rows.length; start += BATCH) {
    await tx.query(statement, [JSON.stringify(rows.slice(start, start + BATCH))]);
    onBatch(Math.min(start + BATCH, rows.length));
  }
}
