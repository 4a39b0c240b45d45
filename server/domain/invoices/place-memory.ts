import type { Place } from './invoice-cursor.ts';

/** A remembered place every so many rows. */
export const STEP = 500;

/** Lists that are remembered; past it the one that was used longest ago is forgotten. */
const LISTS = 200;

/** However well the version is kept, nothing is believed longer. Milliseconds. */
const BELIEVED = 60_000;

/**
 * Remembers where every 500th row of a long list stands, so that a page anywhere in it is found from the
 * nearest place instead of by counting rows from its beginning. The first far jump in a list pays for it.
 * Lists are named with their organisation's `invoices_version`: a change of the invoices makes a new name.
 */
export class PlaceMemory {
  readonly #lists = new Map<string, { readonly at: number; readonly places: readonly Place[] }>();

  /** The places of a list: row 500, row 1000 and so on, counted from 1. */
  async places(list: string, now: Date, read: () => Promise<readonly Place[]>): Promise<readonly Place[]> {
    const known = this.#lists.get(list);
    this.#lists.delete(list);
    const at = now.getTime();
    const fresh = known && Math.abs(at - known.at) < BELIEVED ? known : { at, places: await read() };
    this.#lists.set(list, fresh);
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > LISTS && oldest !== undefined) this.#lists.delete(oldest);
    return fresh.places;
  }
}
