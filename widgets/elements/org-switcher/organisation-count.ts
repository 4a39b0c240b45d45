import type { ReactiveControllerHost } from 'lit';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { ResourceController } from '../../controllers/resource-controller.ts';
import { idle } from './idle.ts';

export type OrganisationCount = ResourceController<readonly [KontorClient], number>;

/** How many organisations a person has: asked when the page has time, and kept while the person is the same. */
export function organisationCount(host: ReactiveControllerHost, client: () => KontorClient | undefined): OrganisationCount {
  return new ResourceController<readonly [KontorClient], number>(host, {
    args: () => {
      const active = client();
      return active?.can('organisations:list') ? [active] : undefined;
    },
    load: async ([active], signal) => {
      await idle();
      return (await active.organisations({ limit: 1 }, { signal })).summary?.count ?? 0;
    },
    keep: ([before], [now]) => before.session.person.id === now.session.person.id,
  });
}
