import type { ReactiveControllerHost } from 'lit';
import { KontorError } from '../../shared/client/kontor-error.ts';

/**
 * A module that its host does without until it is first wanted, such as what a closed panel will show.
 * Meanwhile the host draws a skeleton of the final size, and after a failure the error with a way to try
 * again, which is `want()` once more. The browser fetches a module once, however many hosts want it.
 *
 * Browsers that follow the HTML standard of 2026 fetch again after a failure; older ones remember it, and
 * there only a reload of the page helps.
 */
export class PartController<Part> {
  status: 'absent' | 'loading' | 'here' | 'failed' = 'absent';
  part: Part | undefined;
  /** Why it is not here: `KONTOR_CLIENT_UNREACHABLE`. */
  error: KontorError | undefined;

  #host: ReactiveControllerHost;
  #load: () => Promise<Part>;

  /** @param load a dynamic import, so that the build makes a file of its own for it */
  constructor(host: ReactiveControllerHost, load: () => Promise<Part>) {
    this.#host = host;
    this.#load = load;
  }

  /**
   * Fetches the part at a sign that it may be wanted, such as the pointer above it. After a failure a person decides:
   * the pointer on its way to "try again" must not take that away.
   */
  prepare = (): void => {
    if (this.status === 'absent') void this.want();
  };

  /** Fetches the part unless it is here or under way. As an arrow, to be given to templates as it is. */
  want = async (): Promise<void> => {
    if (this.status === 'loading' || this.status === 'here') return;
    this.status = 'loading';
    this.error = undefined;
    this.#host.requestUpdate();
    try {
      this.part = await this.#load();
      this.status = 'here';
    } catch (error) {
      this.error = new KontorError('KONTOR_CLIENT_UNREACHABLE', String(error));
      this.status = 'failed';
    }
    this.#host.requestUpdate();
  };
}
