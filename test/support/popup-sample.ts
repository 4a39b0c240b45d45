import type { OrganisationRow } from '../../shared/contract/organisation.ts';
import type { Movement } from '../../shared/contract/prepaid.ts';
import type { Session } from '../../shared/contract/session.ts';
import type { ToPayRow } from '../../shared/contract/to-pay.ts';
import { MemoryClient } from '../../shared/client/memory/memory-client.ts';
import { invoiceDetail, invoiceRow } from './invoice-sample.ts';
import { organisationId, organisationRows, sessionIn } from './organisation-rows.ts';

const POPUP_FEATURES: Session['features'] =
  ['organisations:list', 'invoices:read', 'products:read', 'prepaid:read', 'prepaid:top-up', 'orders:write', 'orders:place'];

const NAMES = [
  'Sterntaler AG', 'Bergbahn Hinterwald', 'Café Zürich', 'Delta Logistik', 'Nordlicht Studio', 'Öko-Markt Genossenschaft', 'Kern Treuhand',
  'Verein zur Förderung der alpinen Kulturlandschaft und der traditionellen Handwerkskunst', 'Weinhandlung Rebstock',
];

/** What one person has at a gateway: nine organisations, the first one with money and something to pay. */
export function popupRows(): OrganisationRow[] {
  return organisationRows(NAMES, (index) => ({
    available: { amount: 128_450 - index * 9_000, currency: 'CHF' }, open: index % 3, overdue: index % 4 === 1 ? 1 : 0,
    group: index < 2 ? 'pinned' : 'other',
  }));
}

const SUBJECTS = [
  'sterntaler.ch, web hosting and mail service of the whole year', 'Swiss Backup 2 TB', 'sterntaler.swiss', 'kDrive Team', 'Managed cloud server',
];

function toPay(): ToPayRow[] {
  return SUBJECTS.map((subject, index): ToPayRow => ({
    id: organisationId(0xa0 + index), kind: index < 2 ? 'invoice' : 'renewal', status: index === 0 ? 'overdue' : index === 1 ? 'due' : 'upcoming',
    dueOn: `2026-${index === 0 ? '11-12' : index < 3 ? '12-04' : '12-28'}`, number: index < 2 ? `R-2026-10${index}` : null, subject,
    productKind: index < 2 ? null : 'web-hosting', autoRenew: index < 2 ? null : index === 2, total: { amount: 4_990 + index * 12_345, currency: 'CHF' },
  }));
}

/** The gateway's client for a person who stands in an organisation. */
export function popupClient(rows: readonly OrganisationRow[], here: OrganisationRow, features = POPUP_FEATURES): MemoryClient {
  const money = (amount: number): { amount: number; currency: string } => ({ amount, currency: 'CHF' });
  const now = here.available ?? money(0);
  const paid = invoiceRow(1);
  const movement = (day: number, amount: number, before: number): Movement => ({
    id: organisationId(0xd0 + day), at: new Date(Date.UTC(2026, 9, day)).toISOString(), cause: amount > 0 ? 'top-up' : 'payment',
    amount: money(amount), balance: money(now.amount - before), ...(amount > 0 ? { document: null, number: null } : { document: paid.id, number: paid.number }),
  });
  return new MemoryClient({
    session: { ...sessionIn(here, features), partner: null },
    organisations: rows,
    invoices: [paid],
    invoiceDetails: invoiceDetail,
    toPay: here === rows[0] ? toPay() : [],
    prepaid: {
      balance: {
        available: now, reserved: money(0), pending: money(5_000), freeCredit: money(2_000), owed: money(0),
        asOf: '2026-11-22T03:20:00Z',
      },
      movements: [movement(50, -12_000, 0), movement(38, 60_000, -12_000), movement(9, -4_500, 48_000)],
    },
  });
}
