import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addMonths, toPayHorizon } from '../../../shared/domain/to-pay-horizon.ts';

const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const months = fc.integer({ min: 0, max: 240 });
const monthOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));

describe('months after a day', () => {
  test('count calendar months and keep the day, or take the last of a shorter month', () => {
    fc.assert(
      fc.property(day, months, (start, count) => {
        const end = addMonths(start, count);
        assert.equal(monthOf(end), monthOf(start) + count);
        const tomorrow = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
        const last = tomorrow.endsWith('-01');
        assert.ok(end.slice(8) === start.slice(8) || (last && end.slice(8) < start.slice(8)), `${start} + ${count} = ${end}`);
      }),
    );
  });

  test('keep the order of days', () => {
    fc.assert(fc.property(day, day, months, (a, b, count) => a > b || addMonths(a, count) <= addMonths(b, count)));
  });

  test('know February and the turn of the year', () => {
    assert.equal(addMonths('2027-12-31', 2), '2028-02-29');
    assert.equal(addMonths('2026-12-31', 2), '2027-02-28');
    assert.equal(addMonths('2026-01-31', 1), '2026-02-28');
    assert.equal(toPayHorizon('2026-11-22'), '2027-01-22');
  });
});
