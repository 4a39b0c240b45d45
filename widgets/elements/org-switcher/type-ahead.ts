import { foldText } from '../../../shared/domain/fold-text.ts';

/** Letters typed further apart than this begin anew. */
const PAUSE_MS = 1000;

/** Finds an entry of a short list by the letters typed one after the other. */
export class TypeAhead {
  #typed = '';
  #at = Number.NEGATIVE_INFINITY;

  /**
   * @param names of the whole list
   * @param time of the key press, in milliseconds (`event.timeStamp`)
   * @returns the next entry after `from` that begins with what was typed; where none does, one with a word that does
   */
  find(key: string, names: readonly string[], from: number, time: number): number | undefined {
    this.#typed = time - this.#at < PAUSE_MS ? this.#typed + key : key;
    this.#at = time;
    const wanted = foldText(this.#typed);
    // One letter goes on to the next name; more letters narrow down from the present one.
    const start = wanted.length > 1 ? from : from + 1;
    const order = names.map((_, step) => (start + step) % names.length);
    if (wanted === '') return undefined;
    const folded = (index: number): string => ` ${foldText(names[index] ?? '')}`;
    return order.find((index) => folded(index).startsWith(` ${wanted}`)) ?? order.find((index) => folded(index).includes(` ${wanted}`));
  }
}
