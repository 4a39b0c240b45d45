/** Where a logo lies, relative to the gateway. */
export function logoAddress(hash: string | null): string | null {
  return hash === null ? null : `/logos/${hash}`;
}
