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

  /** For every row the place of its text among the distinct texts in order. */
  ranks(): Float64Array {
    const rankOf = new Uint32Array(this.values.length);
    const sorted = this.values.map((_, code) => code).sort((a, b) => (this.values[a]! < this.values[b]! ? -1 : 1));
    sorted.forEach((code, rank) => (rankOf[code] = rank));
    const ranks = new Float64Array(this.codes.length);
    for (let row = 0; row < ranks.length; row++) ranks[row] = rankOf[this.codes[row]!]!;
    return ranks;
  }
}
