/**
 * Tells how a long step goes: one line that is written over on a terminal, plain lines elsewhere.
 */
export class ProgressLine {
  #stream = process.stdout;
  #last = '';
  #tenth = -1;

  /** A step that has no measure. */
  say(text: string): void {
    if (text === this.#last) return;
    this.#last = text;
    this.#tenth = -1;
    this.#write(`${text} …`, true);
  }

  /** A step that has one. */
  show(done: number, total: number, text: string): void {
    const part = total > 0 ? Math.min(1, done / total) : 1;
    const bar = '█'.repeat(Math.round(part * 24)).padEnd(24, '░');
    const tenth = Math.floor(part * 10);
    const news = text !== this.#last || tenth !== this.#tenth;
    this.#last = text;
    this.#tenth = tenth;
    this.#write(`${bar} ${String(Math.floor(part * 100)).padStart(3)} %  ${text}`, news);
  }

  /** Leaves the screen as it was before. */
  end(): void {
    if (this.#stream.isTTY && this.#last) this.#stream.write('\r\u001b[K');
    this.#last = '';
  }

  #write(line: string, news: boolean): void {
    if (this.#stream.isTTY) this.#stream.write(`\r\u001b[K${line.slice(0, (this.#stream.columns || 80) - 1)}`);
    else if (news) this.#stream.write(`${line}\n`);
  }
}
