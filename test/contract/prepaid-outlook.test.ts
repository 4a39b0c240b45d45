import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { v7 as uuid } from 'uuid';
import { lockAccounts } from '../../server/ledger/lock-accounts.ts';
import { post } from '../../server/ledger/post.ts';
import type { MovementWindow, PrepaidOutlook } from '../../shared/contract/prepaid.ts';
import { ENGINES, Fixture } from '../support/fixture.ts';
import { SignedInPerson } from '../support/signed-in-person.ts';

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);

  async function owner(currency = 'CHF'): Promise<{ account: string; organisation: string }> {
    const [account, organisation] = [await fixture.person(), await fixture.organisation('Muster AG', currency)];
    await fixture.member(organisation, account);
    return { account, organisation };
  }

  async function read<T = PrepaidOutlook>({ account, organisation }: { account: string; organisation: string }, rest = 'outlook'): Promise<T> {
    const answer = await (await SignedInPerson.of(fixture, account)).call(`/v1/organisations/${organisation}/prepaid/${rest}`);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  }

  const until = (instant: string) => fixture.clock.pass(Date.parse(instant) - fixture.clock.now().getTime());

  async function topUp({ account, organisation }: { account: string; organisation: string }, amount: number): Promise<void> {
    const person = await SignedInPerson.of(fixture, account);
    const payload = { amount: { amount, currency: 'CHF' }, card: 'approved' };
    const answer = await person.call(`/v1/organisations/${organisation}/prepaid/top-ups`, { method: 'POST', payload, headers: { 'idempotency-key': uuid() } });
    assert.equal(answer.statusCode, 201, answer.body);
  }

  const product = (organisation: string, row: object) => fixture.insert('product', {
    organisation_id: organisation, id: uuid(), kind: 'web-hosting', name: 'Hosting', state: 'active', started_on: '2025-01-31',
    renews_on: '2026-03-31', period_months: 1, net: 1000, ...row,
  });

  test('a month of renewals and an open invoice: how far the money goes, and what is missing', async () => {
    const mine = await owner();
    await topUp(mine, 2162);
    await product(mine.organisation, {});
    await product(mine.organisation, { state: 'cancelled', renews_on: '2026-03-03' });
    await product(mine.organisation, { net: 9999, renews_on: '2027-04-01', period_months: 12 });
    const outlook = await read(mine);
    assert.deepEqual([outlook.currency, outlook.through, outlook.coveredUntil], ['CHF', '2027-03-02', '2026-05-30']);
    assert.deepEqual(outlook.uncovered, { on: '2026-05-31', subject: 'Hosting', total: { amount: 1081, currency: 'CHF' } });
    assert.deepEqual(outlook.shortfall, { amount: 0, currency: 'CHF' });
    await fixture.invoice(mine.organisation, { state: 'due', due_on: '2026-03-01', payable: 1001, subject: 'Backup' });
    await fixture.invoice(mine.organisation, { state: 'pro-forma', due_on: '2026-03-20', payable: 500, currency: 'EUR' });
    const less = await read(mine);
    assert.deepEqual([less.coveredUntil, less.uncovered?.on, less.shortfall.amount], ['2026-04-29', '2026-04-30', 1001]);
  });

  test('a term that is invoiced counts once, as the invoice says; the next terms follow', async () => {
    const mine = await owner();
    await topUp(mine, 3000);
    const id = uuid();
    await product(mine.organisation, { id });
    await fixture.invoice(mine.organisation, { state: 'pro-forma', due_on: '2026-04-02', payable: 1900, renews_product_id: id, renews_from: '2026-03-31' });
    const { coveredUntil, uncovered } = await read(mine);
    assert.deepEqual([coveredUntil, uncovered?.on], ['2026-05-30', '2026-05-31']);
  });

  test('nothing to pay, nothing there', async () => {
    const outlook = await read(await owner('EUR'));
    const { trend, ...rest } = outlook;
    assert.deepEqual(rest, {
      currency: 'EUR', through: '2027-03-02', coveredUntil: null, uncovered: null, shortfall: { amount: 0, currency: 'EUR' }, nextExpiry: null,
    });
    assert.equal(trend.length, 91);
    assert.deepEqual([trend[0], trend[90]], [{ on: '2025-12-02', available: 0 }, { on: '2026-03-02', available: 0 }]);
  });

  test('free credit: the one that ends first and still holds something', async () => {
    const mine = await owner();
    const credit = (row: object) => fixture.insert('free_credit', {
      organisation_id: mine.organisation, id: uuid(), product_kind: 'ksuite', amount: 1200, currency: 'CHF', granted_on: '2026-01-01', ...row,
    });
    await credit({ expires_on: '2026-03-01' });
    await credit({ expires_on: '2026-03-04', used: 1200 });
    await credit({ expires_on: '2026-03-05', currency: 'EUR' });
    await credit({ expires_on: '2026-03-09' });
    await credit({ expires_on: '2026-03-02', used: 200, product_kind: 'kdrive' });
    assert.deepEqual((await read(mine)).nextExpiry, { on: '2026-03-02', amount: { amount: 1000, currency: 'CHF' }, productKind: 'kdrive' });
  });

  test('a movement tells the number of the invoice behind it', async () => {
    const mine = await owner();
    await topUp(mine, 2500);
    const paid = await fixture.invoice(mine.organisation, { number: 'R-7' });
    const ordered = await fixture.invoice(mine.organisation, { number: null, pro_forma_number: 'P-8', state: 'processing' });
    await fixture.database.asOwner(async (tx) => {
      const accounts = await lockAccounts(tx, mine.organisation, 'CHF', ['outside', 'prepaid']);
      for (const document of [paid, ordered]) {
        await post(tx, accounts, { from: 'prepaid', to: 'outside', amount: 100, cause: 'payment', document, at: fixture.clock.now() });
      }
    });
    const { rows } = await read<MovementWindow>(mine, 'movements');
    assert.deepEqual(rows.map(({ number, cause }) => [number, cause]), [['P-8', 'payment'], ['R-7', 'payment'], [null, 'top-up']]);
  });

  test('the trend holds what was there at the end of each of the gateway\'s days, through the change of the clocks', async () => {
    const mine = await owner();
    const other = await owner();
    await topUp(mine, 1000);
    await topUp(other, 9000);
    until('2026-03-05T22:59:59.999Z');
    await topUp(mine, 2000);
    until('2026-03-05T23:00:00.000Z');
    await topUp(mine, 4000);
    until('2026-05-31T21:59:59.999Z');
    await topUp(mine, 8000);
    until('2026-05-31T22:00:00.000Z');
    const { trend } = await read(mine);
    const at = (day: string) => trend.find(({ on }) => on === day)?.available;
    assert.deepEqual([trend.length, trend[0]?.on, trend[90]?.on], [91, '2026-03-03', '2026-06-01']);
    const days = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-05-30', '2026-05-31', '2026-06-01'];
    assert.deepEqual(days.map(at), [1000, 1000, 3000, 7000, 7000, 15_000, 15_000]);
    until('2026-12-24T09:00:00Z');
    assert.ok((await read(mine)).trend.every(({ available }) => available === 15_000));
  });
});
