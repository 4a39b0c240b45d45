import { foldText } from '../../../shared/domain/fold-text.ts';
import { decimalText } from '../../../shared/money/decimal-text.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { cell, LimitList } from './limit-list.ts';
import { invoices } from './main.ts';
import { newestFirst } from './newest-first.ts';
import type { Subject } from './subject.ts';

const ROW = 40;
const rows = invoices();
const days = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' });
const folded = rows.map((row) => foldText(`${row.number ?? ''} ${row.seller} ${row.subject} ${decimalText(row.total)}`));
const totals = Float64Array.from(rows, (row) => row.total.amount);
const byIssue = newestFirst(rows);
let order = byIssue;
let shown = order;

const search = document.createElement('input');
const sort = document.createElement('button');
const list = new LimitList(ROW, drawRow);

function drawRow(index: number): HTMLElement {
  const row = rows[shown[index] as number];
  const element = document.createElement('div');
  element.className = 'row';
  if (!row) return element;
  element.append(
    cell('date', days.format(new Date(row.issuedOn))),
    cell('number', row.number ?? ''),
    cell('subject', row.subject),
    cell('date', row.dueOn ? days.format(new Date(row.dueOn)) : ''),
    cell('status', row.status),
    cell('amount', `${row.total.currency} ${formatAmount(row.total, 'en')}`),
  );
  return element;
}

function apply(): void {
  const words = foldText(search.value).split(' ').filter(Boolean);
  shown = words.length === 0 ? order : order.filter((at) => words.every((word) => (folded[at] as string).includes(word)));
  list.show(shown.length);
}

export const subject: Subject = {
  mount(host) {
    sort.textContent = 'Total';
    sort.addEventListener('click', () => {
      order = Uint32Array.from(rows.keys()).sort(
        (a, b) => compare(rows[a]?.total.currency ?? '', rows[b]?.total.currency ?? '') || (totals[a] as number) - (totals[b] as number) || a - b,
      );
      apply();
    });
    search.addEventListener('input', apply);
    host.append(search, sort, list.scroller);
    list.show(shown.length);
  },
  list: () => list.scroller,
  mounted: () => ({ text: rows[byIssue[0] as number]?.number ?? '', within: list.scroller }),
  target: (name) => (name === 'sort' ? sort : search),
  rowHeight: () => ROW,
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
