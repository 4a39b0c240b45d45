import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { MemoryClient } from '../../../shared/client/memory/memory-client.ts';
import { MemoryOrganisations } from '../../../shared/client/memory/memory-organisations.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { matchRank, organisationSearch } from '../../../shared/domain/organisation-search.ts';
import { organisationId, organisationRows, sessionIn } from '../../support/organisation-rows.ts';

const GROUPS = ['pinned', 'recent', 'other'] as const;
const name = fc.string({ unit: fc.constantFrom(...'abcéÜ 01'), minLength: 1, maxLength: 6 });
const list = fc.array(fc.tuple(name, fc.constantFrom(...GROUPS)), { maxLength: 30 });

const names = (rows: readonly OrganisationRow[]): string[] => rows.map((row) => row.name);
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The rule of the contract, word by word. */
function expected(rows: readonly OrganisationRow[], text: string): string[] {
  const search = organisationSearch(text);
  const rank = (row: OrganisationRow): number | undefined => (search ? matchRank(foldText(row.name), row.id, search) : 0);
  return rows
    .map((row, given) => ({ row, rank: rank(row), used: !search && row.group === 'recent' ? given : 0 }))
    .filter((entry) => entry.rank !== undefined)
    .toSorted((a, b) =>
      (a.rank ?? 0) - (b.rank ?? 0) ||
      GROUPS.indexOf(a.row.group) - GROUPS.indexOf(b.row.group) ||
      a.used - b.used ||
      byText(foldText(a.row.name), foldText(b.row.name)) ||
      byText(a.row.id, b.row.id))
    .map(({ row }) => row.id);
}

describe('organisations in memory', () => {
  test('come in the order of the contract, for every search typed letter by letter', () => {
    fc.assert(
      fc.property(list, fc.oneof(name, fc.constantFrom('0190000', '00000a', '0001 b')), (entries, text) => {
        const rows = organisationRows(entries.map(([title]) => title), (index) => ({ group: entries[index]?.[1] ?? 'other' }));
        const memory = new MemoryOrganisations({ rows });
        for (let length = 0; length <= text.length; length++) {
          const search = text.slice(0, length);
          const answer = memory.organisations({ search, limit: 200 });
          assert.deepEqual(answer.rows.map(({ id }) => id), expected(rows, search), search);
          assert.equal(answer.summary?.count, answer.rows.length);
          assert.equal(answer.summary?.pinned, answer.rows.filter(({ group }) => group === 'pinned').length);
        }
      }),
    );
  });

  test('come in windows, counted where asked for', () => {
    const memory = new MemoryOrganisations({ rows: organisationRows(['D', 'B', 'A', 'C']) });
    assert.deepEqual(names(memory.organisations({ offset: 1, limit: 2 }).rows), ['B', 'C']);
    assert.equal(memory.organisations({ summary: false }).summary, null);
    assert.deepEqual(memory.organisations({ offset: 9 }).rows, []);
  });

  test('move when they are pinned and unpinned', () => {
    const memory = new MemoryOrganisations({ rows: organisationRows(['A', 'B', 'C']) });
    memory.organisations({ search: 'c' });
    memory.pin(organisationId(2), true);
    assert.deepEqual(names(memory.organisations({}).rows), ['C', 'A', 'B']);
    assert.equal(memory.organisations({ search: 'c' }).summary?.pinned, 1);
    memory.pin(organisationId(2), false);
    assert.deepEqual(names(memory.organisations({}).rows), ['A', 'B', 'C']);
    assert.throws(() => memory.pin(organisationId(3), true), { code: 'KONTOR_NOT_FOUND' });
  });
});

describe('the client without a server', () => {
  const [row] = organisationRows(['A']) as [OrganisationRow];
  const topUp = { amount: { amount: 500, currency: 'CHF' }, card: 'approved' } as const;

  test('refuses as the gateway does: feature, billing right, what it is told', async () => {
    const client = new MemoryClient({ session: sessionIn({ ...row, role: 'member', billingRight: false }, ['invoices:read']), organisations: [row] });
    await assert.rejects(client.organisations({}), { code: 'KONTOR_FEATURE_MISSING' });
    await assert.rejects(client.invoices({}), { code: 'KONTOR_BILLING_RIGHT_MISSING' });
    client.fail('KONTOR_RATE_LIMITED');
    await assert.rejects(client.invoices({}), { code: 'KONTOR_RATE_LIMITED' });
  });

  test('waits for its latency and ends when it is aborted', async () => {
    const gate = Promise.withResolvers<void>();
    const client = new MemoryClient({ session: sessionIn(row), organisations: [row], latency: () => gate.promise });
    const abort = new AbortController();
    const answer = client.organisations({}, { signal: abort.signal });
    abort.abort();
    gate.resolve();
    await assert.rejects(answer, { name: 'AbortError' });
    assert.deepEqual(names((await client.organisations({})).rows), ['A']);
  });

  test('tops up once for one key', async () => {
    const client = new MemoryClient({ session: sessionIn(row, ['prepaid:read', 'prepaid:top-up']) });
    const first = await client.topUp(topUp, { idempotencyKey: 'k' });
    assert.deepEqual(await client.topUp(topUp, { idempotencyKey: 'k' }), first);
    assert.equal((await client.prepaidBalance()).available.amount, 500);
    assert.deepEqual((await client.prepaidMovements({})).rows.map(({ balance }) => balance.amount), [500]);
    await assert.rejects(client.topUp({ ...topUp, card: 'late' }, { idempotencyKey: 'k' }), { code: 'KONTOR_IDEMPOTENCY_KEY_REUSED' });
    await assert.rejects(client.topUp({ ...topUp, amount: { amount: 499, currency: 'CHF' } }, { idempotencyKey: 'l' }), { code: 'KONTOR_AMOUNT_OUT_OF_RANGE' });
  });
});
