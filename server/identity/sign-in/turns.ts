/** Everybody is served, and as many wait as may: try again soon. */
export class TooBusyError extends Error {
  override readonly name = 'TooBusyError';

  constructor() {
    super('Too many wait for their turn.');
  }
}

/** Runs costly work a few at a time; the rest waits in a line of bounded length. */
export class Turns {
  readonly #most: number;
  readonly #longestLine: number;
  readonly #line: (() => void)[] = [];
  #running = 0;

  constructor(most: number, longestLine: number) {
    this.#most = most;
    this.#longestLine = longestLine;
  }

  /** @throws {TooBusyError} at once where the line is full; else whatever `work` throws */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running < this.#most) this.#running += 1;
    else await this.#wait();
    try {
      return await work();
    } finally {
      const next = this.#line.shift();
      // The turn goes on to the next in line.
      if (next) next();
      else this.#running -= 1;
    }
  }

  async #wait(): Promise<void> {
    if (this.#line.length >= this.#longestLine) throw new TooBusyError();
    await new Promise<void>((resolve) => this.#line.push(resolve));
  }
}
