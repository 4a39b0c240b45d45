import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../shared/domain/add-days.ts';
import { extraInvoices } from '../../server/seed/demo-extra-invoices.ts';
import { DEMO_PRODUCTS } from '../../server/seed/demo-products.ts';
import type { InvoiceDraft } from '../../server/seed/invoice-draft.ts';
import { documentEvents, planPrepaid } from '../../server/seed/plan-prepaid.ts';
import { productHistory } from '../../server/seed/product-history.ts';
import { seededRandom } from '../../server/seed/random.ts';

const days = fc.integer({ min: 0, max: 3_660 }).map((count) => addDays('2025-01-01', count));

function historyOf(today: string): InvoiceDraft[] {
  const random = seededRandom(1);
  const renewals = DEMO_PRODUCTS.flatMap(([organisation, products]) =>
    productHistory(organisation, products, today, random).invoices);
  return [...renewals, ...extraInvoices(today, random)];
}

test('on any day the history runs forwards and ends before that day', () => {
  fc.assert(fc.property(days, (today) => {
    const renewed = new Set<string>();
    for (const { startedOn, dueOn, paidOn, endedOn, renews } of historyOf(today)) {
      const order = [startedOn, paidOn, endedOn].filter((day) => day !== null);
      assert.deepEqual(order, order.toSorted());
      assert.ok(order.every((day) => day < today));
      assert.ok(dueOn === null || dueOn >= startedOn);
      if (!renews) continue;
      const term = `${renews.product} ${renews.from}`;
      assert.ok(!renewed.has(term), 'a term was invoiced twice');
      renewed.add(term);
    }
  }), { numRuns: 60 });
});

test('on any day the prepaid account covers what it pays, in the order of time', () => {
  fc.assert(fc.property(days, fc.boolean(), (today, lastTopUpChargedBack) => {
    for (const [organisation, drafts] of Map.groupBy(historyOf(today), (draft) => draft.organisation)) {
      const manner = { person: 'somebody', cushions: [0, 5_000], lastTopUpChargedBack };
      const { postings } = planPrepaid(organisation, documentEvents(drafts), manner, today, seededRandom(2));
      let available = 0;
      for (const { from, to, amount } of postings) {
        assert.ok(amount > 0);
        available += (to === 'prepaid' ? amount : 0) - (from === 'prepaid' ? amount : 0);
        assert.ok(available >= 0);
      }
      const times = postings.map(({ at }) => at.getTime());
      assert.deepEqual(times, times.toSorted((one, other) => one - other));
    }
  }), { numRuns: 20 });
});
