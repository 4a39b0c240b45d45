import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Database, Queryable, Scope } from '../../../server/storage/database.ts';

const account = '0195e3a1-7c00-7000-8000-00000000000a';
const partner = '0195e3a1-7c00-7000-8000-00000000000b';
const first = '0195e3a1-7c00-7000-8000-000000000001';
const second = '0195e3a1-7c00-7000-8000-000000000002';

const settings = `select current_user as role, current_setting('kontor.account', true) as account,
  current_setting('kontor.partner', true) as partner, current_setting('kontor.organisations', true) as organisations`;

/** Row-level security: a transaction sees what its scope names, and leaves nothing behind. */
export function scopeSuite(opened: () => Promise<Database>): void {
  let database: Database;
  before(async () => {
    database = await opened();
    await database.asOwner((tx) => tx.query(`delete from note; insert into note values ('${first}', 1, 'a'), ('${second}', 1, 'b')`));
  });
  const bodies = async (tx: Queryable): Promise<unknown[]> => (await tx.query('select body from note order by body')).map(({ body }) => body);
  const visible = (scope: Scope): Promise<unknown[]> => database.transaction(scope, bodies);

  test('only the rows of its organisations can be seen', async () => {
    assert.deepEqual(await visible({ organisations: [first] }), ['a']);
    assert.deepEqual(await visible({ organisations: [first, second] }), ['a', 'b']);
    assert.deepEqual(await visible({ organisations: [] }), []);
    assert.deepEqual(await visible({ account, partner }), []);
    assert.deepEqual(await bodies(database), []);
  });

  test('nor changed, nor given to another', async () => {
    const act = (text: string): Promise<unknown> => database.transaction({ organisations: [first] }, (tx) => tx.query(text));
    await act(`update note set body = 'z' where organisation_id = '${second}'`);
    await assert.rejects(act(`insert into note values ('${second}', 2, 'c')`), { code: '42501' });
    await assert.rejects(act(`update note set organisation_id = '${second}', id = 9`), { code: '42501' });
    assert.deepEqual(await database.asOwner(bodies), ['a', 'b']);
  });

  test('the owner sees and changes all, under forced row-level security', async () => {
    await database.asOwner((tx) => tx.query(`update note set body = body`));
    assert.deepEqual(await database.asOwner(bodies), ['a', 'b']);
  });

  test('the scope is there inside, and after the end a fresh session has none', async () => {
    const inside = await database.transaction({ account, partner, organisations: [first, second] }, (tx) => tx.query(settings));
    assert.deepEqual(inside, [{ role: 'kontor_app', account, partner, organisations: `{${first},${second}}` }]);
    await assert.rejects(database.transaction({ account, organisations: [first] }, () => Promise.reject(new Error('no'))));
    const [owner] = await database.asOwner((tx) => tx.query(settings));
    assert.notEqual(owner?.['role'], 'kontor_app');
    for (const setting of ['account', 'partner', 'organisations']) assert.ok(!owner?.[setting], setting);
    assert.deepEqual(await database.query(settings), [{ role: 'kontor_app', account: '', partner: '', organisations: '' }]);
  });

  test('an id that is no UUID never reaches the server', async () => {
    const work = (): Promise<never> => assert.fail('The work ran.');
    for (const wrong of ['', 'all', `${first},${second}`, `${first}"}`, '*']) {
      await assert.rejects(database.transaction({ organisations: [first, wrong] }, work), TypeError);
      await assert.rejects(database.transaction({ account: wrong }, work), TypeError);
      await assert.rejects(database.transaction({ partner: wrong }, work), TypeError);
    }
  });
}
