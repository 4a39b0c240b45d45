import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import type { TestCard, TopUp } from '../../../shared/contract/prepaid.ts';
import { once, type OnceAnswer } from '../../../server/domain/idempotency.ts';
import { listMovements } from '../../../server/domain/prepaid/list-movements.ts';
import { readBalance } from '../../../server/domain/prepaid/read-balance.ts';
import { readTopUp } from '../../../server/domain/prepaid/read-top-up.ts';
import { topUp } from '../../../server/domain/prepaid/top-up.ts';
import { jobHandlers } from '../../../server/jobs/handlers.ts';
import { workJobs } from '../../../server/jobs/work-jobs.ts';
import { checkInvariants } from '../../../server/ledger/check-invariants.ts';
import { transfer } from '../../../server/ledger/transfer.ts';
import type { Database } from '../../../server/storage/database.ts';
import { SetClock } from '../set-clock.ts';
import { actAs } from './act-as.ts';
import { type MadeOrganisation, makeOrganisation } from './make-organisation.ts';

const DELAY = 5000;
const handlers = jobHandlers(30);

interface TopUpTry {
  readonly key?: string | undefined;
  readonly amount?: number;
  readonly currency?: string;
  readonly card?: TestCard;
}

/** What top-ups and their keys do on any engine. */
export function prepaidSuite(open: () => Promise<Database>): void {
  let database: Database;
  const clock = new SetClock();
  before(async () => {
    database = await open();
  });

  const tryTopUp = (made: MadeOrganisation, attempt: TopUpTry = {}): Promise<OnceAnswer<TopUp>> => {
    const { amount = 1000, currency = 'CHF', card = 'approved' } = attempt;
    const key = 'key' in attempt ? attempt.key : uuid();
    const body = { amount: { amount, currency }, card };
    return actAs(database, made, clock, (act) =>
      once(act, { key, name: 'prepaid.top-up', body }, () => topUp(act, body, DELAY)));
  };
  const state = async (made: MadeOrganisation, id: string) => (await actAs(database, made, clock, (act) => readTopUp(act, id))).state;
  const amounts = async (made: MadeOrganisation) => {
    const { available, pending, owed } = await actAs(database, made, clock, readBalance);
    return { available: available.amount, pending: pending.amount, owed: owed.amount };
  };
  const pay = (made: MadeOrganisation, amount: number) => actAs(database, made, clock, ({ tx, organisation, now }) =>
    transfer(tx, { organisation, from: 'prepaid', to: 'outside', currency: 'CHF', amount, cause: 'payment', document: null, at: now }));

  test('an approved card settles at once, a declined one never', async () => {
    const made = await makeOrganisation(database);
    const { answer: approved } = await tryTopUp(made);
    const { answer: declined } = await tryTopUp(made, { card: 'declined' });
    assert.deepEqual([approved.state, declined.state], ['settled', 'declined']);
    assert.equal(await state(made, declined.id), 'declined');
    assert.deepEqual(await amounts(made), { available: 1000, pending: 0, owed: 0 });
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('a late card is pending until its job is due', async () => {
    const made = await makeOrganisation(database);
    const { answer: { id } } = await tryTopUp(made, { card: 'late' });
    await workJobs({ database, clock, handlers });
    assert.deepEqual(await amounts(made), { available: 0, pending: 1000, owed: 0 });
    clock.pass(DELAY);
    await workJobs({ database, clock, handlers });
    assert.equal(await state(made, id), 'settled');
    assert.deepEqual(await amounts(made), { available: 1000, pending: 0, owed: 0 });
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('what was spent before a charge-back is owed, and the next top-up settles it first', async () => {
    const made = await makeOrganisation(database);
    const { answer: { id } } = await tryTopUp(made, { card: 'charged-back' });
    await pay(made, 700);
    clock.pass(DELAY);
    await workJobs({ database, clock, handlers });
    assert.equal(await state(made, id), 'charged-back');
    assert.deepEqual(await amounts(made), { available: 0, pending: 0, owed: 700 });
    await tryTopUp(made, { amount: 500 });
    assert.deepEqual(await amounts(made), { available: 0, pending: 0, owed: 200 });
    await tryTopUp(made, { amount: 500 });
    assert.deepEqual(await amounts(made), { available: 300, pending: 0, owed: 0 });
    const { rows, count } = await actAs(database, made, clock, (act) => listMovements(act, { limit: 3 }));
    assert.equal(count, 7);
    assert.deepEqual(rows.map((row) => [row.cause, row.amount.amount, row.balance.amount]), [
      ['debt-settlement', -200, 300], ['top-up', 500, 500], ['debt-settlement', -500, 0],
    ]);
    const rest = await actAs(database, made, clock, (act) => listMovements(act, { offset: 5, limit: 10 }));
    assert.deepEqual(rest.rows.map((row) => row.cause), ['payment', 'top-up']);
    assert.deepEqual(await checkInvariants(database), []);
  });

  test('a key gives the same answer again and no second effect', async () => {
    const made = await makeOrganisation(database);
    const first = await tryTopUp(made, { key: 'one' });
    const again = await tryTopUp(made, { key: 'one' });
    assert.deepEqual([first.replayed, again.replayed], [false, true]);
    assert.deepEqual(again.answer, first.answer);
    assert.equal((await amounts(made)).available, 1000);
  });

  test('a key is refused with another body, another person or another act', async () => {
    const made = await makeOrganisation(database);
    const other = await makeOrganisation(database);
    await tryTopUp(made, { key: 'one' });
    const reused = { code: 'KONTOR_IDEMPOTENCY_KEY_REUSED' };
    await assert.rejects(tryTopUp(made, { key: 'one', amount: 1001 }), reused);
    await assert.rejects(tryTopUp({ ...made, account: other.account }, { key: 'one' }), reused);
    const body = { amount: { amount: 1000, currency: 'CHF' }, card: 'approved' };
    await assert.rejects(
      actAs(database, made, clock, (act) => once(act, { key: 'one', name: 'prepaid.other', body }, async () => 1)), reused,
    );
    assert.equal((await tryTopUp(other, { key: 'one' })).replayed, false);
  });

  test('the order of the members of a body says nothing', async () => {
    const made = await makeOrganisation(database);
    const ask = (body: unknown) => actAs(database, made, clock, (act) => once(act, { key: 'k', name: 'n', body }, async () => ({})));
    await ask({ a: 1, b: { c: [1, 2], d: null } });
    assert.equal((await ask({ b: { d: null, c: [1, 2] }, a: 1 })).replayed, true);
    await assert.rejects(ask({ b: { d: null, c: [2, 1] }, a: 1 }), { code: 'KONTOR_IDEMPOTENCY_KEY_REUSED' });
  });

  test('a refused try leaves no key and no top-up', async () => {
    const made = await makeOrganisation(database);
    await assert.rejects(tryTopUp(made, { key: 'one', amount: 499 }), { code: 'KONTOR_AMOUNT_OUT_OF_RANGE' });
    await assert.rejects(tryTopUp(made, { key: 'one', amount: 1_000_001 }), { code: 'KONTOR_AMOUNT_OUT_OF_RANGE' });
    await assert.rejects(tryTopUp(made, { key: 'one', currency: 'EUR' }), { code: 'KONTOR_CURRENCY_MISMATCH' });
    assert.equal((await tryTopUp(made, { key: 'one' })).replayed, false);
  });

  test('a key is 1 to 200 visible ASCII characters', async () => {
    const made = await makeOrganisation(database);
    await assert.rejects(tryTopUp(made, { key: undefined }), { code: 'KONTOR_IDEMPOTENCY_KEY_MISSING' });
    for (const key of ['', ' ', 'a b', 'a\n', 'é', 'a\0', 'x'.repeat(201)]) {
      await assert.rejects(tryTopUp(made, { key }), { code: 'KONTOR_REQUEST_INVALID' });
    }
    assert.equal((await tryTopUp(made, { key: '!'.repeat(200) })).replayed, false);
  });

  test('nobody sees the top-ups and movements of another organisation', async () => {
    const made = await makeOrganisation(database);
    const other = await makeOrganisation(database);
    const { answer: { id } } = await tryTopUp(made);
    await assert.rejects(state(other, id), { code: 'KONTOR_NOT_FOUND' });
    await assert.rejects(state(other, uuid()), { code: 'KONTOR_NOT_FOUND' });
    const foreign = await actAs(database, other, clock, ({ tx }) => listMovements({ tx, organisation: made.organisation }, {}));
    assert.deepEqual(foreign, { rows: [], count: 0 });
  });
}
