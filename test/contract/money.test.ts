import { after, before, describe } from 'node:test';
import type { Database } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { openPGlite } from '../../server/storage/pglite.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { concurrencySuite } from '../support/ledger/concurrency-suite.ts';
import { jobSuite } from '../support/ledger/job-suite.ts';
import { prepaidSuite } from '../support/ledger/prepaid-suite.ts';
import { testDatabase } from '../support/test-database.ts';

const address = await testDatabase();
const engines: Record<string, () => Promise<Database>> = {
  pglite: () => openPGlite(undefined),
  // As many connections as callers, or they would queue here instead of in the database.
  postgres: () => openPostgres(address, { max: 50 }),
};

for (const [engine, open] of Object.entries(engines)) {
  describe(engine, () => {
    let database: Database;
    before(async () => {
      database = await open();
      await migrate(database);
    });
    after(() => database.close());
    const opened = async (): Promise<Database> => database;

    describe('prepaid account and idempotency keys', () => prepaidSuite(opened));
    describe('jobs', () => jobSuite(opened));
    // PGlite runs one transaction after the other, which hides what this looks for.
    if (engine === 'postgres') describe('many callers at once', () => concurrencySuite(opened));
  });
}
