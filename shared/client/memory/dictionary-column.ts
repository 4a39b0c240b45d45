/** A column of texts of which many are the same: each distinct text once, and its place for every row. */
export class DictionaryColumn {
  readonly #textAt: (row: number) => string;
  readonly #codeOf = new Map<string, number>();
  readonly #codes: Uint32Array;
  /** How many rows are read. */
  #read = 0;

  constructor(length: number, textAt: (row: number) => string) {
    this.#textAt = textAt;
    this.#codes = new Uint32Array(length);
  }

  /** The distinct texts. */
  get values(): string[] {
    this.prepare(Infinity);
    return [...this.#codeOf.keys()];
  }

  /** For every row the place of its text in `values`. */
  get codes(): Uint32Array {
    this.prepare(Infinity);
    return this.#codes;
  }

  /** Reads the next rows. @returns whether there are more */
  prepare(count: number): boolean {
    const end = Math.min(this.#codes.length, this.#read + count);
    for (let row = this.#read; row < end; row++) {
      const text = this.#textAt(row);
      let code = this.#codeOf.get(text);
      if (code === undefined) this.#codeOf.set(text, (code = this.#codeOf.size));
      this.#codes[row] = code;
    }
    this.#read = end;
    return end < this.#codes.length;
  }

  /** For every row the place of its text's key among the distinct keys in order. */
  ranks(keyOf: (text: string) => string): Float64Array {
    const { codes } = this;
    const keys = this.values.map(keyOf);
    const rankOf = new Map([...new Set(keys)].sort().map((key, rank) => [key, rank]));
    const rankOfCode = keys.map((key) => rankOf.get(key)!);
    const ranks = new Float64Array(codes.length);
    for (let row = 0; row < ranks.length; row++) ranks[row] = rankOfCode[codes[row]!]!;
    return ranks;
  }
}
