import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadOptions } from '../../shared/client/kontor-client.ts';
import { codedError, type KontorError } from '../../shared/client/kontor-error.ts';

/**
 * What an element has of a resource:
 * `initial` nothing to ask with yet, `loading` asked for the first time, `ready` fresh,
 * `stale` an older value while a new one is fetched or after that failed (then `error` says why),
 * `error` nothing to show but the reason.
 */
export type ResourceStatus = 'initial' | 'loading' | 'ready' | 'stale' | 'error';

/** What a load gives on to its client: when to stop, and where to tell an older value. */
export type Call<Value> = Required<Pick<ReadOptions<Value>, 'signal' | 'early'>>;

export interface ResourceOptions<Args extends readonly unknown[], Value> {
  /** What the value depends on; undefined while it cannot be asked for. A changed item loads anew. */
  args: () => Args | undefined;
  /** Fetches the value; gives `call` on to the client. A newer load aborts its signal. */
  load: (args: Args, call: Call<Value>) => Promise<Value>;
  /**
   * Whether the value for `before` may stand while the one for `now` is fetched. By default only where
   * the first item, the client, is the same: another organisation's figures are worse than none.
   */
  keep?: (before: Args, now: Args) => boolean;
}

const sameFirst = (before: readonly unknown[], now: readonly unknown[]): boolean => before[0] === now[0];

/** Reads one resource for its host, and again when what it depends on changes. */
export class ResourceController<Args extends readonly unknown[], Value> implements ReactiveController {
  status: ResourceStatus = 'initial';
  value: Value | undefined;
  error: KontorError | undefined;

  #host: ReactiveControllerHost;
  #options: ResourceOptions<Args, Value>;
  #args: Args | undefined;
  /** A host that has left the page may still draw once more, and must not ask again. */
  #here = false;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost, options: ResourceOptions<Args, Value>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    const args = this.#here ? this.#options.args() : undefined;
    const before = this.#args;
    if (args === before || (args && before && sameItems(args, before))) return;
    this.#args = args;
    const keep = this.#options.keep ?? sameFirst;
    if (!args || !before || !keep(before, args)) this.value = undefined;
    this.#load();
  }

  /** Back in the page, as after being moved: an update finds that nothing was asked for. */
  hostConnected(): void {
    this.#here = true;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#here = false;
    this.#abort?.abort();
    // Asked again when the element comes back, as after being moved in the page.
    this.#args = undefined;
  }

  /** Fetches again; the present value stays meanwhile. */
  reload(): void {
    this.#load();
    this.#host.requestUpdate();
  }

  /** Puts a value that the caller knows to be newer, such as after an act of its own. */
  set(value: Value): void {
    this.#abort?.abort();
    this.#settle('ready', value, undefined);
  }

  #load(): void {
    this.#abort?.abort();
    this.error = undefined;
    const args = this.#args;
    if (!args) {
      this.status = 'initial';
      return;
    }
    this.status = this.value === undefined ? 'loading' : 'stale';
    const abort = new AbortController();
    this.#abort = abort;
    this.#options.load(args, { signal: abort.signal, early: (value) => abort.signal.aborted || this.#early(value) }).then(
      (value) => abort.signal.aborted || this.#settle('ready', value, undefined),
      (error: unknown) => abort.signal.aborted || this.#fail(error),
    );
  }

  /** An older value is worth more than none, and less than one that came in answer. */
  #early(value: Value): void {
    if (this.value !== undefined || this.status !== 'loading') return;
    this.value = value;
    this.status = 'stale';
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    const coded = codedError(error);
    this.#settle(this.value === undefined ? 'error' : 'stale', this.value, coded);
  }

  #settle(status: ResourceStatus, value: Value | undefined, error: KontorError | undefined): void {
    this.status = status;
    this.value = value;
    this.error = error;
    this.#host.requestUpdate();
  }
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => Object.is(item, b[index]));
}
