import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openDatabase } from '../../server/storage/open-database.ts';
import { withSchema } from '../support/storage/contract-database.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'kontor-pglite-'));
});
after(() => rmSync(folder, { recursive: true }));

test('without an address the database lies in the data folder, past what a killed first start left', async () => {
  mkdirSync(join(folder, 'database.new'));
  writeFileSync(join(folder, 'database.new', 'PG_VERSION'), 'half');
  const first = await withSchema(await openDatabase({ url: undefined, folder }));
  assert.equal(first.engine, 'pglite');
  await first.query('insert into counter values (1, 5)');
  await first.close();
  assert.deepEqual(readdirSync(folder), ['database']);
  const second = await openDatabase({ url: '', folder });
  assert.deepEqual(await second.query('select value from counter'), [{ value: 5n }]);
  await second.close();
});

test('after an internal error every call fails, instead of losing what it is given; a new start is sound', async () => {
  const database = await openDatabase({ folder });
  await database.asOwner((tx) =>
    tx.query('create function down(n int) returns int language plpgsql as $$ begin return down(n + 1); end $$'),
  );
  const unlucky = database.asOwner(async (tx) => {
    await tx.query('insert into counter values (2, 6)');
    await tx.query('select down($1)', [1]);
  });
  await assert.rejects(unlucky, { code: 'XX000' });
  await assert.rejects(database.query('insert into counter values (3, 7)'), { code: 'XX000', message: /Start the gateway again/ });
  await database.close();
  assert.ok(existsSync(join(folder, 'database')));
  const next = await openDatabase({ folder });
  assert.deepEqual(await next.query('select value from counter'), [{ value: 5n }]);
  await next.close();
});
