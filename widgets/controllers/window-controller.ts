import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Call } from './resource-controller.ts';
import { codedError, type KontorError } from '../../shared/client/kontor-error.ts';

/** One answer to a window: the rows from `offset` on, and facts about the whole list when asked for. */
export interface WindowAnswer<Row, Summary> {
  readonly rows: readonly Row[];
  readonly summary: Summary | null;
}

export interface WindowOptions<Args extends readonly unknown[], Row, Summary> {
  /** What the list depends on (client, filter, sort); undefined while it cannot be asked for. */
  args: () => Args | undefined;
  load: (
    args: Args,
    window: { offset: number; limit: number; summary: boolean },
    call: Call<WindowAnswer<Row, Summary>>,
  ) => Promise<WindowAnswer<Row, Summary>>;
  /** How many rows the whole list has. */
  count: (summary: Summary) => number;
  /** Rows fetched at once. */
  page?: number;
}

/** Pages kept in memory; the ones looked at longest ago go first. */
const PAGES_KEPT = 40;

/**
 * A long list read in pages, as far as it is looked at. Rows that are not here yet are undefined and
 * shown as placeholders of the same size. While a changed filter or sort is fetched the old rows stay;
 * with another client (another organisation) they go at once.
 */
export class WindowController<Args extends readonly unknown[], Row, Summary> implements ReactiveController {
  status: 'initial' | 'loading' | 'ready' | 'stale' | 'error' = 'initial';
  summary: Summary | undefined;
  error: KontorError | undefined;

  #host: ReactiveControllerHost;
  #options: WindowOptions<Args, Row, Summary>;
  #page: number;
  #args: Args | undefined;
  /** What the rows that are here answer. */
  #answered: Args | undefined;
  /** A host that has left the page may still draw once more, and must not ask again. */
  #here = false;
  #pages = new Map<number, readonly Row[]>();
  #asked = new Map<number, { abort: AbortController; answered: Promise<unknown> }>();
  #failed = new Set<number>();
  #generation: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: WindowOptions<Args, Row, Summary>) {
    this.#host = host;
    this.#options = options;
    this.#page = options.page ?? 50;
    host.addController(this);
  }

  get count(): number {
    return this.summary === undefined ? 0 : this.#options.count(this.summary);
  }

  /** Whether what is here answers the present arguments: not while others are fetched, nor after that failed. */
  get fits(): boolean {
    return this.#answered === this.#args;
  }

  /** The row at a place of the whole list, if it is here. */
  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / this.#page))?.[index % this.#page];
  }

  /**
   * Says which rows are looked at; missing pages are fetched, requests for others end.
   * @returns undefined where all are here; otherwise it settles with the answers, never rejects
   */
  look(first: number, last: number): Promise<unknown> | undefined {
    // The first answer brings the list anew, unless it has failed.
    if (!this.#args || this.summary === undefined || (this.status === 'stale' && !(this.error && this.fits))) return undefined;
    const from = Math.floor(Math.max(0, first) / this.#page);
    const to = Math.floor(Math.max(0, Math.min(last, this.count - 1)) / this.#page);
    for (const [page, { abort }] of this.#asked) {
      if (page >= from && page <= to) continue;
      abort.abort();
      // Asked for anew when it is looked at again, though the old request may not have ended yet.
      this.#asked.delete(page);
    }
    for (let page = from; page <= to; page++) this.#need(page);
    return this.#asked.size > 0 ? Promise.all([...this.#asked.values()].map(({ answered }) => answered)) : undefined;
  }

  /** Fetches again from the start; what is shown stays until the answer is there. */
  reload(): void {
    this.#begin();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const args = this.#here ? this.#options.args() : undefined;
    const before = this.#args;
    if (args && before && args.length === before.length && args.every((item, i) => Object.is(item, before[i]))) return;
    if (args === before) return;
    this.#args = args;
    if (!args || !before || args[0] !== before[0]) this.#forget();
    this.#begin();
  }

  /** Back in the page, as after being moved: an update finds that nothing was asked for. */
  hostConnected(): void {
    this.#here = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#here = false;
    this.#generation?.abort();
    this.#args = undefined;
  }

  #forget(): void {
    this.#pages = new Map();
    this.summary = undefined;
  }

  #begin(): void {
    this.#generation?.abort();
    for (const { abort } of this.#asked.values()) abort.abort();
    this.#asked.clear();
    this.#failed.clear();
    this.error = undefined;
    const args = this.#args;
    if (!args) {
      this.status = 'initial';
      return;
    }
    this.status = this.summary === undefined ? 'loading' : 'stale';
    const generation = new AbortController();
    this.#generation = generation;
    const { signal } = generation;
    const early = (answer: WindowAnswer<Row, Summary>): void => {
      if (!signal.aborted && !(this.fits && this.summary)) this.#start(answer, 'stale');
    };
    this.#options.load(args, { offset: 0, limit: this.#page, summary: true }, { signal, early }).then(
      (answer) => generation.signal.aborted || this.#start(answer),
      (error: unknown) => generation.signal.aborted || this.#fail(error),
    );
  }

  #start({ rows, summary }: WindowAnswer<Row, Summary>, status: 'ready' | 'stale' = 'ready'): void {
    this.#pages = new Map([[0, rows]]);
    this.#answered = this.#args;
    this.summary = summary ?? undefined;
    this.status = status;
    this.#host.requestUpdate();
  }

  #need(page: number): void {
    const rows = this.#pages.get(page);
    if (rows) {
      // Looked at again: the newest in the order of the map.
      this.#pages.delete(page);
      this.#pages.set(page, rows);
      return;
    }
    if (this.#asked.has(page) || this.#failed.has(page) || !this.#args) return;
    const abort = new AbortController();
    const window = { offset: page * this.#page, limit: this.#page, summary: false };
    const answered = this.#options
      .load(this.#args, window, { signal: abort.signal, early: ({ rows }) => abort.signal.aborted || this.#keep(page, rows) })
      .then((answer) => abort.signal.aborted || this.#keep(page, answer.rows))
      .catch((error: unknown) => {
        if (abort.signal.aborted) return;
        this.#failed.add(page);
        this.#fail(error);
      })
      .finally(() => {
        if (this.#asked.get(page)?.abort === abort) this.#asked.delete(page);
      });
    this.#asked.set(page, { abort, answered });
  }

  #keep(page: number, rows: readonly Row[]): void {
    this.#pages.set(page, rows);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= PAGES_KEPT) break;
      this.#pages.delete(oldest);
    }
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    this.error = codedError(error);
    this.status = this.summary === undefined ? 'error' : 'stale';
    this.#host.requestUpdate();
  }
}
