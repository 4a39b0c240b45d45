import type { Queryable } from '../../storage/database.ts';

/** What a series of the seller's documents begins with, before the year. */
const PREFIXES = { 'pro-forma': 'PF-', final: '' } as const;

const NEXT = `insert into document_series as s (name, last) values ($1, 1)
  on conflict (name) do update set last = s.last + 1 returning last`;

/**
 * The next number of a series, one a year: `2026-000124`, `PF-2026-000151`. It counts once the transaction
 * commits, so there is no gap; until then every other document of the series waits. So it is taken late.
 * @param today the day of the document, `YYYY-MM-DD`
 */
export async function nextNumber(tx: Queryable, series: keyof typeof PREFIXES, today: string): Promise<string> {
  const name = `${PREFIXES[series]}${today.slice(0, 4)}-`;
  const [row] = await tx.query<{ last: number }>(NEXT, [name]);
  if (!row) throw new Error('A series of documents gave no number.');
  return `${name}${String(row.last).padStart(6, '0')}`;
}
