import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import type { ToPayRow, ToPayWindow } from '../../shared/contract/to-pay.ts';
import { vatOn } from '../../shared/domain/vat.ts';
import type { Parameter } from '../../server/storage/database.ts';
import { ENGINES, Fixture } from '../support/fixture.ts';

for (const engine of ENGINES) describe(engine, async () => {
  // The fixture's clock stands on 2 March 2026, so that the horizon is 2 May.
  const fixture = await Fixture.start(engine);

  async function product(organisation: string, row: Readonly<Record<string, Parameter>> = {}): Promise<string> {
    const id = uuid();
    await fixture.insert('product', {
      organisation_id: organisation, id, kind: 'web-hosting', name: 'Hosting', state: 'active', started_on: '2024-04-01', renews_on: '2026-04-01',
      period_months: 12, net: 1000, ...row,
    });
    return id;
  }

  async function toPay(token: string, organisation: string, query = ''): Promise<ToPayWindow> {
    const answer = await fixture.call(token, `/v1/organisations/${organisation}/to-pay?${query}`);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  }

  const told = ({ rows }: ToPayWindow) => rows.map(({ kind, status, dueOn, subject }) => [kind, status, dueOn, subject]);

  describe('what is to pay', () => {
    test('is what is overdue, due, drafted or renews within two months; later ones are counted', async () => {
      const { token, organisation } = await fixture.signedIn();
      await fixture.invoice(organisation, { state: 'due', due_on: '2026-03-01', subject: 'late' });
      await fixture.invoice(organisation, { state: 'due', due_on: '2026-03-02', subject: 'today' });
      await fixture.invoice(organisation, { state: 'pro-forma', number: null, pro_forma_number: 'P-1', due_on: '2026-05-02', subject: 'draft' });
      await fixture.invoice(organisation, { state: 'due', due_on: '2026-05-03', subject: 'far' });
      for (const state of ['paid', 'processing', 'cancelled', 'refunded']) await fixture.invoice(organisation, { state, subject: state });
      await product(organisation, { name: 'missed', renews_on: '2026-02-27' });
      await product(organisation, { name: 'soon', renews_on: '2026-03-20' });
      await product(organisation, { name: 'next year', renews_on: '2027-01-01' });
      await product(organisation, { name: 'gone', state: 'cancelled' });
      const window = await toPay(token, organisation);
      assert.deepEqual(told(window), [
        ['renewal', 'overdue', '2026-02-27', 'missed'],
        ['invoice', 'overdue', '2026-03-01', 'late'],
        ['invoice', 'due', '2026-03-02', 'today'],
        ['renewal', 'upcoming', '2026-03-20', 'soon'],
        ['invoice', 'pro-forma', '2026-05-02', 'draft'],
      ]);
      const total = 3 * 10810 + 2 * 1081;
      assert.deepEqual(window.summary, {
        count: 5, overdue: 2, later: 2, through: '2026-05-02', totals: [{ currency: 'CHF', count: 5, total, open: { count: 5, total } }],
      });
      const all = await toPay(token, organisation, 'all=true');
      assert.deepEqual([all.rows.length, all.summary?.count, all.summary?.later], [7, 7, 0]);
      assert.deepEqual(told(await toPay(token, organisation, 'offset=1&limit=1')), told(window).slice(1, 2));
      assert.deepEqual(told(await toPay(token, organisation, 'search=SOON')), told(window).slice(3, 4));
      assert.deepEqual(told(await toPay(token, organisation, 'sort=subject&descending=true')).map(([, , , subject]) => subject), ['today', 'soon', 'missed', 'late', 'draft']);
      assert.deepEqual(told(await toPay(token, organisation, 'sort=status')).map(([, status]) => status), ['overdue', 'overdue', 'due', 'pro-forma', 'upcoming']);
    });

    test('a term that has its invoice is not shown twice; a cancelled one does not count', async () => {
      const { token, organisation } = await fixture.signedIn();
      const id = await product(organisation);
      const invoiced = { renews_product_id: id, renews_from: '2026-04-01', due_on: '2026-03-28', subject: 'Hosting' };
      const invoice = await fixture.invoice(organisation, { ...invoiced, state: 'due' });
      assert.deepEqual(told(await toPay(token, organisation)), [['invoice', 'due', '2026-03-28', 'Hosting']]);
      await fixture.database.asOwner((tx) => tx.query(`update invoice set state = 'cancelled' where organisation_id = $1 and id = $2`, [organisation, invoice]));
      assert.deepEqual(told(await toPay(token, organisation)), [['renewal', 'upcoming', '2026-04-01', 'Hosting']]);
    });

    test('a renewal costs its price with tax, as the rule in memory rounds it', async () => {
      const { token, organisation } = await fixture.signedIn();
      await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 10_000 }), async (net, basisPoints) => {
        await fixture.database.asOwner(async (tx) => {
          await tx.query('update organisation set vat_basis_points = $2 where id = $1', [organisation, basisPoints]);
          await tx.query('delete from product where organisation_id = $1', [organisation]);
        });
        await product(organisation, { net });
        const [row] = (await toPay(token, organisation)).rows as [ToPayRow];
        assert.equal(row.total.amount, net + vatOn(net, basisPoints));
        const [shown] = (await fixture.call(token, `/v1/organisations/${organisation}/products`)).json().rows;
        assert.deepEqual([shown.net.amount, shown.gross], [net, row.total]);
      }), { numRuns: 40 });
    });
  });

  test('products stand with the active ones first, by the day they renew', async () => {
    const { token, organisation } = await fixture.signedIn();
    await product(organisation, { name: 'c', state: 'expired', renews_on: '2026-01-01' });
    await product(organisation, { name: 'b', renews_on: '2026-09-01', auto_renew: true });
    await product(organisation, { name: 'a', renews_on: '2026-05-01' });
    const { rows, count } = (await fixture.call(token, `/v1/organisations/${organisation}/products?limit=2`)).json();
    assert.deepEqual([count, rows.map(({ name }: { name: string }) => name), rows[1].autoRenew, rows[0].family], [3, ['a', 'b'], true, 'web-and-domain']);
    assert.deepEqual((await fixture.call(token, `/v1/organisations/${organisation}/products?offset=9`)).json(), { rows: [], count: 3 });
  });
});
