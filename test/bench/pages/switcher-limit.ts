import { foldText } from '../../../shared/domain/fold-text.ts';
import { matchRank, organisationSearch } from '../../../shared/domain/organisation-search.ts';
import { formatAmount } from '../../../shared/money/format-money.ts';
import { cell, LimitList } from './limit-list.ts';
import { organisations } from './main.ts';
import type { Subject } from './subject.ts';

const ROW = 56;
const rows = organisations();
const folded = rows.map((row) => foldText(row.name));
const byName = Uint32Array.from(rows.keys()).sort((a, b) => compare(folded[a] as string, folded[b] as string));
let shown: Uint32Array = byName;

const trigger = document.createElement('button');
const panel = document.createElement('div');
const search = document.createElement('input');
const list = new LimitList(ROW, drawRow);

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function drawRow(index: number): HTMLElement {
  const row = rows[shown[index] as number];
  const element = document.createElement('div');
  element.className = 'row';
  if (!row) return element;
  element.append(cell('name', row.name), cell('role', row.role));
  if (row.available) element.append(cell('amount', `${row.available.currency} ${formatAmount(row.available, 'en')}`));
  return element;
}

function filter(): void {
  const query = organisationSearch(search.value);
  if (!query) shown = byName;
  else {
    const found: { at: number; rank: number }[] = [];
    for (const at of byName) {
      const row = rows[at];
      const rank = row && matchRank(folded[at] as string, row.id, query);
      if (rank !== undefined) found.push({ at, rank });
    }
    shown = Uint32Array.from(found.sort((a, b) => a.rank - b.rank), ({ at }) => at);
  }
  list.show(shown.length);
}

export const subject: Subject = {
  mount(host) {
    trigger.textContent = rows[0]?.name ?? '';
    trigger.className = 'trigger';
    panel.className = 'panel';
    panel.hidden = true;
    trigger.addEventListener('click', () => {
      panel.hidden = !panel.hidden;
      list.show(shown.length);
      search.focus();
    });
    search.addEventListener('input', filter);
    panel.append(search, list.scroller);
    host.append(trigger, panel);
  },
  list: () => list.scroller,
  mounted: () => ({ text: rows[0]?.name ?? '', within: trigger }),
  target: (name) => (name === 'trigger' ? trigger : search),
  rowHeight: () => ROW,
};
