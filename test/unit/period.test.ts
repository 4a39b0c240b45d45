import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ALL_TIME, CUSTOM, periodOf, recentQuarters, recentYears } from '../../widgets/elements/invoice-list/period.ts';

const none = { from: undefined, to: undefined };
const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test('years and quarters go back from today', () => {
  assert.deepEqual(recentYears('2026-01-01'), ['2026', '2025', '2024', '2023', '2022']);
  assert.deepEqual(recentQuarters('2026-03-31'), ['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2', '2025-Q1']);
});

test('a period is what its name says', () => {
  assert.deepEqual(periodOf('2026', none), { from: '2026-01-01', to: '2026-12-31' });
  assert.deepEqual(periodOf('2026-Q1', none), { from: '2026-01-01', to: '2026-03-31' });
  assert.deepEqual(periodOf('2026-Q2', none), { from: '2026-04-01', to: '2026-06-30' });
  assert.deepEqual(periodOf('2026-Q4', none), { from: '2026-10-01', to: '2026-12-31' });
  assert.deepEqual(periodOf(ALL_TIME, { from: '2026-01-01', to: undefined }), none);
  assert.deepEqual(periodOf(CUSTOM, { from: '2026-03-01', to: '2026-02-01' }), { from: '2026-02-01', to: '2026-03-01' });
  assert.deepEqual(periodOf(CUSTOM, { from: '2026-03-01', to: undefined }), { from: '2026-03-01', to: undefined });
});

test('today lies in this quarter, and the quarters follow on one another', () => {
  fc.assert(
    fc.property(day, (today) => {
      const quarters = recentQuarters(today).map((quarter) => periodOf(quarter, none));
      assert.ok(quarters[0]!.from! <= today && today <= quarters[0]!.to!);
      for (let i = 1; i < quarters.length; i++) {
        assert.equal(Date.parse(quarters[i]!.to!) + 86_400_000, Date.parse(quarters[i - 1]!.from!));
      }
    }),
  );
});
