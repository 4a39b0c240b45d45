import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MemoryToPay } from '../../../shared/client/memory/memory-to-pay.ts';
import type { ToPayQuery } from '../../../shared/contract/to-pay.ts';
import { FEW_TO_PAY, TODAY } from '../../support/invoice-sample.ts';

const memory = new MemoryToPay({ rows: FEW_TO_PAY, today: TODAY });
const subjects = (query: ToPayQuery): string => memory.toPay(query).rows.map(({ subject }) => subject.at(-1)).join('');

describe('what is to pay, in memory', () => {
  test('shows two months, overdue ones first, and says how many come later', () => {
    assert.equal(subjects({}), '2314');
    assert.deepEqual(memory.toPay().summary, {
      count: 4,
      totals: [
        { currency: 'CHF', count: 3, total: 7000, open: { count: 3, total: 7000 } },
        { currency: 'EUR', count: 1, total: 1990, open: { count: 1, total: 1990 } },
      ],
      overdue: 2,
      later: 1,
      through: '2027-01-22',
    });
  });

  test('shows everything when asked, and then nothing more is to come', () => {
    assert.equal(subjects({ all: true }), '23145');
    assert.equal(memory.toPay({ all: true }).summary?.later, 0);
  });

  test('sorts by each key in both directions', () => {
    assert.equal(subjects({ sort: 'subject', descending: true }), '4321');
    assert.equal(subjects({ sort: 'status' }), '2314');
    assert.equal(subjects({ sort: 'total' }), '1243');
  });

  test('searches the product of a renewal, number and amount of an invoice too, and cuts windows', () => {
    assert.equal(subjects({ search: 'R-2' }), '2');
    assert.equal(subjects({ search: 'thing 20.00' }), '2');
    assert.equal(subjects({ search: '19.90' }), '');
    assert.equal(subjects({ search: 'thing 3' }), '3');
    assert.equal(subjects({ offset: 1, limit: 2 }), '31');
    assert.equal(memory.toPay({ summary: false }).summary, null);
  });
});
