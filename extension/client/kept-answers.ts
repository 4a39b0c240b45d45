import type { KontorClient, ReadOptions } from '../../shared/client/kontor-client.ts';
import { codedError, KontorError } from '../../shared/client/kontor-error.ts';
import type { Kept } from '../session-store/records.ts';
import type { SessionStore } from '../session-store/session-store.ts';

export type KeepingStore = Pick<SessionStore, 'kept' | 'keep' | 'forgetOld'>;

/** How the last call to the gateway ended. */
export interface LineState {
  /** Why it could not be asked; undefined where it answered. */
  readonly error: KontorError | undefined;
  /** When what stands in place of its answer was fresh; undefined where nothing does. */
  readonly keptAt: Date | undefined;
}

export interface KeptAnswersOptions {
  readonly store: KeepingStore;
  /** Id of the connection that answers are kept for. */
  readonly connection: string;
  /** The client that asks. Called at the first need, and again after it failed. */
  readonly reach: () => Promise<KontorClient>;
  /** Hears how each call ended. */
  readonly heard?: ((state: LineState) => void) | undefined;
}

type Ask<T> = (client: KontorClient) => Promise<T>;

/** What only says that a thing is refused says nothing about the line. */
const ABOUT_THE_LINE = /CLIENT|TOKEN|DATABASE|RATE/;

/** Asks the gateway, tells what was kept before it answers, and keeps what it answers. */
export class KeptAnswers {
  #options: KeptAnswersOptions;
  #reached: Promise<KontorClient> | undefined;
  /** Read ahead of the first question. */
  #atHand = new Map<string, Kept>();

  constructor(options: KeptAnswersOptions) {
    this.#options = options;
  }

  /** Reads what was kept under these keys, so that the next question is told without waiting. */
  async recall(keys: readonly string[]): Promise<void> {
    await Promise.all(keys.map(async (key) => {
      const kept = await this.#kept(key);
      if (kept) this.#atHand.set(key, kept);
    }));
  }

  /**
   * @param key undefined where nothing is kept
   * @throws {KontorError} KONTOR_CLIENT_NOT_KEPT where the gateway cannot be asked and nothing was told instead
   */
  async read<T>(key: string | undefined, ask: Ask<T>, { signal, early }: ReadOptions<T> = {}): Promise<T> {
    const { store, connection } = this.#options;
    let answered = false;
    const tell = (kept: Kept<T> | undefined): Date | undefined => {
      if (kept && !answered && !signal?.aborted) early?.(kept.value, kept.at);
      return kept?.at;
    };
    const atHand = this.#takeAtHand<T>(key);
    const told = atHand ? Promise.resolve(tell(atHand)) : this.#kept<T>(key).then(tell);
    const value = await this.#heard(ask, told).catch(async (error: unknown) => {
      throw isAboutTheLine(error) && !(await told) ? new KontorError('KONTOR_CLIENT_NOT_KEPT', error.code) : error;
    });
    answered = true;
    // A full disk costs the next opening its head start, and nothing now.
    if (key !== undefined) store.keep(connection, key, value, new Date()).catch(() => {});
    return value;
  }

  #takeAtHand<T>(key = ''): Kept<T> | undefined {
    const kept = this.#atHand.get(key) as Kept<T> | undefined;
    this.#atHand.delete(key);
    return kept;
  }

  async #kept<T>(key: string | undefined): Promise<Kept<T> | undefined> {
    return key === undefined ? undefined : this.#options.store.kept<T>(key).catch(() => undefined);
  }

  /** Asks for what is never kept. */
  ask<T>(ask: Ask<T>): Promise<T> {
    return this.#heard(ask, Promise.resolve(undefined));
  }

  /** Changes something. @throws {KontorError} KONTOR_CLIENT_OFFLINE at once where there is no line */
  async act<T>(ask: Ask<T>): Promise<T> {
    if (!navigator.onLine) throw new KontorError('KONTOR_CLIENT_OFFLINE');
    return this.ask(ask);
  }

  /** An answer that was kept is told before the promise rejects, or nobody would listen to it any more. */
  async #heard<T>(ask: Ask<T>, told: Promise<Date | undefined>): Promise<T> {
    try {
      const value = await ask(await this.#reach());
      this.#options.heard?.({ error: undefined, keptAt: undefined });
      return value;
    } catch (error) {
      const keptAt = await told;
      if (isAboutTheLine(error)) this.#options.heard?.({ error, keptAt });
      throw error;
    }
  }

  #reach(): Promise<KontorClient> {
    const reached = (this.#reached ??= this.#options.reach().catch((error: unknown) => {
      this.#reached = undefined;
      throw codedError(error);
    }));
    return reached;
  }
}

function isAboutTheLine(error: unknown): error is KontorError {
  return error instanceof KontorError && ABOUT_THE_LINE.test(error.code);
}
