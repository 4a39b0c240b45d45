import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database } from '../../server/storage/database.ts';
import { engines } from '../support/storage/contract-database.ts';
import { scopeSuite } from '../support/storage/scope-suite.ts';
import { transactionSuite } from '../support/storage/transaction-suite.ts';
import { valueSuite } from '../support/storage/value-suite.ts';

for (const [engine, open] of Object.entries(engines)) {
  describe(engine, () => {
    let database: Database;
    before(async () => {
      database = await open();
    });
    after(() => database.close());
    const opened = async (): Promise<Database> => database;

    test('says which engine it is', () => assert.equal(database.engine, engine));
    describe('values', () => valueSuite(opened));
    describe('transactions', () => transactionSuite(opened));
    describe('scope', () => scopeSuite(opened));

    test('closes once open transactions have ended, and then refuses', async () => {
      const { promise: goOn, resolve } = Promise.withResolvers<void>();
      const open = database.asOwner(async (tx) => {
        await goOn;
        return await tx.query('insert into counter values (77, 1) returning value');
      });
      const closed = database.close();
      await assert.rejects(database.query('select 1'), { code: '08003' });
      resolve();
      assert.deepEqual(await open, [{ value: 1n }]);
      await closed;
      await database.close();
    });
  });
}
