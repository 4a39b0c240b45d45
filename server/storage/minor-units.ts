/**
 * An `int8` of the database as a number.
 * @throws {RangeError} beyond what a number holds exactly: better no answer than a wrong amount.
 */
export function toNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError('An amount in the database is beyond 2^53.');
  return number;
}
