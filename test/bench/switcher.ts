import { foldText } from '../../shared/domain/fold-text.ts';
import { matchRank, organisationSearch } from '../../shared/domain/organisation-search.ts';
import { compare, ratioFigure, type Samples } from './compare.ts';
import type { Figure } from './figure.ts';
import { type BenchPage, withBenchPages } from './pages.ts';
import { organisationRows } from './pages/rows.ts';

const COUNT = 10_000;
const TYPED = 'hohen verl';
/** Rows that must show the right text before a list counts as painted. */
const SEEN = 4;

/** The switcher with 10,000 organisations against a plain-DOM windowed list. */
export function measure(): Promise<Figure[]> {
  const expected = expectations();
  const round = async (page: BenchPage, emptyHeap: number): Promise<Samples> => {
    const mount = await page.mount();
    await page.rest();
    const open = await page.click('trigger', expected(''));
    const heap = (await page.heap()) - emptyHeap;
    await page.focusSearch();
    const keystroke: number[] = [];
    for (let length = 1; length <= TYPED.length; length++) {
      const key = TYPED[length - 1] === ' ' ? 'Space' : (TYPED[length - 1] as string);
      keystroke.push(await page.key(key, expected(TYPED.slice(0, length))));
    }
    return { mount: [mount], open: [open], heap: [heap], keystroke };
  };
  return withBenchPages(async (pages) => {
    const samples = await compare(pages, 'switcher', COUNT, round);
    return [
      ratioFigure('switcher 10,000: keystroke → painted', 'keystroke', 1.2, samples),
      ratioFigure('switcher 10,000: keystroke → painted, p95', 'keystroke', 1.3, samples, 0.95),
      ratioFigure('switcher 10,000: open → list', 'open', 1.5, samples),
      ratioFigure('switcher 10,000: script + mount', 'mount', 1.8, samples),
      ratioFigure('switcher 10,000: heap, open', 'heap', 1.5, samples, 0.5, 'MiB'),
    ];
  });
}

/** The names that must stand first for what was typed, by the rules of the contract. */
function expectations(): (typed: string) => string[] {
  const rows = organisationRows(COUNT).map((row) => ({ ...row, folded: foldText(row.name) }));
  rows.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
  return (typed) => {
    const search = organisationSearch(typed);
    const ranked = rows.map((row) => ({ row, rank: search ? matchRank(row.folded, row.id, search) : 0 }));
    const found = ranked.filter(({ rank }) => rank !== undefined).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    return found.slice(0, SEEN).map(({ row }) => row.name);
  };
}
