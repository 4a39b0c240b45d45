import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MemoryPrepaid } from '../../../shared/client/memory/memory-prepaid.ts';
import type { Movement } from '../../../shared/contract/prepaid.ts';
import type { ToPayRow } from '../../../shared/contract/to-pay.ts';

const money = (amount: number) => ({ amount, currency: 'CHF' });
const none = money(0);
const account = { available: money(3000), reserved: none, pending: none, freeCredit: none, owed: none, asOf: '2026-03-02T09:00:00Z' };
const movement = (at: string, amount: number, balance: number): Movement =>
  ({ id: at, at, cause: 'top-up', amount: money(amount), balance: money(balance), document: null, number: null });
const due = (dueOn: string, total: number): ToPayRow =>
  ({ id: dueOn, kind: 'renewal', status: 'upcoming', dueOn, number: null, subject: 'Hosting', productKind: null, autoRenew: null, total: money(total) });

test('the outlook follows from movements and what is to pay, and a top-up changes it', () => {
  const movements = [movement('2026-03-01T10:00:00Z', 2500, 3000), movement('2026-02-27T10:00:00Z', 400, 500)];
  const prepaid = new MemoryPrepaid({ balance: account, movements });
  const rows = [due('2026-03-10', 2000), due('2026-04-10', 1500)];
  const { trend, ...outlook } = prepaid.outlook(rows, '2026-03-02');
  assert.deepEqual(trend.slice(-5).map(({ available }) => available), [100, 500, 500, 3000, 3000]);
  assert.deepEqual([trend.length, trend[0]], [91, { on: '2025-12-02', available: 100 }]);
  assert.deepEqual(outlook, {
    currency: 'CHF', through: '2027-03-02', coveredUntil: '2026-04-09', shortfall: money(500), nextExpiry: null,
    uncovered: { on: '2026-04-10', subject: 'Hosting', total: money(1500) },
  });
  prepaid.topUp({ amount: money(500), card: 'approved' }, 'one');
  assert.equal(prepaid.outlook(rows, '2026-03-02').coveredUntil, null);
});
