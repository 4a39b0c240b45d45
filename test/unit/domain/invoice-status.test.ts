import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  INVOICE_STATUSES, invoiceStatus, OPEN_STATUSES, type StoredInvoiceStatus,
} from '../../../shared/domain/invoice-status.ts';

const stored: readonly StoredInvoiceStatus[] = ['pro-forma', 'due', 'processing', 'paid', 'cancelled', 'refunded'];
const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

describe('the state of an invoice', () => {
  test('is overdue exactly where it is due and its day has passed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...stored), fc.option(day), day, (status, dueOn, today) => {
        const overdue = status === 'due' && dueOn !== null && Date.parse(dueOn) < Date.parse(today);
        assert.equal(invoiceStatus(status, dueOn, today), overdue ? 'overdue' : status);
      }),
    );
  });

  test('is still due on the last day', () => {
    assert.equal(invoiceStatus('due', '2026-11-22', '2026-11-22'), 'due');
    assert.equal(invoiceStatus('due', '2026-11-21', '2026-11-22'), 'overdue');
  });

  test('has a place in the order, and an open one is no settled one', () => {
    assert.deepEqual([...INVOICE_STATUSES].toSorted(), [...stored, 'overdue'].toSorted());
    assert.deepEqual([...OPEN_STATUSES].toSorted(), ['due', 'overdue', 'pro-forma']);
  });
});
