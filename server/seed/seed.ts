import type { Database, Queryable } from '../storage/database.ts';
import { seedDemo } from './seed-demo.ts';
import { FULL_SCALE, seedLarge, type LargeScale } from './seed-large.ts';
import { seedPasswords } from './seed-passwords.ts';

/** Raised when the seeded data change, so that an installation says what it holds. */
const SEED_VERSION = 2;

export interface SeedOptions {
  /** `demo` tells the story; `large` adds ten thousand organisations and a hundred thousand invoices. */
  readonly kind: 'demo' | 'large';
  /** Calendar day, `YYYY-MM-DD`, around which the history lies. The same day gives the same rows. */
  readonly today: string;
  readonly onProgress?: Progress;
  /** Other counts for the large seed, for tests. */
  readonly scale?: LargeScale;
}

/** Told how far the seed is, and with what it is busy. */
export type Progress = (done: number, total: number, what: string) => void;

export interface SeedReport {
  /** False where the installation had been seeded before: nothing was done. */
  readonly seeded: boolean;
  readonly organisations: number;
  readonly invoices: number;
}

/**
 * Fills a migrated database, once in its life. All of it is one transaction: a seed that is interrupted
 * leaves nothing, and of two gateways that start at once the second waits for the first and does nothing.
 */
export async function seed(database: Database, options: SeedOptions): Promise<SeedReport> {
  return await database.asOwner(async (tx) => {
    if (!(await markSeeded(tx, options))) return { seeded: false, ...(await counts(tx)) };
    const { today, onProgress = () => {}, scale = FULL_SCALE } = options;
    if (options.kind === 'large') await seedLarge(tx, today, scale, onProgress);
    else await seedDemo(tx, today, onProgress);
    await seedPasswords(tx);
    await tx.query('analyze');
    return { seeded: true, ...(await counts(tx)) };
  }, { unlimited: true });
}

/** Whether the installation holds seeded data, whose sign-ins are public. */
export async function isSeeded(database: Database): Promise<boolean> {
  const rows = await database.asOwner((tx) => tx.query(`select name from installation where name = 'seed'`));
  return rows.length > 0;
}

/** Whether the database holds organisations: somebody's own, where it is not seeded. */
export async function isInUse(database: Database): Promise<boolean> {
  const rows = await database.asOwner((tx) => tx.query('select id from organisation limit 1'));
  return rows.length > 0;
}

async function markSeeded(tx: Queryable, { kind, today }: SeedOptions): Promise<boolean> {
  const marked = await tx.query(
    `insert into installation (name, value) values ('seed', $1) on conflict do nothing returning name`,
    [JSON.stringify({ kind, today, version: SEED_VERSION })],
  );
  return marked.length > 0;
}

async function counts(tx: Queryable): Promise<{ organisations: number; invoices: number }> {
  const [row] = await tx.query<{ organisations: number; invoices: number }>(
    `select (select count(*) from organisation)::int as organisations, (select count(*) from invoice)::int as invoices`,
  );
  return row ?? { organisations: 0, invoices: 0 };
}
