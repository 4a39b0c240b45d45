/**
 * What names are ordered by, as the gateway stores it: A to Z as a to z, other letters as they are, and
 * no more than a hundred.
 */
export function orderKey(name: string): string {
  return name.slice(0, 100).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
