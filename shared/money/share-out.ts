/**
 * Splits an amount in proportion to weights so that nothing is lost: each share is rounded down, and what
 * is left goes unit by unit to the largest remainders, the earlier one where two are equal. No share
 * exceeds its weight as long as the amount does not exceed their sum.
 * @param amount whole minor units, not negative
 * @param weights whole numbers, not negative; where all are 0 nothing can be shared out, and the amount must be 0
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (sum === 0n) return weights.map(() => 0);
  const parts = weights.map((weight, at) => {
    const exact = BigInt(amount) * BigInt(weight);
    return { at, share: Number(exact / sum), remainder: exact % sum };
  });
  const left = amount - parts.reduce((total, part) => total + part.share, 0);
  const largest = [...parts].sort((a, b) => (a.remainder === b.remainder ? a.at - b.at : a.remainder < b.remainder ? 1 : -1));
  for (const part of largest.slice(0, left)) part.share += 1;
  return parts.map((part) => part.share);
}
