import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { foldText } from '../../shared/domain/fold-text.ts';
import { matchRank, organisationSearch } from '../../shared/domain/organisation-search.ts';
import { ENGINES, Fixture } from '../support/fixture.ts';

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);

  interface Line {
    readonly id: string;
    readonly name: string;
    readonly pinned: boolean;
    readonly usedAt: number | undefined;
  }

  const GROUPS = ['pinned', 'recent', 'other'];

  /** The list in memory, as the contract describes it. */
  function expected(lines: readonly Line[], text: string): { id: string; group: string }[] {
    const search = organisationSearch(text);
    const used = lines.filter((line) => !line.pinned && line.usedAt !== undefined);
    const recent = new Set(used.sort((a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0) || compare(a.id, b.id)).slice(0, 5).map(({ id }) => id));
    const group = (line: Line): number => (line.pinned ? 0 : recent.has(line.id) ? 1 : 2);
    const rank = (line: Line): number | undefined => (search ? matchRank(foldText(line.name), line.id, search) : 0);
    const found = lines.filter((line) => rank(line) !== undefined);
    found.sort((a, b) =>
      (rank(a) ?? 0) - (rank(b) ?? 0) || group(a) - group(b)
      || (!search && group(a) === 1 ? (b.usedAt ?? 0) - (a.usedAt ?? 0) : 0)
      || compare(foldText(a.name), foldText(b.name)) || compare(a.id, b.id));
    return found.map((line) => ({ id: line.id, group: GROUPS[group(line)] ?? '' }));
  }

  /** By code point, as the database compares bytes. */
  function compare(a: string, b: string): number {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }

  async function made(lines: readonly Omit<Line, 'id'>[]): Promise<{ token: string; lines: Line[] }> {
    const [account, partner] = [await fixture.person(), await fixture.partner()];
    const done: Line[] = [];
    for (const { name, pinned, usedAt } of lines) {
      const id = await fixture.organisation(name);
      const last_used_at = usedAt === undefined ? null : new Date(usedAt);
      await fixture.member(id, account, 'member', false, { pinned_at: pinned ? fixture.clock.now() : null, last_used_at });
      await fixture.grant(id, partner);
      done.push({ id, name, pinned, usedAt });
    }
    const { body } = await fixture.mint(partner, { person: account });
    return { token: body.token, lines: done.map((line) => (line.id === body.organisation ? { ...line, usedAt: fixture.clock.now().getTime() } : line)) };
  }

  const word = fc.constantFrom('Café', 'cafe', 'Zürich', 'AG', 'a', 'Straße', 'ström', '東京', '%', '_', 'Ärzte-Haus', 'O’Neill', '12', 'beef', '--');
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const line = fc.record({ name, pinned: fc.boolean(), usedAt: fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined }) });

  describe('the list of organisations', () => {
    test('stands in the order of the rules in memory, with and without a search', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), fc.array(name, { minLength: 3, maxLength: 3 }), async (drafts, searches) => {
          const { token, lines } = await made(drafts);
          const digits = lines[0]?.id.replaceAll('-', '').slice(9, 15) ?? '';
          for (const search of ['', digits, ...searches]) {
            const answer = await fixture.call(token, `/v1/organisations?limit=200&search=${encodeURIComponent(search)}`);
            assert.equal(answer.statusCode, 200, answer.body);
            const { rows, summary } = answer.json();
            const want = expected(lines, search);
            assert.deepEqual(rows.map(({ id, group }: { id: string; group: string }) => ({ id, group })), want, search);
            assert.deepEqual(summary, {
              count: want.length,
              pinned: want.filter(({ group }) => group === 'pinned').length,
              recent: want.filter(({ group }) => group === 'recent').length,
            });
          }
        }),
        { numRuns: 25 },
      );
    });

    test('holds only what granted the partner access, money only where the right allows, and counts what "to pay" shows', async () => {
      const { account, organisation, partner, token } = await fixture.signedIn();
      const ungranted = await fixture.organisation('Elsewhere');
      await fixture.member(ungranted, account);
      const unbilled = await fixture.organisation('Unbilled');
      await fixture.member(unbilled, account, 'member', false);
      await fixture.grant(unbilled, partner);
      await fixture.invoice(organisation, { state: 'due', due_on: '2026-03-01' });
      await fixture.invoice(organisation, { state: 'due', due_on: '2026-03-02' });
      await fixture.invoice(organisation, { state: 'pro-forma', number: null, pro_forma_number: 'P-1', due_on: '2026-01-01' });
      await fixture.invoice(organisation, { state: 'due', due_on: '2026-05-03' });
      for (const [name, renews_on] of [['missed', '2026-02-27'], ['soon', '2026-04-01'], ['far', '2026-05-03']] as const) {
        await fixture.insert('product', {
          organisation_id: organisation, id: uuid(), kind: 'web-hosting', name, state: 'active', started_on: '2024-04-01', renews_on,
          period_months: 12, net: 1000,
        });
      }
      const { rows } = (await fixture.call(token, '/v1/organisations')).json();
      const facts = rows.map(({ id, available, open, overdue }: Record<string, unknown>) => [id, available, open, overdue]);
      assert.deepEqual(facts, [
        [organisation, { amount: 0, currency: 'CHF' }, 5, 2],
        [unbilled, null, null, null],
      ]);
      const { summary } = (await fixture.call(token, `/v1/organisations/${organisation}/to-pay`)).json();
      assert.deepEqual([summary.count, summary.overdue], [5, 2]);
    });

    test('windows, and knows its length beyond the end', async () => {
      const { token } = await made(['b', 'c', 'a'].map((name) => ({ name, pinned: true, usedAt: undefined })));
      const names = async (query: string) => (await fixture.call(token, `/v1/organisations?${query}`)).json();
      assert.deepEqual((await names('offset=1&limit=1')).rows.map(({ name }: { name: string }) => name), ['b']);
      assert.deepEqual(await names('offset=9'), { rows: [], summary: { count: 3, pinned: 3, recent: 0 } });
      assert.equal((await names('summary=false')).summary, null);
    });

    test('pins and lets go; what is foreign or missing is the same', async () => {
      const { token, organisation } = await fixture.signedIn();
      const other = await fixture.signedIn();
      const group = async () => (await fixture.call(token, '/v1/organisations')).json().rows[0].group;
      const pin = (id: string, pinned: boolean) => fixture.call(token, `/v1/organisations/${id}/pin`, { method: 'PUT', payload: { pinned } });
      assert.equal((await pin(organisation, true)).statusCode, 204);
      assert.equal(await group(), 'pinned');
      assert.equal((await pin(organisation, false)).statusCode, 204);
      assert.equal(await group(), 'recent');
      const answers = [await pin(other.organisation, true), await pin('018f0000-0000-7000-8000-000000000000', true)].map((answer) => {
        const { requestId, ...body } = answer.json();
        return [answer.statusCode, body, typeof requestId];
      });
      assert.deepEqual(answers[0], answers[1]);
      assert.equal(answers[0]?.[0], 404);
    });
  });

  test('a logo is public, the same for ever, and can do nothing', async () => {
    const hash = 'ab'.repeat(32);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    await fixture.insert('logo', { hash, media_type: 'image/svg+xml', bytes: Buffer.from(svg) });
    const { body, headers } = await fixture.app.inject(`/logos/${hash}`);
    assert.equal(body, svg);
    assert.equal(headers['content-type'], 'image/svg+xml');
    assert.equal(headers['cross-origin-resource-policy'], 'cross-origin');
    assert.match(String(headers['content-security-policy']), /^default-src 'none'.*sandbox$/);
    assert.match(String(headers['cache-control']), /immutable/);
    assert.equal((await fixture.app.inject(`/logos/${'cd'.repeat(32)}`)).statusCode, 404);
  });
});
