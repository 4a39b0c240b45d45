import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { checkInvariants } from '../../server/ledger/check-invariants.ts';
import { transfer } from '../../server/ledger/transfer.ts';
import type { Database } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { openPGlite } from '../../server/storage/pglite.ts';
import { ledgerCommands, LedgerModel } from '../support/ledger/ledger-model.ts';
import { makeOrganisation } from '../support/ledger/make-organisation.ts';

describe('the ledger', () => {
  let database: Database;
  before(async () => {
    database = await openPGlite(undefined);
    await migrate(database);
  });
  after(() => database.close());

  test('does what the model of it does, whatever comes in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(ledgerCommands, async (commands) => {
        await database.asOwner((tx) => tx.query('truncate ledger_entry, ledger_transfer, ledger_account, top_up'));
        const made = await makeOrganisation(database);
        await fc.asyncModelRun(() => ({ model: new LedgerModel(), real: { database, ...made } }), commands);
      }),
      { numRuns: 20 },
    );
  });

  test('keeps the currencies of an organisation apart', async () => {
    const { organisation } = await makeOrganisation(database);
    const topUp = { organisation, from: 'outside', to: 'prepaid', amount: 500, cause: 'top-up', document: null, at: new Date() } as const;
    const payment = { ...topUp, from: 'prepaid', to: 'outside', cause: 'payment' } as const;
    await database.transaction({ organisations: [organisation] }, async (tx) => {
      await transfer(tx, { ...topUp, currency: 'CHF' });
      await assert.rejects(transfer(tx, { ...payment, currency: 'EUR' }), { name: 'NotCoveredError' });
    });
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('refuses what it could not count exactly', async () => {
    const { organisation } = await makeOrganisation(database);
    const order = { organisation, from: 'outside', to: 'prepaid', currency: 'CHF', cause: 'top-up', document: null, at: new Date() } as const;
    await database.transaction({ organisations: [organisation] }, async (tx) => {
      await transfer(tx, { ...order, amount: Number.MAX_SAFE_INTEGER });
      await assert.rejects(transfer(tx, { ...order, amount: 1 }), RangeError);
    });
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('lets the application change nothing that was posted', async () => {
    const { organisation } = await makeOrganisation(database);
    for (const statement of [
      'update ledger_entry set amount = amount + 1',
      'delete from ledger_entry',
      'update ledger_transfer set amount = amount + 1',
      'delete from ledger_transfer',
      'delete from ledger_account',
    ]) {
      await assert.rejects(database.transaction({ organisations: [organisation] }, (tx) => tx.query(statement)), { code: '42501' });
    }
  });
});

describe('the check of the invariants', () => {
  const faults: Record<string, [RegExp, string]> = {
    'a changed balance': [/add up to zero/, `update ledger_account set balance = balance + 1 where kind = 'prepaid'`],
    'a balance moved without entries': [
      /sum of its entries/,
      `update ledger_account set balance = case kind when 'prepaid' then balance + 1 else balance - 1 end
       where kind in ('prepaid', 'outside')`,
    ],
    'a lost entry': [/two entries/, 'delete from ledger_entry where version = 1 and amount > 0'],
    'a gap in the versions': [/without a gap/, 'update ledger_entry set version = 7 where version = 2'],
    'a wrong running balance': [/the one before it/, 'update ledger_entry set balance = balance + 1 where version = 1 and amount > 0'],
    'a transfer of another amount': [/two entries/, 'update ledger_transfer set amount = amount + 1'],
    'a top-up without money': [/posted once/, `update top_up set state = 'settled'`],
    'a key without its answer': [
      /has its answer/,
      `insert into idempotency_key select organisation_id, 'k', created_by, 'prepaid.top-up', '', null, now() from top_up`,
    ],
    'a right to change what was posted': [/cannot change/, 'grant update on ledger_entry to kontor_app'],
  };

  test('finds each kind of fault', async () => {
    const database = await openPGlite(undefined);
    await migrate(database);
    const { organisation, account } = await makeOrganisation(database);
    const order = { organisation, currency: 'CHF', amount: 500, cause: 'payment', document: null, at: new Date() } as const;
    await database.transaction({ organisations: [organisation] }, async (tx) => {
      await transfer(tx, { ...order, from: 'outside', to: 'prepaid' });
      await transfer(tx, { ...order, from: 'outside', to: 'prepaid' });
      await tx.query(
        `insert into top_up (organisation_id, id, amount, currency, card, state, created_by, created_at)
         values ($1, $1, 500, 'CHF', 'late', 'pending', $2, now())`,
        [organisation, account],
      );
    });
    assert.deepEqual(await checkInvariants(database), []);
    for (const [name, [expected, statement]] of Object.entries(faults)) {
      const found = await checkAndUndo(database, statement);
      assert.ok(found.some((line) => expected.test(line)), `${name}: ${found.join('; ') || 'nothing found'}`);
    }
    assert.deepEqual(await checkInvariants(database), []);
    await database.close();
  });
});

/** Breaks the ledger, checks it, and takes the fault back, all in one transaction. */
async function checkAndUndo(database: Database, statement: string): Promise<string[]> {
  let found: string[] = [];
  const undone = new Error('undone');
  await assert.rejects(
    database.asOwner(async (tx) => {
      await tx.query(statement);
      const asOwner: Database['asOwner'] = (work) => work(tx);
      found = await checkInvariants({ asOwner });
      throw undone;
    }),
    undone,
  );
  return found;
}
