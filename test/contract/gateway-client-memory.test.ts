import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { MemoryClient } from '../../shared/client/memory/memory-client.ts';
import type { InvoiceQuery } from '../../shared/contract/invoice.ts';
import type { OrganisationRow } from '../../shared/contract/organisation.ts';
import { INVOICE_STATUSES } from '../../shared/domain/invoice-status.ts';
import { decimalText } from '../../shared/money/decimal-text.ts';
import { ClientFixture } from '../support/client-fixture.ts';
import { madeInvoices, madeToPay } from '../support/made-invoices.ts';

/** The client without a server and the gateway's answer alike for the same rows. */
const fixture = await ClientFixture.start();
const { gateway } = fixture;
const seed = Date.now() % 1_000_000;
const runs = { numRuns: 150, seed };
/** Each key may be left out. */
const query = <T>(keys: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(keys, { requiredKeys: [] });
const window = (count: number) => ({
  offset: fc.integer({ min: 0, max: count + 2 }), limit: fc.integer({ min: 1, max: count }), summary: fc.boolean(),
});
/** Pieces of texts that are there, several at once, in another case; and texts that are not. */
function searches(texts: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.tuple(fc.constantFrom(...texts), fc.nat(20), fc.integer({ min: 1, max: 14 }), fc.constantFrom('toUpperCase', 'trim'))
    .map(([text, from, length, change]) => text.slice(from % text.length, (from % text.length) + length)[change as 'trim']());
  return fc.oneof(piece, fc.tuple(piece, piece).map((pieces) => pieces.join(' ')), fc.string());
}

describe(`organisations (seed ${seed})`, async () => {
  const WORDS = ['Zürich', 'zurich', 'Café', 'Bäckerei', 'Müller', 'AG', 'Sàrl', 'Æther', '100%', 'a_b', 'Straße', '株式会社', 'dead beef'];
  const drawn = fc.record({
    name: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    role: fc.constantFrom('owner', 'admin', 'member' as const), billingRight: fc.boolean(), pinned: fc.boolean(),
  });
  const visitor = await fixture.visitor();
  const client = await visitor.connect();
  await client.pinOrganisation(visitor.organisation, true);
  const own = { name: 'Muster AG', role: 'owner', billingRight: true } as const;
  const rows = [rowOf({ id: visitor.organisation, group: 'pinned', ...own })];
  for (const [index, { name, role, ...draw }] of fc.sample(drawn, { numRuns: 60, seed }).entries()) {
    // The first five that are not pinned were used lately, the newest first.
    const group = draw.pinned ? 'pinned' : rows.filter((row) => row.group === 'recent').length < 5 ? 'recent' : 'other';
    const billingRight = role !== 'member' || draw.billingRight;
    const id = await gateway.organisation(name);
    await gateway.grant(id, visitor.partner);
    await gateway.member(id, visitor.account, role, billingRight, {
      pinned_at: group === 'pinned' ? new Date(index) : null, last_used_at: group === 'recent' ? new Date(1e12 - index) : null,
    });
    rows.push(rowOf({ id, name, role, billingRight, group }));
  }
  const memory = new MemoryClient({ session: client.session, organisations: rows });
  const search = searches([...WORDS, ...rows.flatMap(({ id, name }) => [id, name])]);

  test('the same search gives the same rows in the same order', () => fc.assert(
    fc.asyncProperty(query({ search, ...window(rows.length) }), async (asked) => {
      assert.deepEqual(await memory.organisations(asked), await client.organisations(asked));
    }), runs));
});

describe(`invoices (seed ${seed})`, async () => {
  const visitor = await fixture.visitor();
  const client = await visitor.connect();
  const made = madeInvoices(visitor.organisation, client.session.today, 150, seed);
  for (const { stored } of made) await gateway.insert('invoice', stored);
  const rows = made.map(({ row }) => row);
  const memory = new MemoryClient({ session: client.session, invoices: rows.toReversed() });
  const texts = rows.flatMap(({ number, proFormaNumber, seller, subject, total }) =>
    [number ?? '', proFormaNumber ?? '', seller, subject, total.currency, decimalText(total)]).filter(Boolean);
  const day = fc.constantFrom(...rows.map(({ issuedOn }) => issuedOn), '2025-12-31', '2027-01-01');
  const filter = {
    status: fc.uniqueArray(fc.constantFrom(...INVOICE_STATUSES)), from: day, to: day, search: searches(texts),
    sort: fc.constantFrom('issued', 'due', 'number', 'status', 'total', 'subject' as const), descending: fc.boolean(),
  };

  async function assertSame(asked: InvoiceQuery, after?: readonly string[]): Promise<(string | null)[]> {
    const [here, there] = await Promise.all([memory, client].map((one, index) => {
      const cursor = after?.[index];
      return one.invoices(cursor === undefined ? asked : { ...asked, after: cursor });
    }));
    assert.deepEqual({ ...here, next: here?.next !== null }, { ...there, next: there?.next !== null });
    return [here?.next ?? null, there?.next ?? null];
  }

  test('the same filter and order give the same rows and totals', () => fc.assert(
    fc.asyncProperty(query({ ...filter, ...window(rows.length) }), async (asked) => void (await assertSame(asked))), runs));

  test('a list read by its cursors gives the same rows to its end', () => fc.assert(
    fc.asyncProperty(query({ ...filter, limit: fc.integer({ min: 15, max: 60 }) }), async (asked) => {
      let next = await assertSame(asked);
      while (next.every((cursor) => cursor !== null)) next = await assertSame(asked, next);
    }), { ...runs, numRuns: 25 }));
});

describe(`what is to pay (seed ${seed})`, async () => {
  const visitor = await fixture.visitor();
  const client = await visitor.connect();
  const made = madeToPay(visitor.organisation, client.session.today, 60, seed);
  for (const { table, stored } of made) await gateway.insert(table, stored);
  const rows = made.map(({ row }) => row);
  const memory = new MemoryClient({ session: client.session, toPay: rows.toReversed() });
  const search = searches(rows.flatMap(({ number, subject, total }) => [number ?? subject, subject, decimalText(total)]));
  const sort = fc.constantFrom('due', 'subject', 'status', 'total' as const);

  test('the same horizon, search and order give the same rows and totals', () => fc.assert(
    fc.asyncProperty(query({ all: fc.boolean(), search, sort, descending: fc.boolean(), ...window(rows.length) }), async (asked) => {
      assert.deepEqual(await memory.toPay(asked), await client.toPay(asked));
    }), runs));
});

function rowOf(known: Pick<OrganisationRow, 'id' | 'name' | 'role' | 'billingRight' | 'group'>): OrganisationRow {
  const money = known.billingRight ? { available: { amount: 0, currency: 'CHF' }, open: 0, overdue: 0 } : { available: null, open: null, overdue: null };
  return { kind: 'company', logo: null, ...known, ...money };
}
