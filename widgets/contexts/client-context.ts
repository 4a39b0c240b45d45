import { createContext } from '@lit/context';
import type { KontorClient } from '../../shared/client/kontor-client.ts';

/**
 * The client of the nearest session: one person in one organisation. It changes as a whole when the
 * organisation does. The key is a registered symbol, so that two copies of the kit understand each other.
 */
export const clientContext = createContext<KontorClient | undefined>(Symbol.for('kontor-client'));
