/** Milliseconds from the first request on. */
const WINDOW = 60_000;
/** Callers counted at once; past it those whose window began first are forgotten. */
const MOST_CALLERS = 20_000;

/** Where a caller stands after a request. */
export interface Count {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Until the window ends, 1 to 60. */
  readonly seconds: number;
}

interface Window {
  count: number;
  readonly beganAt: number;
}

/** Counts the requests of callers in windows of a minute. What it keeps is bounded, whatever comes. */
export class RateCounter {
  readonly most: number;
  readonly #now: () => number;
  /** In the order in which the windows end. */
  readonly #windows = new Map<string, Window>();

  /** @param now milliseconds that never go back */
  constructor(most: number, now: () => number = () => performance.now()) {
    this.most = most;
    this.#now = now;
  }

  count(caller: string, cost = 1): Count {
    const now = this.#now();
    const window = this.#window(caller, now);
    window.count += cost;
    // From what has passed: the time of the end would be rounded, and past a minute.
    const seconds = Math.max(1, Math.ceil((WINDOW - (now - window.beganAt)) / 1000));
    return { allowed: window.count <= this.most, remaining: Math.max(0, this.most - window.count), seconds };
  }

  get size(): number {
    return this.#windows.size;
  }

  #window(caller: string, now: number): Window {
    const known = this.#windows.get(caller);
    if (known && now - known.beganAt < WINDOW) return known;
    this.#windows.delete(caller);
    this.#forget(now);
    const begun = { count: 0, beganAt: now };
    this.#windows.set(caller, begun);
    return begun;
  }

  /** Two for each that comes: what is over goes faster than it grows. */
  #forget(now: number): void {
    for (let turn = 0; turn < 2; turn += 1) {
      const [oldest] = this.#windows;
      if (!oldest || (now - oldest[1].beganAt < WINDOW && this.#windows.size < MOST_CALLERS)) return;
      this.#windows.delete(oldest[0]);
    }
  }
}
