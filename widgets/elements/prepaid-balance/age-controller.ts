import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often what is said of an age is looked at again. */
const TICK_MS = 15_000;

const UNITS = [['day', 86_400], ['hour', 3600], ['minute', 60]] as const;

/** How long ago something was, in whole days, hours or minutes: `2 minutes ago`, and `now` within the first. */
export function ageText(at: Date, now: Date, locale: string): string {
  const seconds = Math.max(0, (now.getTime() - at.getTime()) / 1000);
  const [unit, length] = UNITS.find(([, least]) => seconds >= least) ?? ['second', Infinity];
  return new Intl.RelativeTimeFormat(locale, { numeric: unit === 'second' ? 'auto' : 'always' }).format(-Math.floor(seconds / length), unit);
}

/** Draws its host anew as what it shows grows old, and tells it when somebody looks again or the line is back. */
export class AgeController implements ReactiveController {
  #host: ReactiveControllerHost;
  #lookedAt: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, lookedAt: () => void) {
    this.#host = host;
    this.#lookedAt = lookedAt;
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.#host.requestUpdate(), TICK_MS);
    document.addEventListener('visibilitychange', this.#look);
    window.addEventListener('online', this.#look);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    document.removeEventListener('visibilitychange', this.#look);
    window.removeEventListener('online', this.#look);
  }

  #look = (): void => {
    if (document.visibilityState === 'visible') this.#lookedAt();
  };
}
