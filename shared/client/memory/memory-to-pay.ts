import type { ToPayQuery, ToPayRow, ToPayWindow } from '../../contract/to-pay.ts';
import { foldText } from '../../domain/fold-text.ts';
import { searchWords } from '../../domain/search-words.ts';
import { toPayHorizon } from '../../domain/to-pay-horizon.ts';
import { decimalText } from '../../money/decimal-text.ts';
import { orderKey } from './order-key.ts';

export interface MemoryToPayOptions {
  readonly rows: readonly ToPayRow[];
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
}

const STATUSES: readonly ToPayRow['status'][] = ['overdue', 'due', 'pro-forma', 'upcoming'];
type Compare = (a: ToPayRow, b: ToPayRow) => number;

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const byDay: Compare = (a, b) => byText(a.dueOn, b.dueOn);
const byStatus: Compare = (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status);
const COMPARE: Record<NonNullable<ToPayQuery['sort']>, Compare> = {
  due: (a, b) => byDay(a, b) || byStatus(a, b),
  subject: (a, b) => byText(orderKey(a.subject), orderKey(b.subject)) || byDay(a, b),
  status: (a, b) => byStatus(a, b) || byDay(a, b),
  total: (a, b) => byText(a.total.currency, b.total.currency) || a.total.amount - b.total.amount || byDay(a, b),
};

/** What one organisation has to pay, in memory, with the gateway's rules of horizon, search and order. */
export class MemoryToPay {
  #rows: readonly ToPayRow[];
  #through: string;

  constructor({ rows, today }: MemoryToPayOptions) {
    this.#rows = rows;
    this.#through = toPayHorizon(today);
  }

  /** A part of the list; the first due comes first where no order is asked for. */
  toPay(query: ToPayQuery = {}): ToPayWindow {
    const words = searchWords(query.search ?? '');
    const found = this.#rows.filter((row) => words.every((word) => textOf(row).includes(word)));
    const compare = COMPARE[query.sort ?? 'due'];
    const shown = query.all ? found : found.filter(({ dueOn }) => dueOn <= this.#through);
    const rows = shown.toSorted((a, b) => compare(a, b) || byText(a.id, b.id));
    if (query.descending) rows.reverse();
    const offset = query.offset ?? 0;
    const overdue = rows.filter(({ status }) => status === 'overdue').length;
    const summary = { count: rows.length, totals: totalsOf(rows), overdue, later: found.length - rows.length, through: this.#through };
    return {
      rows: rows.slice(offset, offset + (query.limit ?? 50)),
      summary: query.summary === false ? null : summary,
    };
  }
}

/** All of it is still open. */
function totalsOf(rows: readonly ToPayRow[]): NonNullable<ToPayWindow['summary']>['totals'] {
  const currencies = [...new Set(rows.map(({ total }) => total.currency))].toSorted();
  return currencies.map((currency) => {
    const own = rows.filter(({ total }) => total.currency === currency);
    const [count, total] = [own.length, own.reduce((sum, row) => sum + row.total.amount, 0)];
    return { currency, count, total, open: { count, total } };
  });
}

/** A renewal is found by its product's name, an invoice by its number and amount too. */
function textOf({ kind, number, subject, total }: ToPayRow): string {
  return foldText(kind === 'renewal' ? subject : `${number ?? ''} ${subject} ${decimalText(total)}`);
}
