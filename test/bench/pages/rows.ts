import type { InvoiceRow } from '../../../shared/contract/invoice.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import { INVOICE_STATUSES } from '../../../shared/domain/invoice-status.ts';

/** The same rows for both sides of a comparison. */

const HEADS = ['Alpen', 'Bären', 'Café', 'Delta', 'Étoile', 'Föhn', 'Garten', 'Höhen', 'Insel', 'Jura', 'Kern', 'Löwen', 'Märchen', 'Nord', 'Öko', 'Prisma'];
const TAILS = ['Verlag', 'Treuhand', 'Studio', 'Bau', 'Logistik', 'Musik', 'Druck', 'Reisen', 'Bäckerei', 'Optik'];
const FORMS = ['AG', 'GmbH', 'SA', 'Sàrl', 'Genossenschaft', 'S.r.l.'];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function id(index: number): string {
  return `01860000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

export function organisationRows(count: number): OrganisationRow[] {
  return Array.from({ length: count }, (_, i) => ({
    id: id(i),
    name: `${pick(HEADS, i * 7)} ${pick(TAILS, Math.floor(i / 16))} ${i} ${pick(FORMS, i * 5)}`,
    kind: 'company',
    logo: null,
    role: pick(['owner', 'admin', 'member'] as const, i),
    billingRight: i % 3 !== 2,
    group: 'other',
    available: i % 3 === 2 ? null : { amount: (i * 7919) % 500_000, currency: 'CHF' },
    open: i % 3 === 2 ? null : i % 4,
    overdue: i % 3 === 2 ? null : i % 2,
  }));
}

export function invoiceRows(count: number): InvoiceRow[] {
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2026, 10, 1) - (i % 1095) * 86_400_000).toISOString().slice(0, 10);
    const money = { amount: ((i * 104_729) % 900_000) + 500, currency: i % 5 === 0 ? 'EUR' : 'CHF' };
    return {
      id: id(i), kind: 'invoice', origin: 'kontor', number: `2026-${String(i).padStart(6, '0')}`, proFormaNumber: null,
      status: pick(INVOICE_STATUSES, i), issuedOn: day, dueOn: day, paidOn: null, seller: 'Kontor Hosting AG',
      subject: `${pick(TAILS, i)} ${pick(HEADS, i * 3)}`, total: money, payable: money, sameNumber: false, documents: ['pdf', 'xml'],
    };
  });
}
