import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { CurrencyTotal, InvoiceQuery, InvoiceWindow } from '../../../shared/contract/invoice.ts';
import '../../../widgets/elements/invoice-list/define-history.ts';
import '../../../widgets/elements/invoice-list/define.ts';
import { benchClient, benchSession } from './bench-client.ts';
import { invoices } from './main.ts';
import { newestFirst } from './newest-first.ts';
import { deep, remembered, type Subject } from './subject.ts';

const PAGE = 50;
const rows = invoices();
const order = newestFirst(rows);
const list = remembered('.scroller');

/** The first page as a gateway answers it. */
const first: InvoiceWindow = {
  rows: Array.from(order.subarray(0, PAGE), (at) => rows[at]!),
  summary: { count: rows.length, totals: totals() },
  next: String(PAGE),
};

/** Searches, sorts and pages on, in the gateway's place. The page has none of it before it is asked for more than the first page. */
let memory: Promise<{ invoices(query: InvoiceQuery): InvoiceWindow }> | undefined;

async function answer(query: InvoiceQuery): Promise<InvoiceWindow> {
  if (query.sort === 'issued' && query.descending && query.offset === 0 && query.search === undefined) return first;
  memory ??= import('../../../shared/client/memory/memory-invoices.ts').then(({ MemoryInvoices }) => new MemoryInvoices({ rows }));
  return (await memory).invoices(query);
}

function totals(): CurrencyTotal[] {
  const byCurrency = new Map<string, CurrencyTotal>();
  for (const { total: { amount, currency } } of rows) {
    const { count, total, open } = byCurrency.get(currency) ?? { count: 0, total: 0, open: { count: 0, total: 0 } };
    byCurrency.set(currency, { currency, count: count + 1, total: total + amount, open });
  }
  return [...byCurrency.values()];
}

let client: KontorClient;

export const subject: Subject = {
  async mount(host) {
    const session = benchSession();
    const nothing = { rows: [], summary: { count: 0, totals: [], overdue: 0, later: 0, through: session.today } };
    client = benchClient(session, { invoices: answer, toPay: async () => nothing });
    const element = document.createElement('kontor-invoice-list');
    element.client = client;
    element.view = 'history';
    host.append(element);
    await element.updateComplete;
  },
  // A first search has memory read everything.
  prepare: () => client.invoices({ search: 'anything', limit: 1 }),
  list,
  mounted: () => ({ text: first.rows[0]?.number ?? '', within: list() }),
  target: (name) => deep(name === 'sort' ? '[data-sort="total"]' : 'input[type="search"]'),
  rowHeight: () => deep('[data-index]').getBoundingClientRect().height,
};
