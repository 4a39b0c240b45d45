import { ratioFigure, rotated, type Side } from './compare.ts';
import type { Figure } from './figure.ts';
import { type BenchPages, withBenchPages } from './pages.ts';

const LOADS = 15;
const COUNT = 100;

/** A cold page with one element against the plain-DOM page that shows the same. */
export function measure(): Promise<Figure[]> {
  return withBenchPages(async (pages) => [
    await compareLoads(pages, 'switcher', 1, 1.25),
    await compareLoads(pages, 'switcher', 4, 1.3),
    await compareLoads(pages, 'list', 1, 1.25),
    await compareLoads(pages, 'list', 4, 1.3),
  ]);
}

/** By turns, the limit twice under two names; the first turn warms up and is dropped. */
async function compareLoads(pages: BenchPages, kind: 'switcher' | 'list', slower: number, bar: number): Promise<Figure> {
  const all: Record<Side, { readonly load: number[] }> = { kontor: { load: [] }, limit: { load: [] }, again: { load: [] } };
  for (let turn = 0; turn <= LOADS; turn++) {
    for (const side of rotated(turn)) {
      const milliseconds = await pages.coldLoad(`${kind}-${side === 'kontor' ? 'kontor' : 'limit'}`, COUNT, slower);
      if (turn > 0) all[side].load.push(milliseconds);
    }
  }
  const speed = slower === 1 ? 'unthrottled' : `CPU ${slower}× slower`;
  return ratioFigure(`cold load, ${kind}, ${speed}`, 'load', bar, all);
}
