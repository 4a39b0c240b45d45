import { after, before, describe } from 'node:test';
import type { Database } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { openPGlite } from '../../server/storage/pglite.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { makeShop, type Shop } from '../support/orders/make-shop.ts';
import { orderConcurrencySuite } from '../support/orders/order-concurrency-suite.ts';
import { orderSuite } from '../support/orders/order-suite.ts';
import { testDatabase } from '../support/test-database.ts';

const address = await testDatabase();
const engines: Record<string, () => Promise<Database>> = {
  pglite: () => openPGlite(undefined),
  // As many connections as callers, or they would queue here instead of in the database.
  postgres: () => openPostgres(address, { max: 24 }),
};

for (const [engine, open] of Object.entries(engines)) {
  describe(engine, () => {
    let opened: { database: Database; shop: Shop };
    before(async () => {
      const database = await open();
      await migrate(database);
      opened = { database, shop: await makeShop(database) };
    });
    after(() => opened.database.close());

    describe('orders', () => orderSuite(async () => opened));
    // PGlite runs one transaction after the other, which hides what this looks for.
    if (engine === 'postgres') describe('many orders at once', () => orderConcurrencySuite(async () => opened));
  });
}
