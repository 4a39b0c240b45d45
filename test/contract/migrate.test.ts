import assert from 'node:assert/strict';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { openPGlite } from '../../server/storage/pglite.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { migrate } from '../../server/storage/migrate.ts';
import type { Database } from '../../server/storage/database.ts';
import { migrationFolder } from '../support/storage/contract-database.ts';
import { testDatabase } from '../support/test-database.ts';

const files = {
  '0001-first.sql': `
    create table a (id int primary key, name text not null default 'it''s; not the end');
    create function twice(n int) returns int language plpgsql as $$ begin return n * 2; end; $$;
    insert into a values (1), (2);
    -- the last line is a comment`,
  '0002-second.sql': 'alter table a add column b int; update a set b = twice(id);',
  '0003-third.sql': 'create table c (id int primary key);',
};

let folder: string;
beforeEach(() => {
  folder = migrationFolder(files);
});
afterEach(() => rmSync(folder, { recursive: true }));

const engines: Readonly<Record<string, () => Promise<Database>>> = {
  pglite: () => openPGlite(undefined),
  postgres: async () => openPostgres(await testDatabase()),
};
const rows = (database: Database, text: string): Promise<unknown[]> => database.asOwner((tx) => tx.query(text));

for (const [engine, open] of Object.entries(engines)) {
  describe(engine, () => {
    let database: Database;
    before(async () => {
      database = await open();
    });
    beforeEach(() => rows(database, 'drop schema public cascade; create schema public; grant usage on schema public to public'));
    after(() => database.close());

    test('applies each file once and in order, telling its steps, and again only what is new', async () => {
      const steps: string[] = [];
      const tell = (name: string): number => steps.push(name);
      rmSync(join(folder, '0003-third.sql'));
      assert.equal(await migrate(database, tell, folder), 2);
      assert.equal(await migrate(database, tell, folder), 0);
      writeFileSync(join(folder, '0003-third.sql'), files['0003-third.sql']);
      assert.equal(await migrate(database, tell, folder), 1);
      assert.deepEqual(steps, ['0001-first', '0002-second', '0003-third']);
      assert.deepEqual(await rows(database, 'select id, b from a order by id'), [{ id: 1, b: 2 }, { id: 2, b: 4 }]);
    });

    test('a file that fails leaves nothing behind, and those before it stay', async () => {
      writeFileSync(join(folder, '0002-second.sql'), 'create table half (id int); select 1 / 0;');
      await assert.rejects(migrate(database, undefined, folder), { code: '22012' });
      assert.deepEqual(await rows(database, `select to_regclass('half') as half`), [{ half: null }]);
      writeFileSync(join(folder, '0002-second.sql'), files['0002-second.sql']);
      assert.equal(await migrate(database, undefined, folder), 2);
    });

    test('a changed file is refused, other line ends are not a change', async () => {
      await migrate(database, undefined, folder);
      writeFileSync(join(folder, '0001-first.sql'), files['0001-first.sql'].replaceAll('\n', '\r\n'));
      assert.equal(await migrate(database, undefined, folder), 0);
      appendFileSync(join(folder, '0001-first.sql'), '\n');
      await assert.rejects(migrate(database, undefined, folder), { code: 'KONTOR_START_MIGRATION_CHANGED', message: /0001-first/ });
    });

    test('a database that is newer than the code is refused', async () => {
      await migrate(database, undefined, folder);
      rmSync(join(folder, '0003-third.sql'));
      await assert.rejects(migrate(database, undefined, folder), { code: 'KONTOR_START_DATABASE_NEWER', message: /0003-third/ });
    });

    test('a gap in the numbers is a mistake in the code', async () => {
      rmSync(join(folder, '0002-second.sql'));
      await assert.rejects(migrate(database, undefined, folder), /0003-third\.sql.*number 2/);
    });

    test('the application’s role may not touch the list of migrations', async () => {
      await migrate(database, undefined, folder);
      await assert.rejects(database.query('select * from schema_migration'), { code: '42501' });
    });
  });
}

test('several gateways that start at once apply each file once', async () => {
  const url = await testDatabase();
  const databases = await Promise.all([1, 2, 3, 4].map(() => openPostgres(url, { max: 1 })));
  const counts = await Promise.all(databases.map((database) => migrate(database, undefined, folder)));
  assert.equal(counts.reduce((sum, count) => sum + count), 3);
  const [database] = databases;
  assert.ok(database);
  assert.deepEqual(await rows(database, 'select number from schema_migration where number > 0 order by number'), [
    { number: 1 },
    { number: 2 },
    { number: 3 },
  ]);
  await Promise.all(databases.map((database) => database.close()));
});

test('the project’s own migrations apply to an empty database of either engine', async () => {
  for (const open of Object.values(engines)) {
    const database = await open();
    assert.ok((await migrate(database)) > 0);
    assert.equal(await migrate(database), 0);
    await database.close();
  }
});
