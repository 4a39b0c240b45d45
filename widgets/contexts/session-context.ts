import { createContext } from '@lit/context';
import type { KontorClient } from '../../shared/client/kontor-client.ts';
import type { KontorError } from '../../shared/client/kontor-error.ts';

/** What an element may see of the session around it, and ask of it. A new object at every change. */
export interface SessionControl {
  /** `switching`: the client is still the old organisation's, until the new one is ready. */
  readonly status: 'starting' | 'ready' | 'switching' | 'failed' | 'ended';
  readonly client: KontorClient | undefined;
  /** The organisation that is being switched to. */
  readonly target: string | undefined;
  /** The organisation before the last switch: the way back. */
  readonly previous: { readonly id: string; readonly name: string } | undefined;
  /** How often money has moved in it: elements that show money read anew when this changes. */
  readonly moved: number;
  /** Why the start or the last switch failed. */
  readonly error: KontorError | undefined;
  /**
   * Asks the page (a cancelable event), then switches.
   * @returns whether the session now stands in `organisation`.
   */
  switchTo(organisation: string, name: string): Promise<boolean>;
  /** Tries the failed start or switch again. */
  retry(): void;
}

export const sessionContext = createContext<SessionControl | undefined>(Symbol.for('kontor-session'));
