import type { LitElement, ReactiveController } from 'lit';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { codedError, type KontorError } from '../../../shared/client/kontor-error.ts';
import type { InvoiceDocument } from '../../../shared/contract/invoice.ts';
import type { Language } from '../../../shared/contract/session.ts';

/** The download that runs or has failed; a new object at every change. */
export interface DownloadState {
  readonly invoice: string;
  readonly number: string;
  readonly document: InvoiceDocument;
  /** Undefined while it runs. */
  readonly error: KontorError | undefined;
}

/** What the reader wants to have. */
export type DownloadWish = Omit<DownloadState, 'error'>;

/** Fetches a document and hands it to the browser to save. One at a time: a newer wish ends an older one. */
export class DownloadController implements ReactiveController {
  state: DownloadState | undefined;
  #host: LitElement;
  #abort: AbortController | undefined;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Gives up what runs and forgets what failed. */
  cancel(): void {
    this.#abort?.abort();
    this.state = undefined;
  }

  /**
   * @param language of a PDF
   * @returns the saved file; undefined where it failed (then `state` says why) or was given up
   */
  async fetch(client: KontorClient, wish: DownloadWish, language: Language): Promise<File | undefined> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#set({ ...wish, error: undefined });
    try {
      const file = await client.invoiceDocument(wish.invoice, wish.document, { language, signal: abort.signal });
      if (abort.signal.aborted) return undefined;
      save(file);
      this.#set(undefined);
      return file;
    } catch (error) {
      const coded = codedError(error);
      if (!abort.signal.aborted) this.#set({ ...wish, error: coded });
      return undefined;
    }
  }

  #set(state: DownloadState | undefined): void {
    this.state = state;
    this.#host.requestUpdate();
  }
}

function save(file: File): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  // The browser reads the address after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
