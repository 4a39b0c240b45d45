import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { MemoryInvoices } from '../../../shared/client/memory/memory-invoices.ts';
import { MemoryToPay } from '../../../shared/client/memory/memory-to-pay.ts';
import '../../../widgets/elements/invoice-list/define-history.ts';
import '../../../widgets/elements/invoice-list/define.ts';
import { benchClient, benchSession } from './bench-client.ts';
import { invoices } from './main.ts';
import { deep, remembered, type Subject } from './subject.ts';

const rows = invoices();
const newest = rows.reduce((a, b) => (b.issuedOn > a.issuedOn || (b.issuedOn === a.issuedOn && b.id > a.id) ? b : a));

const list = remembered('.scroller');

let client: KontorClient;

export const subject: Subject = {
  async mount(host) {
    const session = benchSession();
    const history = new MemoryInvoices({ rows });
    const toPay = new MemoryToPay({ rows: [], today: session.today });
    client = benchClient(session, { invoices: async (query) => history.invoices(query), toPay: async (query) => toPay.toPay(query) });
    const element = document.createElement('kontor-invoice-list');
    element.client = client;
    element.view = 'history';
    host.append(element);
    await element.updateComplete;
  },
  // The client answers in the place of a gateway; a first search has it read everything.
  prepare: () => client.invoices({ search: 'anything', limit: 1 }),
  list,
  mounted: () => ({ text: newest.number ?? '', within: deep('.scroller') }),
  target: (name) => deep(name === 'sort' ? '[data-sort="total"]' : 'input[type="search"]'),
  rowHeight: () => deep('[data-index]').getBoundingClientRect().height,
};
