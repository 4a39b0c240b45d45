/**
 * Value added tax on a net amount, rounded half away from zero to the minor unit.
 * @param net minor units
 * @param basisPoints the rate in hundredths of a per cent: 810 is 8.1 %
 */
export function vatOn(net: number, basisPoints: number): number {
  const exact = BigInt(net) * BigInt(basisPoints);
  const rounded = ((exact < 0n ? -exact : exact) + 5000n) / 10000n;
  return Number(exact < 0n ? -rounded : rounded);
}
