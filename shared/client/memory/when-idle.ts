/** Milliseconds that a step may take without a frame being late. */
const STEP = 3;

/**
 * Does work in small steps while the page has nothing better to do.
 * @param step one short step; returns whether more is to be done
 */
export function whenIdle(step: () => boolean): void {
  const later = globalThis.requestIdleCallback ?? ((run: (time?: IdleDeadline) => void) => setTimeout(run));
  later((time?: IdleDeadline) => {
    let more = true;
    do more = step();
    while (more && (time?.timeRemaining() ?? 0) > STEP);
    if (more) whenIdle(step);
  });
}
