import { type Figure, median } from './figure.ts';
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

async function compareLoads(pages: BenchPages, kind: 'switcher' | 'list', slower: number, bar: number): Promise<Figure> {
  const kontor: number[] = [];
  const limit: number[] = [];
  for (let load = -1; load < LOADS; load++) {
    const ours = await pages.coldLoad(`${kind}-kontor`, COUNT, slower);
    const plain = await pages.coldLoad(`${kind}-limit`, COUNT, slower);
    if (load < 0) continue;
    kontor.push(ours);
    limit.push(plain);
  }
  const value = median(kontor);
  const base = median(limit);
  const speed = slower === 1 ? 'unthrottled' : `CPU ${slower}× slower`;
  return { name: `cold load, ${kind}, ${speed}`, value, unit: 'ms', limit: base, measured: value / base, bar };
}
