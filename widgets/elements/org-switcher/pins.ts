import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';

/**
 * Pins as the person has set them, shown at once and taken back where the client refuses. The list keeps
 * its order meanwhile: rows come in their new order when it is opened next.
 */
export class Pins implements ReactiveController {
  /** The organisation whose last change was refused. */
  failed: OrganisationRow | undefined;

  #host: ReactiveControllerHost;
  #wanted = new Map<string, { pinned: boolean; sent: boolean }>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  has(row: OrganisationRow): boolean {
    return this.#wanted.get(row.id)?.pinned ?? row.group === 'pinned';
  }

  /** Rows fetched from now on know what was sent before. */
  forget(): void {
    this.failed = undefined;
    for (const [id, { sent }] of this.#wanted) if (sent) this.#wanted.delete(id);
  }

  /** One change after the other, so that the last one wins. Resolves with whether it was taken. */
  async set(client: KontorClient, row: OrganisationRow, pinned: boolean): Promise<boolean> {
    const wish = { pinned, sent: false };
    this.#wanted.set(row.id, wish);
    this.failed = undefined;
    this.#host.requestUpdate();
    const sending = this.#last.then(() => client.pinOrganisation(row.id, pinned));
    this.#last = sending.catch(() => undefined);
    try {
      await sending;
      return true;
    } catch {
      this.failed = row;
      if (this.#wanted.get(row.id) === wish) this.#wanted.set(row.id, { pinned: !pinned, sent: true });
      this.#host.requestUpdate();
      return false;
    } finally {
      wish.sent = true;
    }
  }
}
