import { AsyncLocalStorage } from 'node:async_hooks';
import { type JobHandlers, jobHandlers } from './handlers.ts';
import { onJobBell } from './job-bell.ts';
import { enqueuePurge } from './purge.ts';
import { type JobParts, workJobs } from './work-jobs.ts';

/** How long to rest between two looks at the queue, in milliseconds. Other processes ring no bell here. */
const LONGEST_REST = 5000;
const SHORTEST_REST = 50;

export interface StartJobsParts extends Pick<JobParts, 'database' | 'clock'> {
  /** The work there is; all of it unless told. */
  readonly handlers?: JobHandlers;
  /** Told when the queue itself cannot be worked; it is tried again. */
  readonly onError: (error: unknown) => void;
}

/** Works the queue until stopped: when a job falls due, when one is asked for here, and every five seconds. */
export function startJobs(parts: StartJobsParts): { stop(): Promise<void> } {
  return new JobWorker(parts);
}

class JobWorker {
  readonly #parts: JobParts;
  readonly #onError: (error: unknown) => void;
  readonly #silence: () => void;
  #timer: NodeJS.Timeout | undefined;
  /** When the next look is due by the gateway's clock, in milliseconds. */
  #due = Infinity;
  #round: Promise<void> | undefined;
  #stopped = false;

  constructor({ database, clock, handlers = jobHandlers(), onError }: StartJobsParts) {
    this.#parts = { database, clock, handlers };
    this.#onError = onError;
    // The bell rings inside somebody's transaction; what it starts must not count as a part of that one.
    this.#silence = onJobBell(AsyncLocalStorage.bind((runAt: Date) => this.#wakeAt(runAt)));
    this.#start(() => database.asOwner((tx) => enqueuePurge(tx, clock.now())));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#silence();
    clearTimeout(this.#timer);
    await this.#round;
  }

  #start(first?: () => Promise<void>): void {
    this.#due = this.#now() + LONGEST_REST;
    this.#round = this.#look(first);
  }

  /** One look at the queue; a bell that rings meanwhile counts for the rest after it. */
  async #look(first?: () => Promise<void>): Promise<void> {
    try {
      await first?.();
      const next = await workJobs(this.#parts);
      this.#due = Math.min(this.#due, next?.getTime() ?? Infinity);
    } catch (error) {
      this.#onError(error);
    }
    this.#round = undefined;
    this.#rest();
  }

  #wakeAt(runAt: Date): void {
    if (runAt.getTime() >= this.#due) return;
    this.#due = runAt.getTime();
    if (!this.#round) this.#rest();
  }

  #rest(): void {
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    const rest = Math.min(LONGEST_REST, Math.max(SHORTEST_REST, this.#due - this.#now()));
    this.#timer = setTimeout(() => this.#start(), rest);
  }

  #now(): number {
    return this.#parts.clock.now().getTime();
  }
}
