/** Past it the oldest are forgotten. */
const MOST = 100_000;

/** Ids of proofs that were used and would still be taken. What it keeps is bounded, whatever comes. */
export class UsedProofs {
  /** With the time (Unix seconds) past which they need not be known, oldest arrival first. */
  readonly #until = new Map<string, number>();

  get size(): number {
    return this.#until.size;
  }

  /**
   * Marks a proof as used.
   * @param until Unix seconds, as `now`
   * @returns false where it was already
   */
  take(id: string, until: number, now: number): boolean {
    if (this.#until.has(id)) return false;
    this.#forget(now);
    this.#until.set(id, until);
    return true;
  }

  /** Drops what is past its time from the old end, and the oldest of too many. */
  #forget(now: number): void {
    for (const [id, until] of this.#until) {
      if (until >= now && this.#until.size < MOST) return;
      this.#until.delete(id);
    }
  }
}
