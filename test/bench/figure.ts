/** One line of `npm run bench`. */
export interface Figure {
  /** What was measured. */
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'KiB' | 'MiB' | '/s';
  /** The same work without Kontor (plain DOM, raw SQL), measured in the same run. */
  readonly limit?: number;
  /** What counts against the bar: the value itself, or its ratio to the limit. */
  readonly measured: number;
  readonly bar: number;
  /** Whether more is better. */
  readonly atLeast?: boolean;
  /** Spread, noise between two runs of the limit, what else a reader should know. */
  readonly note?: string;
}

export function holds(figure: Figure): boolean {
  return figure.atLeast ? figure.measured >= figure.bar : figure.measured <= figure.bar;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
