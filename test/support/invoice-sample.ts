import { MemoryClient, type MemoryClientOptions } from '../../shared/client/memory/memory-client.ts';
import type { InvoiceDetail, InvoiceRow } from '../../shared/contract/invoice.ts';
import type { CurrentOrganisation } from '../../shared/contract/organisation.ts';
import type { Session } from '../../shared/contract/session.ts';
import type { ToPayRow } from '../../shared/contract/to-pay.ts';
import { addMonths } from '../../shared/domain/to-pay-horizon.ts';

/** The day that all samples stand in. */
export const TODAY = '2026-11-22';

const id = (series: string, index: number): string => `0190${series}00-0000-7000-8000-${String(index).padStart(12, '0')}`;

/** A paid invoice with changes. Ids ascend with `index`. */
export function invoiceRow(index: number, change: Partial<InvoiceRow> = {}): InvoiceRow {
  const total = change.total ?? { amount: 10_000 + index, currency: 'CHF' };
  return {
    id: id('aa', index),
    kind: 'invoice',
    origin: 'kontor',
    number: `R-${String(index).padStart(6, '0')}`,
    proFormaNumber: `P-${String(index).padStart(6, '0')}`,
    status: 'paid',
    issuedOn: addMonths('2000-01-01', index % 320),
    dueOn: null,
    paidOn: null,
    seller: 'Wolkenschloss Hosting AG',
    subject: `Product ${index}`,
    total,
    payable: total,
    sameNumber: false,
    documents: ['pdf', 'xml'],
    ...change,
  };
}

export const manyInvoices = (count: number): InvoiceRow[] => Array.from({ length: count }, (_, index) => invoiceRow(index));

/** A few invoices with everything that is unusual. */
export const FEW_INVOICES: readonly InvoiceRow[] = [
  invoiceRow(1, { issuedOn: '2025-03-10', subject: 'Web hosting', total: { amount: 12_900, currency: 'CHF' } }),
  invoiceRow(2, { issuedOn: '2025-08-01', subject: 'kSuite', kind: 'credit-note', total: { amount: -4550, currency: 'EUR' } }),
  invoiceRow(3, {
    issuedOn: '2026-02-14', subject: 'Café Zürich', origin: 'imported', sameNumber: true, documents: ['original'],
    seller: 'Œuvre SA', number: 'F/77', proFormaNumber: null, total: { amount: 99_95, currency: 'EUR' },
  }),
  invoiceRow(4, { issuedOn: '2026-10-01', dueOn: '2026-10-31', status: 'overdue', subject: 'Swiss Backup' }),
  invoiceRow(5, { issuedOn: '2026-11-20', dueOn: '2026-12-20', status: 'pro-forma', number: null, subject: 'kDrive', documents: ['pdf'] }),
];

export function toPayRow(index: number, dueOn: string, change: Partial<ToPayRow> = {}): ToPayRow {
  return {
    id: id('bb', index),
    kind: 'invoice',
    status: dueOn < TODAY ? 'overdue' : 'due',
    dueOn,
    number: `R-${index}`,
    subject: `Thing ${index}`,
    productKind: null,
    autoRenew: null,
    total: { amount: 1000 * index, currency: 'CHF' },
    ...change,
  };
}

/** Two overdue ones, two within two months, one later. */
export const FEW_TO_PAY: readonly ToPayRow[] = [
  toPayRow(1, '2026-12-24', { status: 'pro-forma' }),
  toPayRow(2, '2026-11-12'),
  toPayRow(3, '2026-11-21', { kind: 'renewal', number: null, productKind: 'domain-name', autoRenew: true, total: { amount: 1990, currency: 'EUR' } }),
  toPayRow(4, '2027-01-22', { kind: 'renewal', status: 'upcoming', number: null, productKind: 'kdrive', autoRenew: false }),
  toPayRow(5, '2027-01-23', { kind: 'renewal', status: 'upcoming', number: null, productKind: 'ksuite', autoRenew: false }),
];

/** A document with two lines that fits any row. */
export function invoiceDetail(row: InvoiceRow): InvoiceDetail {
  const address = { lines: ['Luftweg 1'], postcode: '0000', town: 'Seldwyla', country: 'CH' };
  const line = { unit: 'MON', vatCategory: 'S', vatRate: '8.1' };
  return {
    row,
    seller: { name: row.seller, vatId: 'CHE-000.000.000 MWST', address },
    buyer: { name: 'Müller & Töchter GmbH', address },
    lines: [
      { ...line, id: '1', name: 'Web hosting', description: 'January to December', quantity: '12', unitPrice: '10.0125', net: 12_015 },
      { ...line, id: '2', name: 'Domain name', quantity: '1.5', unit: 'C62', unitPrice: '10', net: 1500 },
    ],
    taxes: [{ category: 'S', rate: '8.1', taxable: 13_515, tax: 1095 }],
    totals: {
      lines: 13_515, allowances: 0, charges: 0, net: 13_515, tax: 1095, gross: 14_610, prepaid: 0, rounding: 0, payable: 14_610,
    },
    chain: [
      { step: 'pro-forma', on: '2026-01-02', number: 'P-000001' },
      { step: 'payment', on: '2026-01-20', number: null },
      { step: 'final', on: null, number: null },
    ],
  };
}

export function sampleSession(organisation: Partial<CurrentOrganisation> = {}): Session {
  const named = (letter: string, name: string): { id: string; name: string } => ({ id: id(letter, 0), name });
  return {
    id: id('cc', 0),
    person: { ...named('dd', 'Anna Müller'), language: 'en' },
    partner: named('ee', 'Agency'),
    organisation: {
      ...named('ff', 'Müller & Töchter GmbH'),
      kind: 'company',
      logo: null,
      role: 'member',
      billingRight: true,
      currency: 'CHF',
      administrators: ['Beat Keller', 'Chiara Rossi'],
      ...organisation,
    },
    elements: ['invoice-list'],
    features: ['invoices:read'],
    expiresAt: `${TODAY}T12:00:00Z`,
    today: TODAY,
  };
}

/** A client in memory with the few rows, or others. */
export function sampleClient(options: Partial<MemoryClientOptions> = {}): MemoryClient {
  return new MemoryClient({
    session: sampleSession(),
    invoices: FEW_INVOICES,
    toPay: FEW_TO_PAY,
    invoiceDetails: invoiceDetail,
    invoiceDocuments: (row, document) => new File([`<${document}/>`], `${row.number ?? row.id}.${document === 'pdf' ? 'pdf' : 'xml'}`),
    ...options,
  });
}
