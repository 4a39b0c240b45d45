import type { OrganisationRow } from '../../shared/contract/organisation.ts';
import type { Session } from '../../shared/contract/session.ts';

/** The id that goes with a number. */
export function organisationId(number: number): string {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

/** One organisation a name: owned, with the billing right, nothing to pay. */
export function organisationRows(names: readonly string[], change: (index: number) => Partial<OrganisationRow> = () => ({})): OrganisationRow[] {
  return names.map((name, index) => ({
    id: organisationId(index),
    name,
    kind: 'company',
    logo: null,
    role: 'owner',
    billingRight: true,
    group: 'other',
    available: { amount: 0, currency: 'CHF' },
    open: 0,
    overdue: 0,
    ...change(index),
  }));
}

/** A session of one person that stands in an organisation. */
export function sessionIn(row: OrganisationRow, features: Session['features'] = ['organisations:list']): Session {
  const { id, name, kind, logo, role, billingRight } = row;
  return {
    id: organisationId(0xf001),
    person: { id: organisationId(0xf002), name: 'Anna Brunner', language: 'en' },
    partner: { id: organisationId(0xf003), name: 'Agentur Nord' },
    organisation: { id, name, kind, logo, role, billingRight, currency: 'CHF', administrators: [] },
    elements: ['org-switcher'],
    features,
    expiresAt: '2026-11-22T12:00:00Z',
    today: '2026-11-22',
  };
}
