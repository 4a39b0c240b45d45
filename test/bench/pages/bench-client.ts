import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { Session } from '../../../shared/contract/session.ts';
import { organisationRows } from './rows.ts';

/** The session of a person who may do everything, in the first organisation. */
export function benchSession(): Session {
  const [first] = organisationRows(1);
  if (!first) throw new Error('There is a first organisation.');
  return {
    id: first.id,
    person: { id: first.id, name: 'Bench Person', language: 'en' },
    partner: { id: first.id, name: 'Bench' },
    organisation: {
      id: first.id, name: first.name, kind: 'company', logo: null, role: 'owner', billingRight: true, currency: 'CHF', administrators: [],
    },
    elements: ['org-switcher', 'invoice-list'],
    features: ['organisations:list', 'invoices:read', 'products:read', 'prepaid:read'],
    expiresAt: '2030-01-01T00:00:00Z',
    today: '2026-11-01',
  };
}

/** A client that answers what one element asks, and nothing else: a cold page would fetch and compile the rest for nothing. */
export function benchClient(session: Session, answers: Partial<KontorClient>): KontorClient {
  return { session, can: (feature) => session.features.includes(feature), resolve: (address) => address, ...answers } as KontorClient;
}
