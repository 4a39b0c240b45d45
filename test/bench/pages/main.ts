import type { InvoiceRow } from '../../../shared/contract/invoice.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import { Instrument, keepDrawing } from './instrument.ts';
import { invoiceRows, organisationRows } from './rows.ts';
import type { Subject } from './subject.ts';

declare global {
  interface ImportMeta {
    readonly env: { readonly VITE_SUBJECT: string };
  }
}

/** The build puts the name of one subject here and drops the others. */
const name = import.meta.env.VITE_SUBJECT;
const load: () => Promise<{ subject: Subject }> =
  name === 'switcher-limit' ? () => import('./switcher-limit.ts')
  : name === 'switcher-kontor' ? () => import('./switcher-kontor.ts')
  : name === 'list-limit' ? () => import('./list-limit.ts')
  : () => import('./list-kontor.ts');

const wish = new URLSearchParams(location.search);
const count = Number(wish.get('count'));
// Rows exist before anything is measured, as if they had just arrived.
const data = name.startsWith('switcher') ? organisationRows(count) : invoiceRows(count);

export const organisations = (): OrganisationRow[] => data as OrganisationRow[];
export const invoices = (): InvoiceRow[] => data as InvoiceRow[];

const instrument = new Instrument();

/** What the driving script calls; everything else is real input. */
const bench = {
  mount: () => instrument.mount(load),
  prepare: () => instrument.subject.prepare?.(),
  arm: (kind: 'keydown' | 'click' | 'scroll', texts: readonly string[]) => instrument.arm(kind, texts),
  result: () => instrument.result(),
  center: (target: 'trigger' | 'search' | 'sort') => {
    const box = instrument.subject.target(target).getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
  },
  focusSearch: () => instrument.subject.target('search').focus(),
  /** Jumps so that the row of this index stands first. */
  jump: (index: number) => {
    const { subject } = instrument;
    subject.list()?.scrollTo({ top: index * subject.rowHeight() });
  },
};
Object.assign(globalThis, { bench });
export type Bench = typeof bench;

if (wish.has('load')) {
  // Not awaited here: the subjects import the rows from this module.
  void bench.mount().then(() => Object.assign(globalThis, { painted: performance.now() }));
} else {
  keepDrawing();
}
