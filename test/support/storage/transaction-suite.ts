import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { DatabaseError } from '../../../server/storage/database.ts';
import type { Database, Queryable } from '../../../server/storage/database.ts';

/** Transactions: all or nothing, run again where the server asks for it, never one inside the other. */
export function transactionSuite(opened: () => Promise<Database>): void {
  let database: Database;
  beforeEach(async () => {
    database = await opened();
    await database.asOwner((tx) => tx.query('delete from counter'));
  });
  const add = (tx: Queryable, id: number): Promise<unknown> => tx.query('insert into counter values ($1, 0)', [id]);
  const ids = async (): Promise<unknown[]> => (await database.query('select id from counter order by id')).map(({ id }) => id);
  const failWith = (tx: Queryable, state: string): Promise<unknown> => tx.query('select fail_with($1)', [state]);

  test('commits when the work resolves, with its result', async () => {
    assert.equal(await database.transaction({}, async (tx) => (await add(tx, 1), 'done')), 'done');
    assert.deepEqual(await ids(), [1]);
  });

  test('rolls back when the work throws, and the next transaction is sound', async () => {
    const reason = new Error('no');
    const work = async (tx: Queryable): Promise<never> => {
      await add(tx, 1);
      throw reason;
    };
    await assert.rejects(database.transaction({}, work), (error) => error === reason);
    await assert.rejects(database.asOwner(work), (error) => error === reason);
    assert.deepEqual(await ids(), []);
  });

  test('work that hides a failed statement commits nothing and is told so', async () => {
    const work = async (tx: Queryable): Promise<void> => {
      await add(tx, 1);
      await add(tx, 1).catch(() => {});
    };
    await assert.rejects(database.transaction({}, work), { code: '25P02', constraint: 'counter_key' });
    assert.deepEqual(await ids(), []);
  });

  test('statements sent without waiting run in order, and the first failure is told', async () => {
    await database.transaction({}, async (tx) => {
      const answers = await Promise.all([
        add(tx, 1),
        tx.query('update counter set value = value + 5'),
        tx.query('select value from counter'),
      ]);
      assert.deepEqual(answers[2], [{ value: 5n }]);
    });
    const failing = database.transaction({}, (tx) => Promise.all([add(tx, 2), add(tx, 1), add(tx, 3)]));
    await assert.rejects(failing, { code: '23505' });
    assert.deepEqual(await ids(), [1]);
  });

  for (const state of ['40001', '40P01']) {
    test(`the whole work runs again on ${state}, at most five times`, async () => {
      let runs = 0;
      const work = (successAt: number) => async (tx: Queryable): Promise<number> => {
        runs += 1;
        await add(tx, 10 * successAt + runs);
        if (runs < successAt) await failWith(tx, state);
        return runs;
      };
      assert.equal(await database.transaction({}, work(5)), 5);
      assert.deepEqual(await ids(), [55]);
      runs = 0;
      await assert.rejects(database.asOwner(work(99)), { code: state });
      assert.equal(runs, 5);
    });
  }

  test('a failure that the work turned into another still makes it run again, others do not', async () => {
    let runs = 0;
    const retried = await database.transaction({}, async (tx) => {
      runs += 1;
      if (runs === 1) await failWith(tx, '40P01').catch(() => Promise.reject(new Error('Sold out.')));
      return runs;
    });
    assert.equal(retried, 2);
    const refused = database.transaction({}, async (tx) => {
      runs += 1;
      await failWith(tx, '23514');
    });
    await assert.rejects(refused, { code: '23514' });
    assert.equal(runs, 3);
  });

  test('using the database inside a transaction fails at once instead of waiting for ever', async () => {
    await database.transaction({}, async () => {
      await assert.rejects(database.query('select 1'), { code: '25001' });
      await assert.rejects(database.transaction({}, () => Promise.resolve()), { code: '25001' });
      await assert.rejects(database.asOwner(() => Promise.resolve()), { code: '25001' });
    });
    assert.deepEqual(await database.query('select 1 as one'), [{ one: 1 }]);
  });

  test('what a transaction set going may use the database once it has ended', async () => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    let later: Promise<unknown> | undefined;
    await database.transaction({}, async () => {
      later = ended.then(() => database.query('select 1 as one'));
    });
    end();
    assert.deepEqual(await later, [{ one: 1 }]);
  });

  test('a transaction object is of no use after its end', async () => {
    let kept: Queryable | undefined;
    await database.transaction({}, async (tx) => {
      kept = tx;
    });
    await assert.rejects(kept?.query('select 1') ?? Promise.resolve(), { code: '25P01' });
  });

  test('a refused statement keeps code and constraint', async () => {
    const refusals: [text: string, code: string, constraint?: string][] = [
      ['insert into counter values (1, 0), (1, 0)', '23505', 'counter_key'],
      [`insert into note values (gen_random_uuid(), 1, 'much longer than it may be')`, '23514', 'note_body_short'],
      ['insert into counter values (1, null)', '23502'],
      [`select 'x'::uuid`, '22P02'],
      ['select 9223372036854775807 + 1', '22003'],
      ['select * from nowhere', '42P01'],
      ['selec', '42601'],
    ];
    for (const [text, code, constraint] of refusals) {
      const told = (error: unknown): boolean =>
        error instanceof DatabaseError && error.code === code && error.constraint === constraint && error.message !== '';
      await assert.rejects(database.asOwner((tx) => tx.query(text)), told, text);
    }
  });
}
