import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Database, Queryable } from '../../server/storage/database.ts';
import { migrate } from '../../server/storage/migrate.ts';
import { openPostgres } from '../../server/storage/postgres.ts';
import { startPostgres } from '../support/postgres.ts';
import type { TestPostgres } from '../support/postgres.ts';
import { migrationFolder, withSchema } from '../support/storage/contract-database.ts';
import { oldServer } from '../support/storage/old-server.ts';
import { testDatabase } from '../support/test-database.ts';

const valueOf = async (tx: Queryable): Promise<unknown> => (await tx.query('select value from counter where id = 1'))[0]?.['value'];
const increment = (tx: Queryable): Promise<unknown> => tx.query('update counter set value = value + 1 where id = $1', [1]);
const reset = (tx: Queryable): Promise<unknown> => tx.query('delete from counter; insert into counter values (1, 0), (2, 0)');

describe('many at once', () => {
  let database: Database;
  before(async () => {
    database = await withSchema(await openPostgres(await testDatabase(), { max: 4, statementLimit: 400 }));
    await database.asOwner(reset);
  });
  after(() => database.close());

  test('callers beyond the connections wait their turn', async () => {
    await Promise.all(Array.from({ length: 50 }, () => database.transaction({}, increment)));
    assert.equal(await valueOf(database), 50n);
  });

  test('two that lock each other out both come through', async () => {
    await database.asOwner(reset);
    const bothHold = Promise.withResolvers<void>();
    let runs = 0;
    const work = (first: number, second: number) => async (tx: Queryable): Promise<void> => {
      const add = (id: number): Promise<unknown> => tx.query('update counter set value = value + 1 where id = $1', [id]);
      // The server looks for a deadlock after this long; the statement's limit stands further off.
      await tx.query(`set local statement_timeout = '20s'`);
      await add(first);
      runs += 1;
      if (runs === 2) bothHold.resolve();
      await bothHold.promise;
      await add(second);
    };
    await Promise.all([database.transaction({}, work(1, 2)), database.transaction({}, work(2, 1))]);
    assert.equal(runs, 3);
    assert.deepEqual(await database.query('select value from counter order by id'), [{ value: 2n }, { value: 2n }]);
  });

  test('a statement that takes too long is ended, unless the owner lifted the limit', async () => {
    const slow = (tx: Queryable): Promise<unknown> => tx.query('select pg_sleep(0.6)');
    await assert.rejects(database.transaction({}, slow), { code: '57014' });
    await assert.rejects(database.asOwner(slow), { code: '57014' });
    await database.asOwner(slow, { unlimited: true });
    await assert.rejects(database.transaction({}, slow), { code: '57014' });
  });

  test('a statement that was refused can be prepared and run again', async () => {
    const insert = (id: number): Promise<unknown> => database.query('insert into counter values ($1, 5) returning id', [id]);
    for (let round = 0; round < 3; round += 1) await assert.rejects(insert(1), { code: '23505' });
    assert.deepEqual(await insert(3), [{ id: 3 }]);
  });
});

describe('a server that goes', () => {
  let server: TestPostgres;
  let database: Database;
  before(async () => {
    server = await startPostgres({ durable: true });
    database = await withSchema(await openPostgres(await server.createDatabase('kontor')));
    await database.asOwner(reset);
  });
  after(async () => {
    await database.close();
    await server.stop();
  });

  test('fails what runs and what comes with 08006, keeps what was committed, and is found again', async () => {
    await database.transaction({}, increment);
    // Connections that lie idle when the server goes must not end the process.
    await Promise.all([1, 2, 3].map(() => database.query('select 1')));
    const waiting = database.asOwner(async (tx) => {
      await increment(tx);
      server.kill();
      await tx.query('select pg_sleep(20)');
    });
    await assert.rejects(waiting, { code: '08006' });
    await assert.rejects(database.query('select 1'), { code: '08006' });
    await server.restart();
    assert.equal(await valueOf(database), 1n);
  });

  test('an orderly end of the server is no other', async () => {
    const { promise: gone, resolve } = Promise.withResolvers<void>();
    const open = database.asOwner(async (tx) => {
      await increment(tx);
      await gone;
      await tx.query('select 1');
    });
    const lost = assert.rejects(open, { code: '08006' });
    await server.restart();
    resolve();
    await lost;
    assert.equal(await valueOf(database), 1n);
  });
});

describe('start', () => {
  const refused = async (url: string, code: string, message: RegExp): Promise<void> => {
    await assert.rejects(openPostgres(url), (error: Error & { code: string }) => {
      assert.equal(error.code, code);
      assert.match(error.message, message);
      assert.doesNotMatch(error.message, /\n|secret/);
      return true;
    });
  };

  test('an address that leads nowhere is refused in one line without the password', async () => {
    const code = 'KONTOR_START_DATABASE_UNREACHABLE';
    await refused('postgres://kontor:secret@localhost:1/books', code, /"books" at localhost:1: .*ECONNREFUSED/);
    for (const wrong of ['mysql://a:secret@h/d', 'nonsense:secret', 'postgres://a:12/secret@h/d', 'postgres://a:b#secret@h/d', 'secret']) {
      await refused(wrong, code, /is no PostgreSQL address/);
    }
    const missing = new URL(await testDatabase());
    missing.pathname = '/nowhere';
    await refused(missing.href, code, /"nowhere" does not exist/);
  });

  test('a server older than version 15 is refused', async () => {
    const old = await oldServer();
    await refused(`postgres://kontor:secret@localhost:${old.port}/books`, 'KONTOR_START_DATABASE_TOO_OLD', /version 14\.11.*15 or newer/);
    old.close();
  });

  test('an owner that may make roles makes the application’s; one that may not is told what to do', async () => {
    const server = await startPostgres();
    const folder = migrationFolder({ '0001-schema.sql': 'create table a (id int); grant select on a to kontor_app;' });
    const open = async (name: string, rights: string): Promise<Database> => {
      const superuser = await openPostgres(await server.createDatabase(name));
      await superuser.asOwner((tx) => tx.query(`create role ${name} login ${rights}; alter database ${name} owner to ${name}`));
      await superuser.close();
      return await openPostgres(server.url(name).replace('postgres@', `${name}@`));
    };
    const modest = await open('modest', 'nocreaterole');
    await assert.rejects(migrate(modest, undefined, folder), { code: 'KONTOR_START_DATABASE_ROLE', message: /create role kontor_app/ });
    const able = await open('able', 'createrole');
    assert.equal(await migrate(able, undefined, folder), 1);
    assert.deepEqual(await able.query('select * from a'), []);
    await assert.rejects(migrate(modest, undefined, folder), { code: 'KONTOR_START_DATABASE_ROLE' });
    await able.asOwner((tx) => tx.query('grant kontor_app to modest'));
    assert.equal(await migrate(modest, undefined, folder), 1);
    await Promise.all([modest.close(), able.close()]);
    await server.stop();
  });
});
