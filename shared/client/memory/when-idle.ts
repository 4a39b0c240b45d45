/**
 * Does work in small steps while the page has nothing better to do.
 * @param step one short step; returns whether more is to be done
 */
export function whenIdle(step: () => boolean): void {
  const later = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run));
  later(() => step() && whenIdle(step));
}
