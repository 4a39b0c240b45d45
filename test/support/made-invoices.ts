import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { invoiceSearchText } from '../../server/domain/invoices/invoice-search-text.ts';
import type { Parameter } from '../../server/storage/database.ts';
import type { InvoiceRow } from '../../shared/contract/invoice.ts';
import type { ToPayRow } from '../../shared/contract/to-pay.ts';
import { foldText } from '../../shared/domain/fold-text.ts';
import { invoiceStatus, type StoredInvoiceStatus } from '../../shared/domain/invoice-status.ts';
import { vatOn } from '../../shared/domain/vat.ts';
import { decimalText } from '../../shared/money/decimal-text.ts';

/** An invoice as a client shows it, and as the database holds it. */
export interface MadeInvoice {
  readonly row: InvoiceRow;
  readonly stored: Readonly<Record<string, Parameter>>;
}

const STATES: readonly StoredInvoiceStatus[] = ['pro-forma', 'due', 'processing', 'paid', 'cancelled', 'refunded'];
/** Few and alike, so that orders meet ties, and letters that folding and case treat apart. */
const SUBJECTS = ['Web hosting', 'web Hosting', 'Zürich mail', 'zurich Mail', 'ärztehaus.ch', 'Ärztehaus.ch', 'kDrive 2 TB', 'Straße', '🚀 launch', '100% off_peak'];
const SELLERS = ['Wolkenschloss Hosting AG', 'Bäckerei Æther', 'O’Neil & Sons'];
const day = fc.integer({ min: 1, max: 90 }).map((nr) => new Date(Date.UTC(2026, 0, nr)).toISOString().slice(0, 10));
const number = fc.tuple(fc.constantFrom('R-', 'r-', 'F ', 'Ä'), fc.integer({ min: 1, max: 40 })).map(([letter, nr]) => letter + nr);

const drawn = fc.record({
  state: fc.constantFrom(...STATES),
  number, proForma: fc.option(number), issuedOn: day, dueOn: fc.option(day),
  total: fc.integer({ min: -3000, max: 12000 }), paid: fc.integer({ min: 0, max: 500 }),
  currency: fc.constantFrom('CHF', 'EUR', 'JPY'), seller: fc.constantFrom(...SELLERS), subject: fc.constantFrom(...SUBJECTS),
});

/** Invoices of one organisation. Numbers of our own differ, as the database asks. @param today parts due from overdue */
export function madeInvoices(organisation: string, today: string, count: number, seed: number): MadeInvoice[] {
  return fc.sample(drawn, { numRuns: count, seed }).map((draw, index) => {
    const { state, proForma, issuedOn, dueOn, currency, seller, subject } = draw;
    const unpaid = state === 'pro-forma' || state === 'due';
    const final = unpaid && proForma !== null ? null : `${draw.number}.${index % 7}/${index}`;
    const total = { amount: draw.total, currency };
    const payable = { amount: draw.total - draw.paid, currency };
    const id = uuid();
    const row: InvoiceRow = {
      id, kind: draw.total < 0 ? 'credit-note' : 'invoice', origin: 'kontor', number: final, proFormaNumber: proForma,
      status: invoiceStatus(state, dueOn, today), issuedOn, dueOn, paidOn: null, seller, subject, total, payable,
      sameNumber: false, documents: final === null ? ['pdf'] : ['pdf', 'xml'],
    };
    const stored = {
      organisation_id: organisation, id, kind: row.kind, origin: 'kontor', number: final, pro_forma_number: proForma, state,
      issued_on: issuedOn, due_on: dueOn, currency, total: total.amount, payable: payable.amount, seller, subject, content: '{}',
      search_text: invoiceSearchText({
        numbers: [final, proForma], seller, currency, amounts: [total.amount, payable.amount], lines: [{ name: subject }],
      }),
    };
    return { row, stored };
  });
}

/** What is to pay, as a client shows it, and the table and row that it comes from. */
export interface MadeToPay {
  readonly row: ToPayRow;
  readonly table: 'invoice' | 'product';
  readonly stored: Readonly<Record<string, Parameter>>;
}

/** Open invoices and renewals of one organisation in CHF with 8.1 % VAT, as far ahead as half a year. */
export function madeToPay(organisation: string, today: string, count: number, seed: number): MadeToPay[] {
  const open = madeInvoices(organisation, today, count, seed).flatMap(({ row, stored }): MadeToPay[] => {
    const { id, status, dueOn, subject, payable: total } = row;
    if (dueOn === null || (status !== 'pro-forma' && status !== 'due' && status !== 'overdue')) return [];
    const number = row.number ?? row.proFormaNumber;
    // Rows of this list do not say the seller, so they are not found by it here.
    const search_text = foldText([number, subject, decimalText(total)].join(' '));
    return [{
      row: { id, kind: 'invoice', status, dueOn, number, subject, productKind: null, autoRenew: null, total },
      table: 'invoice', stored: { ...stored, search_text },
    }];
  });
  const product = fc.record({ name: fc.constantFrom(...SUBJECTS), renewsIn: fc.integer({ min: 1, max: 240 }), net: fc.nat(20000), autoRenew: fc.boolean() });
  const renewals = fc.sample(product, { numRuns: count, seed }).map(({ name, renewsIn, net, autoRenew }): MadeToPay => {
    const [id, dueOn, kind] = [uuid(), new Date(Date.UTC(2026, 0, renewsIn)).toISOString().slice(0, 10), 'web-hosting'];
    const total = { amount: net + vatOn(net, 810), currency: 'CHF' };
    return {
      row: { id, kind: 'renewal', status: dueOn < today ? 'overdue' : 'upcoming', dueOn, number: null, subject: name, productKind: kind, autoRenew, total },
      table: 'product',
      stored: {
        organisation_id: organisation, id, kind, name, state: 'active', started_on: '2025-01-01', renews_on: dueOn,
        period_months: 12, net, auto_renew: autoRenew,
      },
    };
  });
  return [...open, ...renewals];
}
