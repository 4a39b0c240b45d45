/** Rows whose texts are joined into one string, so that a word is looked for in all of them at once. */
const CHUNK = 512;

interface Chunk {
  readonly text: string;
  /** Where each row's text begins, and at the end the length of the whole. */
  readonly starts: Uint32Array;
}

/** Folded texts of many rows, prepared piece by piece, in which words are found within milliseconds. */
export class SearchText {
  #length: number;
  #textAt: (row: number) => string;
  #chunks: Chunk[] = [];

  /** @param textAt the folded text of a row; holds no line break */
  constructor(length: number, textAt: (row: number) => string) {
    this.#length = length;
    this.#textAt = textAt;
  }

  /** Prepares the next piece. @returns whether more is to be done */
  prepare(): boolean {
    const first = this.#chunks.length * CHUNK;
    const count = Math.min(CHUNK, this.#length - first);
    if (count <= 0) return false;
    const starts = new Uint32Array(count + 1);
    const texts: string[] = [];
    for (let i = 0; i < count; i++) {
      const text = this.#textAt(first + i);
      texts.push(text);
      starts[i + 1] = starts[i]! + text.length + 1;
    }
    this.#chunks.push({ text: texts.join('\n'), starts });
    return first + count < this.#length;
  }

  /** Sets `hits` to 1 for every row whose text contains the word. */
  find(word: string, hits: Uint8Array): void {
    while (this.prepare());
    this.#chunks.forEach(({ text, starts }, chunk) => {
      let row = 0;
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, starts[row]!)) {
        while (starts[row + 1]! <= at) row++;
        hits[chunk * CHUNK + row] = 1;
        row++;
      }
    });
  }
}
