import type { ReactiveControllerHost } from 'lit';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { ResourceController } from '../../controllers/resource-controller.ts';

export type OrganisationCount = ResourceController<readonly [KontorClient], number>;

/** Milliseconds that a page at work is waited for; on a slow machine its first drawing takes longer than it looks. */
const LATEST = 500;

/**
 * How many organisations a person has: asked a little later than all else, and kept while the person is the same.
 * @param onSeveral called when there is something to choose from: what the choice needs can come now
 */
export function organisationCount(host: ReactiveControllerHost, client: () => KontorClient | undefined, onSeveral: () => void): OrganisationCount {
  return new ResourceController<readonly [KontorClient], number>(host, {
    args: () => {
      const active = client();
      return active?.can('organisations:list') ? [active] : undefined;
    },
    load: async ([active], { signal }) => {
      await pageAtRest();
      const count = (await active.organisations({ limit: 1 }, { signal })).summary?.count ?? 0;
      if (count > 1) onSeveral();
      return count;
    },
    keep: ([before], [now]) => before.session.person.id === now.session.person.id,
  });
}

/** The page has been painted by then, which matters more. */
function pageAtRest(): Promise<unknown> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(resolve, { timeout: LATEST });
    else setTimeout(resolve, LATEST);
  });
}
