/**
 * Does something while no other window or element of this browser does what has the same name. Pages
 * without TLS have no locks: there it is done in any case.
 * @returns false where another one is at it, and nothing was done
 */
export async function alone(name: string, act: () => Promise<void>): Promise<boolean> {
  if (!navigator.locks) return act().then(() => true);
  return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await act();
    return lock !== null;
  });
}

/** Resolves when the other one is done. @throws the signal's reason */
export async function whenAlone(name: string, signal: AbortSignal): Promise<void> {
  await navigator.locks?.request(name, { signal }, async () => {});
}
