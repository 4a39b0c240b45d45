import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { isSeeded, seed, type SeedOptions } from '../../server/seed/seed.ts';
import type { Database } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { openPGlite } from '../../server/storage/pglite.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { documentSuite } from '../support/seed/document-suite.ts';
import { largeSuite } from '../support/seed/large-suite.ts';
import { storySuite } from '../support/seed/story-suite.ts';
import { testDatabase } from '../support/test-database.ts';

const TODAY = '2026-03-02';
const SCALE = { organisations: 70, invoices: 600 };
const OPTIONS: SeedOptions = { kind: 'large', today: TODAY, scale: SCALE };

const address = await testDatabase();
const engines: Record<string, () => Promise<Database>> = {
  pglite: () => openPGlite(undefined),
  postgres: () => openPostgres(address),
};
const hashes = new Map<string, string>();

for (const [engine, open] of Object.entries(engines)) {
  describe(`seed on ${engine}`, () => {
    let database: Database;
    const opened = (): Database => database;
    before(async () => {
      database = await open();
      await migrate(database);
    });
    after(() => database.close());

    test('an interrupted seed leaves nothing', async () => {
      const interrupted = new Error('interrupted');
      const onProgress = (_done: number, _total: number, what: string): void => {
        if (what === 'prepaid history') throw interrupted;
      };
      await assert.rejects(seed(database, { ...OPTIONS, onProgress }), interrupted);
      assert.equal(await isSeeded(database), false);
      assert.deepEqual(await count(database, 'organisation'), 0);
    });

    test('seeds once, and of two at the same time one', async () => {
      const reports = await Promise.all([seed(database, OPTIONS), seed(database, OPTIONS)]);
      assert.deepEqual(reports.map(({ seeded }) => seeded).sort(), [false, true]);
      assert.equal(await isSeeded(database), true);
      const hash = await hashOfTables(database);
      assert.equal((await seed(database, { ...OPTIONS, today: '2027-01-01' })).seeded, false);
      assert.equal(await hashOfTables(database), hash);
      hashes.set(engine, hash);
    });

    describe('the demo', () => storySuite(opened, TODAY));
    describe('documents and ledger', () => documentSuite(opened, TODAY));
    describe('the large list', () => largeSuite(opened, SCALE));
  });
}

test('the same day gives the same rows on either engine', () => {
  assert.equal(hashes.size, 2);
  assert.equal(hashes.get('pglite'), hashes.get('postgres'));
});

async function count(database: Database, table: string): Promise<number> {
  const [row] = await database.asOwner((tx) => tx.query<{ n: number }>(`select count(*)::int as n from ${table}`));
  return row?.n ?? Number.NaN;
}

/** Over every row of every table but the migrations' own, whatever order they lie in. */
async function hashOfTables(database: Database): Promise<string> {
  return await database.asOwner(async (tx) => {
    const tables = await tx.query<{ name: string }>(
      `select tablename::text as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`,
    );
    const hash = createHash('sha256');
    for (const name of tables.map((table) => table.name).sort()) {
      const rows = await tx.query<{ text: string }>(`select t::text as text from ${name} t`);
      hash.update(`${name}\n${rows.map(({ text }) => text).sort().join('\n')}\n`);
    }
    return hash.digest('hex');
  });
}
