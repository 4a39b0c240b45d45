import type { ToPayQuery, ToPayRow, ToPayWindow } from '../../contract/to-pay.ts';
import { foldText } from '../../domain/fold-text.ts';
import { toPayHorizon } from '../../domain/to-pay-horizon.ts';
import { decimalText } from '../../money/decimal-text.ts';

export interface MemoryToPayOptions {
  readonly rows: readonly ToPayRow[];
  /** The day it is, `YYYY-MM-DD`. */
  readonly today: string;
}

const STATUSES: readonly ToPayRow['status'][] = ['overdue', 'due', 'pro-forma', 'upcoming'];
type Compare = (a: ToPayRow, b: ToPayRow) => number;

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const COMPARE: Record<NonNullable<ToPayQuery['sort']>, Compare> = {
  due: (a, b) => byText(a.dueOn, b.dueOn),
  subject: (a, b) => byText(a.subject, b.subject),
  status: (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status),
  total: (a, b) => byText(a.total.currency, b.total.currency) || a.total.amount - b.total.amount,
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
    const words = foldText(query.search ?? '').split(' ').filter(Boolean);
    const found = this.#rows.filter((row) => words.every((word) => textOf(row).includes(word)));
    const soon = found.filter(({ dueOn }) => dueOn <= this.#through);
    const compare = COMPARE[query.sort ?? 'due'];
    const rows = (query.all ? found : soon).toSorted((a, b) => compare(a, b) || byText(a.id, b.id));
    if (query.descending) rows.reverse();
    const offset = query.offset ?? 0;
    const summary = { ...summaryOf(rows), later: found.length - soon.length, through: this.#through };
    return {
      rows: rows.slice(offset, offset + (query.limit ?? 50)),
      summary: query.summary === false ? null : summary,
    };
  }
}

/** A renewal without an invoice is not open yet. */
function summaryOf(rows: readonly ToPayRow[]): Pick<NonNullable<ToPayWindow['summary']>, 'count' | 'totals' | 'overdue'> {
  const currencies = [...new Set(rows.map(({ total }) => total.currency))].toSorted();
  const totals = currencies.map((currency) => {
    const all = rows.filter(({ total }) => total.currency === currency);
    const open = all.filter(({ kind }) => kind === 'invoice');
    return { currency, count: all.length, total: sumOf(all), open: { count: open.length, total: sumOf(open) } };
  });
  return { count: rows.length, totals, overdue: rows.filter(({ status }) => status === 'overdue').length };
}

const sumOf = (rows: readonly ToPayRow[]): number => rows.reduce((sum, { total }) => sum + total.amount, 0);

const textOf = ({ number, subject, total }: ToPayRow): string => foldText(`${number ?? ''} ${subject} ${decimalText(total)}`);
