import { type Figure, median, quantile } from './figure.ts';
import type { BenchPage, BenchPages } from './pages.ts';

/** What one round gives: a list of samples for each thing measured. */
export type Samples = Readonly<Record<string, number[]>>;

/** The limit has two names: what these two differ by is what the method cannot tell apart. */
export type Side = 'kontor' | 'limit' | 'again';

const ROUNDS = 5;

/**
 * Measures Kontor and the plain-DOM limit by turns. The first round warms up and is dropped. Heap is what the
 * page has more than the same page without rows and without the list.
 */
export async function compare(
  pages: BenchPages,
  kind: 'switcher' | 'list',
  count: number,
  round: (page: BenchPage, emptyHeap: number) => Promise<Samples>,
): Promise<Record<Side, Samples>> {
  const all: Record<Side, Record<string, number[]>> = { kontor: {}, limit: {}, again: {} };
  for (let turn = 0; turn <= ROUNDS; turn++) {
    for (const side of rotated(turn)) {
      const subject = `${kind}-${side === 'kontor' ? 'kontor' : 'limit'}`;
      const empty = await pages.open(subject, 0);
      const emptyHeap = await empty.heap();
      await empty.close();
      const page = await pages.open(subject, count);
      const samples = await round(page, emptyHeap);
      await page.close();
      if (turn === 0) continue;
      for (const [name, values] of Object.entries(samples)) (all[side][name] ??= []).push(...values);
    }
  }
  return all;
}

/** The sides in an order that another one begins in each round. */
export function rotated(turn: number): Side[] {
  const sides: Side[] = ['kontor', 'limit', 'again'];
  return [...sides.slice(turn % sides.length), ...sides.slice(0, turn % sides.length)];
}

/** The median of a thing against the limit's, with the noise of the method beside it. */
export function ratioFigure(
  name: string,
  thing: string,
  bar: number,
  { kontor, limit, again }: Record<Side, Samples>,
  part = 0.5,
  unit: 'ms' | 'MiB' = 'ms',
): Figure {
  const of = (samples: Samples): number => quantile(samples[thing] ?? [], part);
  const base = median([of(limit), of(again)]);
  const noise = of(again) / of(limit);
  const spread = kontor[thing] ?? [];
  const note = `${round(Math.min(...spread))}–${round(Math.max(...spread))}; limit twice ${noise.toFixed(2)}`;
  return { name, value: of(kontor), unit, limit: base, measured: of(kontor) / base, bar, note };
}

function round(value: number): string {
  return value.toFixed(1);
}
