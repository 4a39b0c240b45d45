/** A column of texts of which many are the same: each distinct text once, and its place for every row. */
export class DictionaryColumn {
  readonly values: readonly string[];
  readonly codes: Uint32Array;

  constructor(length: number, textAt: (row: number) => string) {
    const known = new Map<string, number>();
    this.codes = new Uint32Array(length);
    for (let row = 0; row < length; row++) {
      const text = textAt(row);
      let code = known.get(text);
      if (code === undefined) known.set(text, (code = known.size));
      this.codes[row] = code;
    }
    this.values = [...known.keys()];
  }

  /** For every row the place of its text's key among the distinct keys in order. */
  ranks(keyOf: (text: string) => string): Float64Array {
    const keys = this.values.map(keyOf);
    const rankOf = new Map([...new Set(keys)].sort().map((key, rank) => [key, rank]));
    const rankOfCode = keys.map((key) => rankOf.get(key)!);
    const ranks = new Float64Array(this.codes.length);
    for (let row = 0; row < ranks.length; row++) ranks[row] = rankOfCode[this.codes[row]!]!;
    return ranks;
  }
}
