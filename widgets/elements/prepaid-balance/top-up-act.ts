import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { codedError, KontorError } from '../../../shared/client/kontor-error.ts';
import type { TopUp, TopUpRequest } from '../../../shared/contract/prepaid.ts';
import { alone, whenAlone } from './alone.ts';

/** How far a top-up has come. */
export type TopUpState =
  /** Nothing is charged. `note`: why, where something was tried before. */
  | { readonly step: 'form'; readonly note?: KontorError | 'elsewhere-done' }
  /** Another window or element of this browser is paying. */
  | { readonly step: 'elsewhere' }
  | { readonly step: 'paying' }
  /** No answer that tells whether it was taken: only the same act may be tried again. */
  | { readonly step: 'unsure'; readonly error: KontorError }
  | { readonly step: 'answered'; readonly topUp: TopUp };

interface Attempt {
  readonly client: KontorClient;
  readonly request: TopUpRequest;
  /** Made before the first try and the same for each further one: the server charges once. */
  readonly key: string;
  /** Whether a try may have been taken without an answer. */
  unsure: boolean;
}

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;

/** Failures that say nothing about whether the server took it. */
const UNSURE = /CLIENT|INTERNAL|DATABASE/;

/**
 * One top-up from the first try to its money: charged once however often it is tried, one at a time over
 * all windows of the browser, and followed where the payment takes a while.
 */
export class TopUpAct implements ReactiveController {
  state: TopUpState = { step: 'form' };

  #host: ReactiveControllerHost;
  #onMoved: (topUp: TopUp | undefined) => void;
  #attempt: Attempt | undefined;
  /** Ends what is waited for here. A payment that was sent goes on at the server. */
  #run = new AbortController();

  /** @param onMoved told when the balance may have changed, with the top-up where there was an answer */
  constructor(host: ReactiveControllerHost, onMoved: (topUp: TopUp | undefined) => void) {
    this.#host = host;
    this.#onMoved = onMoved;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#run.abort();
  }

  /** Back in the page, as after being moved: what was waited for is not known. */
  hostConnected(): void {
    if (!this.#run.signal.aborted) return;
    this.#run = new AbortController();
    if (this.#attempt) this.#set({ step: 'unsure', error: new KontorError('KONTOR_CLIENT_UNREACHABLE') });
    else this.#set({ step: 'form' });
    this.#onMoved(undefined);
  }

  /** Ready for another one. An act whose end is not known, or that is on its way, stays. */
  reset(): void {
    if (this.state.step !== 'answered' || this.state.topUp.state === 'pending') return;
    this.#set({ step: 'form' });
  }

  /** Forgets everything, as for another organisation. */
  forget(): void {
    this.#run.abort();
    this.#run = new AbortController();
    this.#attempt = undefined;
    this.#set({ step: 'form' });
  }

  /** Pays; does nothing while something else is on its way. */
  start(client: KontorClient, request: TopUpRequest): void {
    if (this.state.step !== 'form') return;
    if (navigator.onLine === false) return this.#set({ step: 'form', note: new KontorError('KONTOR_CLIENT_OFFLINE') });
    this.#attempt = { client, request, key: newKey(), unsure: false };
    void this.#try(this.#attempt);
  }

  /** Tries again what has no answer yet. */
  retry(): void {
    if (this.#attempt && this.state.step === 'unsure') void this.#try(this.#attempt);
  }

  async #try(attempt: Attempt): Promise<void> {
    const { signal } = this.#run;
    const lock = `kontor-top-up ${attempt.client.session.organisation.id}`;
    this.#set({ step: 'paying' });
    const wasAlone = await alone(lock, () => this.#pay(attempt, signal));
    if (wasAlone || signal.aborted) return;
    this.#set({ step: 'elsewhere' });
    await whenAlone(lock, signal).catch(() => undefined);
    if (signal.aborted) return;
    if (!attempt.unsure) this.#attempt = undefined;
    this.#set(attempt.unsure ? { step: 'unsure', error: new KontorError('KONTOR_CONFLICT') } : { step: 'form', note: 'elsewhere-done' });
    this.#onMoved(undefined);
  }

  async #pay(attempt: Attempt, signal: AbortSignal): Promise<void> {
    const { client, request, key } = attempt;
    try {
      const topUp = await client.topUp(request, { idempotencyKey: key });
      if (signal.aborted) return;
      this.#attempt = undefined;
      this.#answer(topUp);
      if (topUp.state === 'pending') await this.#follow(client, topUp.id, signal);
    } catch (error) {
      if (!signal.aborted) this.#fail(attempt, codedError(error));
    }
  }

  /** Asks with growing pauses until the payment has come to an end; a question that fails is asked again. */
  async #follow(client: KontorClient, id: string, signal: AbortSignal): Promise<void> {
    for (let pause = FIRST_PAUSE_MS; !signal.aborted; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
      await waiting(pause, signal);
      if (signal.aborted) return;
      const topUp = await client.topUpState(id, { signal }).catch(() => undefined);
      if (signal.aborted || !topUp || topUp.state === 'pending') continue;
      return this.#answer(topUp);
    }
  }

  #answer(topUp: TopUp): void {
    this.#set({ step: 'answered', topUp });
    this.#onMoved(topUp);
  }

  #fail(attempt: Attempt, error: KontorError): void {
    attempt.unsure ||= UNSURE.test(error.code);
    if (!attempt.unsure) this.#attempt = undefined;
    this.#set(attempt.unsure ? { step: 'unsure', error } : { step: 'form', note: error });
  }

  #set(state: TopUpState): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** 128 random bits; nothing is filed under it, so it is no id. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @returns when the time is over, or earlier with the signal */
function waiting(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
