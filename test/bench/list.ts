import { foldText } from '../../shared/domain/fold-text.ts';
import { decimalText } from '../../shared/money/decimal-text.ts';
import { compare, ratioFigure, type Samples } from './compare.ts';
import type { Figure } from './figure.ts';
import { type BenchPage, withBenchPages } from './pages.ts';
import { invoiceRows } from './pages/rows.ts';

const COUNT = 100_000;
const TYPED = 'musik';
const JUMPS = [50_000, 99_000, 12_345, 77_777, 3_000];
const SEEN = 4;

/** The invoice list with 100,000 rows against a plain-DOM windowed table. */
export function measure(): Promise<Figure[]> {
  const { byIssue, byTotal, filtered } = expectations();
  const round = async (page: BenchPage, emptyHeap: number): Promise<Samples> => {
    const mount = await page.mount();
    await page.rest();
    const heap = (await page.heap()) - emptyHeap;
    const jump: number[] = [];
    for (const index of JUMPS) jump.push(await page.jump(index, byIssue.slice(index, index + SEEN)));
    const sort = await page.click('sort', byTotal.slice(0, SEEN));
    await page.focusSearch();
    const filter: number[] = [];
    for (let length = 1; length <= TYPED.length; length++) {
      filter.push(await page.key(TYPED[length - 1] as string, filtered(TYPED.slice(0, length))));
    }
    return { mount: [mount], heap: [heap], jump, sort: [sort], filter };
  };
  return withBenchPages(async (pages) => {
    const samples = await compare(pages, 'list', COUNT, round);
    return [
      ratioFigure('invoice list 100,000: mount → rows', 'mount', 1.6, samples),
      ratioFigure('invoice list 100,000: jump', 'jump', 1.15, samples),
      ratioFigure('invoice list 100,000: sort', 'sort', 1.3, samples),
      ratioFigure('invoice list 100,000: filter', 'filter', 1.2, samples),
      ratioFigure('invoice list 100,000: heap', 'heap', 1.5, samples, 0.5, 'MiB'),
    ];
  });
}

/** The invoice numbers that must stand first, by the rules of the contract. */
function expectations() {
  const rows = invoiceRows(COUNT).map((row, at) => ({
    at, number: row.number ?? '', day: row.issuedOn, money: row.total,
    text: foldText(`${row.number ?? ''} ${row.seller} ${row.subject} ${decimalText(row.total)}`),
  }));
  const newest = rows.toSorted((a, b) => order(b.day, a.day) || b.at - a.at);
  const cheapest = rows.toSorted((a, b) => order(a.money.currency, b.money.currency) || a.money.amount - b.money.amount || a.at - b.at);
  const numbers = (list: typeof rows): string[] => list.map((row) => row.number);
  return {
    byIssue: numbers(newest),
    byTotal: numbers(cheapest),
    // Typed after the sort by total, which therefore still holds.
    filtered: (typed: string) => numbers(cheapest.filter((row) => row.text.includes(typed)).slice(0, SEEN)),
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
