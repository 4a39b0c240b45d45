import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { MemoryInvoices } from '../../../shared/client/memory/memory-invoices.ts';
import type { InvoiceQuery, InvoiceRow, InvoiceSortKey } from '../../../shared/contract/invoice.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { INVOICE_STATUSES, OPEN_STATUSES } from '../../../shared/domain/invoice-status.ts';
import { decimalText } from '../../../shared/money/decimal-text.ts';
import { FEW_INVOICES, invoiceDetail, invoiceRow, manyInvoices } from '../../support/invoice-sample.ts';

const numbers = (query: InvoiceQuery, rows: readonly InvoiceRow[] = FEW_INVOICES): (string | null)[] =>
  new MemoryInvoices({ rows }).invoices(query).rows.map(({ number, proFormaNumber }) => number ?? proFormaNumber);

/** The rules once more, in the plainest words. */
function expected(rows: readonly InvoiceRow[], query: InvoiceQuery): InvoiceRow[] {
  const typed = query.search ?? '';
  // Without a letter or digit it occurs nowhere.
  const words = (foldText(typed) || typed).split(' ');
  const text = (row: InvoiceRow): string =>
    foldText([row.number, row.proFormaNumber, row.seller, row.subject, decimalText(row.total), decimalText(row.payable), row.total.currency].join(' '));
  const keys: Record<InvoiceSortKey, (row: InvoiceRow) => (string | number)[]> = {
    issued: ({ issuedOn }) => [issuedOn],
    due: ({ dueOn }) => [dueOn ?? '9999-12-31'],
    number: ({ number, proFormaNumber }) => [number ?? proFormaNumber ?? ''],
    status: ({ status, dueOn }) => [INVOICE_STATUSES.indexOf(status), dueOn ?? '9999-12-31'],
    total: ({ total }) => [total.currency, total.amount],
    subject: ({ subject }) => [subject.replace(/[A-Z]/g, (letter) => letter.toLowerCase())],
  };
  const key = (row: InvoiceRow): (string | number)[] => [...keys[query.sort ?? 'issued'](row), row.id];
  const found = rows.filter(
    (row) =>
      (!query.status?.length || query.status.includes(row.status)) &&
      (!query.from || row.issuedOn >= query.from) &&
      (!query.to || row.issuedOn <= query.to) &&
      words.every((word) => text(row).includes(word)),
  );
  found.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    const differing = left.findIndex((value, i) => value !== right[i]);
    return differing < 0 ? 0 : left[differing]! < right[differing]! ? -1 : 1;
  });
  return (query.descending ?? query.sort === 'issued') ? found.toReversed() : found;
}

const amount = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.maxSafeInteger());
const money = fc.record({ amount, currency: fc.constantFrom('CHF', 'EUR', 'JPY') });
const day = fc.constantFrom('1999-12-31', '2026-01-01', '2026-01-31', '2026-02-01', '2027-06-30');
const name = fc.constantFrom('Café Zürich', 'cafe', 'Œuvre', 'Straße 7', '', '12.50', '数');
const change = fc.record({
  kind: fc.constantFrom('invoice' as const, 'credit-note' as const),
  number: fc.option(name),
  proFormaNumber: fc.option(name),
  status: fc.constantFrom(...INVOICE_STATUSES),
  issuedOn: day,
  dueOn: fc.option(day),
  seller: name,
  subject: name,
  total: money,
  payable: money,
});
const list = fc
  .array(change, { maxLength: 30 })
  .chain((changes) => fc.shuffledSubarray(changes.map((values, index) => invoiceRow(index, values)), { minLength: changes.length }));
const question = fc.record(
  {
    status: fc.subarray([...INVOICE_STATUSES]),
    from: day,
    to: day,
    search: fc.constantFrom('cafe', 'ZURICH caf', 'chf 5', 'oeuvre', 'strasse', '1250', '12,50', '5', '-', '数', 'nothing'),
    sort: fc.constantFrom<InvoiceSortKey>('issued', 'due', 'number', 'status', 'total', 'subject'),
    descending: fc.boolean(),
  },
  { requiredKeys: ['sort'] },
);

describe('invoices in memory', () => {
  test('follow the rules of filter and order, whatever the rows', () => {
    fc.assert(
      fc.property(list, fc.array(question, { minLength: 1, maxLength: 4 }), (rows, queries) => {
        const memory = new MemoryInvoices({ rows });
        for (const query of queries) {
          assert.deepEqual(memory.invoices({ ...query, limit: 200 }).rows, expected(rows, query), JSON.stringify(query));
        }
      }),
    );
  });

  test('add up each currency apart, open ones too', () => {
    fc.assert(
      fc.property(list, question, (rows, query) => {
        const found = expected(rows, query);
        const { summary } = new MemoryInvoices({ rows }).invoices(query);
        assert.equal(summary?.count, found.length);
        const currencies = [...new Set(found.map(({ total }) => total.currency))].toSorted();
        assert.deepEqual(summary?.totals.map(({ currency }) => currency), currencies);
        for (const { currency, count, open } of summary?.totals ?? []) {
          const ofIt = found.filter(({ total }) => total.currency === currency);
          assert.equal(count, ofIt.length);
          const opened = ofIt.filter(({ status }) => OPEN_STATUSES.includes(status));
          assert.equal(open.count, opened.length);
          assert.equal(open.total, opened.reduce((sum, { payable }) => sum + payable.amount, 0));
        }
      }),
    );
    const { summary } = new MemoryInvoices({ rows: FEW_INVOICES }).invoices();
    assert.deepEqual(summary?.totals, [
      { currency: 'CHF', count: 3, total: 12_900 + 10_004 + 10_005, open: { count: 2, total: 20_009 } },
      { currency: 'EUR', count: 2, total: 5445, open: { count: 0, total: 0 } },
    ]);
  });

  test('come latest first where no order is asked for', () => {
    assert.deepEqual(numbers({}), ['P-000005', 'R-000004', 'F/77', 'R-000002', 'R-000001']);
    assert.deepEqual(numbers({ sort: 'issued', descending: false })[0], 'R-000001');
  });

  test('are found by all words in number, product, seller and amount, accents and case aside', () => {
    assert.deepEqual(numbers({ search: 'OEUVRE zurich' }), ['F/77']);
    assert.deepEqual(numbers({ search: '-45.50' }), ['R-000002']);
    assert.deepEqual(numbers({ search: 'f/77' }), ['F/77']);
    assert.deepEqual(numbers({ search: 'zurich basel' }), []);
  });

  test('come in windows by offset or by cursor, and each row once', () => {
    const memory = new MemoryInvoices({ rows: manyInvoices(95) });
    const all = memory.invoices({ limit: 200 }).rows;
    const read: InvoiceRow[] = [];
    let after: string | null | undefined;
    do {
      const part = memory.invoices({ limit: 20, summary: read.length === 0, ...(after && { after }) });
      assert.equal(part.summary === null, read.length > 0);
      read.push(...part.rows);
      after = part.next;
    } while (after);
    assert.deepEqual(read, all);
    assert.deepEqual(memory.invoices({ offset: 90, limit: 20 }).rows, all.slice(90));
    assert.deepEqual(memory.invoices({ offset: 500 }).rows, []);
  });

  test('hold more rows than one piece of the search text', () => {
    const memory = new MemoryInvoices({ rows: manyInvoices(10_000) });
    assert.equal(memory.invoices({ search: '009999' }).rows[0]?.number, 'R-009999');
    assert.equal(memory.invoices({ search: 'R-00' }).summary?.count, 10_000);
    assert.equal(memory.invoices({ search: 'p 004096' }).summary?.count, 1);
  });

  test('give details and documents of known rows only', () => {
    const memory = new MemoryInvoices({ rows: FEW_INVOICES, details: invoiceDetail, documents: () => new File(['x'], 'x.xml') });
    const [first, , imported] = FEW_INVOICES;
    assert.equal(memory.invoice(first!.id).row, first);
    assert.equal(memory.invoiceDocument(imported!.id, 'original').name, 'x.xml');
    for (const call of [() => memory.invoice('unknown'), () => memory.invoiceDocument(first!.id, 'original')]) {
      assert.throws(call, { code: 'KONTOR_NOT_FOUND' });
    }
  });
});
