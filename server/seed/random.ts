/** A source of numbers that gives the same ones for the same start, so that a seed is the same each time. */
export interface Random {
  /** A whole number from 0 to `bound - 1`. */
  below(bound: number): number;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  bytes(count: number): Uint8Array;
}

/** The mulberry32 generator: 32 bits of state, good enough for sample data and for nothing secret. */
export function seededRandom(start: number): Random {
  let state = start >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (bound: number): number => next() % bound;
  return {
    below,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    bytes: (count) => Uint8Array.from({ length: count }, () => next() & 0xff),
  };
}
