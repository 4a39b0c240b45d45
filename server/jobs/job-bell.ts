type Listener = (runAt: Date) => void;

const listeners = new Set<Listener>();

/** Tells the workers of this process that there will be work; those elsewhere find it when they next look. */
export function ringJobBell(runAt: Date): void {
  for (const listener of listeners) listener(runAt);
}

/** @returns what ends the listening. */
export function onJobBell(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
