import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { systemClock } from '../../../server/clock.ts';
import { once } from '../../../server/domain/idempotency.ts';
import { chargeBack } from '../../../server/domain/prepaid/charge-back.ts';
import { readBalance } from '../../../server/domain/prepaid/read-balance.ts';
import { topUp } from '../../../server/domain/prepaid/top-up.ts';
import type { Act } from '../../../server/http/act.ts';
import { checkInvariants } from '../../../server/ledger/check-invariants.ts';
import { NotCoveredError } from '../../../server/ledger/not-covered-error.ts';
import { transfer } from '../../../server/ledger/transfer.ts';
import type { Database } from '../../../server/storage/database.ts';
import { actAs } from './act-as.ts';
import { type MadeOrganisation, makeOrganisation } from './make-organisation.ts';

const CALLERS = 50;
const body = { amount: { amount: 1000, currency: 'CHF' }, card: 'approved' } as const;

/** What many callers at once may not break; only a server shows it. */
export function concurrencySuite(open: () => Promise<Database>): void {
  let database: Database;
  before(async () => {
    database = await open();
  });

  const act = <T>(made: MadeOrganisation, work: (act: Act) => Promise<T>): Promise<T> => actAs(database, made, systemClock, work);
  const available = async (made: MadeOrganisation): Promise<number> => (await act(made, readBalance)).available.amount;
  const organisations = (count: number): Promise<MadeOrganisation[]> =>
    Promise.all(Array.from({ length: count }, () => makeOrganisation(database)));

  test('fifty callers on one hot and many other organisations: nothing lost, nothing doubled, no deadlock', async () => {
    const [hot, ...others] = await organisations(20);
    assert.ok(hot);
    const expected = new Map([hot, ...others].map((made) => [made, 0]));
    let transactions = 0;
    let tries = 0;
    /** Every transaction counts its tries: one that was repeated had met a deadlock. */
    const counted = async (made: MadeOrganisation, work: (act: Act) => Promise<number>): Promise<void> => {
      transactions += 1;
      const moved = await act(made, async (now) => {
        tries += 1;
        return await work(now);
      });
      expected.set(made, (expected.get(made) ?? 0) + moved);
    };
    const add = async (now: Act): Promise<number> => {
      await once(now, { key: uuid(), name: 'prepaid.top-up', body }, () => topUp(now, body, 0));
      return 1000;
    };
    const pay = (amount: number) => async ({ tx, organisation, now }: Act): Promise<number> => {
      const order = { organisation, from: 'prepaid', to: 'outside', currency: 'CHF', amount, cause: 'payment', document: null, at: now } as const;
      try {
        await transfer(tx, order);
        return -amount;
      } catch (error) {
        assert.ok(error instanceof NotCoveredError);
        return 0;
      }
    };
    const addAndTakeBack = async (now: Act): Promise<number> => {
      const { id } = await topUp(now, body, 0);
      await chargeBack(now.tx, now.organisation, id, now.now);
      return 0;
    };
    const works = [add, pay(300), pay(700), addAndTakeBack];
    await Promise.all(Array.from({ length: CALLERS }, async (_, caller) => {
      for (let n = 0; n < 16; n += 1) {
        const made = n % 2 === 0 ? hot : others[(caller * 7 + n) % others.length];
        const work = works[(caller + n) % works.length];
        if (made && work) await counted(made, work);
      }
    }));
    for (const [made, amount] of expected) assert.equal(await available(made), amount);
    assert.equal(tries, transactions);
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('the first money of an organisation may come from many sides at once', async () => {
    const made = await organisations(8);
    const order = { from: 'outside', to: 'prepaid', currency: 'CHF', amount: 1, cause: 'top-up', document: null, at: new Date() } as const;
    let tries = 0;
    await Promise.all(Array.from({ length: CALLERS }, (_, caller) => {
      const one = made[caller % made.length];
      assert.ok(one);
      return act(one, ({ tx, organisation }) => {
        tries += 1;
        return transfer(tx, { ...order, organisation });
      });
    }));
    assert.equal(tries, CALLERS);
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('twenty requests at once with one key have one effect and one answer', async () => {
    const made = await makeOrganisation(database);
    const answers = await Promise.all(Array.from({ length: 20 }, () =>
      act(made, (now) => once(now, { key: 'same', name: 'prepaid.top-up', body }, () => topUp(now, body, 0)))));
    assert.equal(answers.filter(({ replayed }) => !replayed).length, 1);
    assert.equal(new Set(answers.map(({ answer }) => answer.id)).size, 1);
    assert.equal(await available(made), 1000);
  });

  test('who waits for a key whose first request fails does the work', async () => {
    const made = await makeOrganisation(database);
    const { promise: claimed, resolve: claim } = Promise.withResolvers<void>();
    const { promise: waiting, resolve: fail } = Promise.withResolvers<void>();
    const request = { key: 'same', name: 'prepaid.top-up', body };
    const first = act(made, (now) => once(now, request, async () => {
      claim();
      await waiting;
      throw new Error('failed');
    }));
    await claimed;
    const second = act(made, (now) => once(now, request, () => topUp(now, body, 0)));
    fail();
    await assert.rejects(first, /failed/);
    assert.equal((await second).replayed, false);
    assert.equal(await available(made), 1000);
  });
}
