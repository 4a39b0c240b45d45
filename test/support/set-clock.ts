import type { Clock } from '../../server/clock.ts';

/** A clock that stands at a Monday morning until it is set. */
export class SetClock implements Clock {
  #now = new Date('2026-03-02T09:00:00Z');

  now(): Date {
    return this.#now;
  }

  /** Puts the clock forward by so many milliseconds. */
  pass(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
}
