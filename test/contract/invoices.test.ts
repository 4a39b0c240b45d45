import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { INVOICE_STATUSES } from '../../shared/domain/invoice-status.ts';
import type { InvoiceRow, InvoiceWindow } from '../../shared/contract/invoice.ts';
import { ENGINES, Fixture } from '../support/fixture.ts';

for (const engine of ENGINES) describe(engine, async () => {
  const fixture = await Fixture.start(engine);
  const STATES = ['due', 'pro-forma', 'processing', 'paid', 'refunded', 'cancelled'];
  const SORTS = ['issued', 'due', 'number', 'status', 'total', 'subject'] as const;
  const COUNT = 60;

  /** One organisation with invoices of every state, day, currency and some equal values. */
  async function filled(): Promise<{ token: string; base: string; organisation: string }> {
    const { token, organisation } = await fixture.signedIn();
    for (let index = 0; index < COUNT; index += 1) {
      const state = STATES[index % STATES.length] ?? 'paid';
      const day = `2026-0${1 + (index % 4)}-${String(1 + (index % 9)).padStart(2, '0')}`;
      const number = state === 'pro-forma' ? null : `F-${index}`;
      await fixture.invoice(organisation, {
        state, number, pro_forma_number: `P-${index}`, issued_on: day, due_on: index % 5 === 0 ? null : day, paid_on: null,
        currency: index % 3 === 0 ? 'EUR' : 'CHF', total: (index * 37) % 50, payable: (index * 37) % 50,
        subject: `${index % 2 === 0 ? 'Domain' : 'kSuite'} ${index % 7}`, search_text: `f ${index} host 100 domain`,
      });
    }
    return { token, organisation, base: `/v1/organisations/${organisation}/invoices` };
  }

  const { token, base, organisation } = await filled();

  async function list(query: string): Promise<InvoiceWindow> {
    const answer = await fixture.call(token, `${base}?${query}`);
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json();
  }

  const sortValue: Record<(typeof SORTS)[number], (row: InvoiceRow) => (string | number)[]> = {
    issued: (row) => [row.issuedOn],
    due: (row) => [row.dueOn ?? '9999'],
    number: (row) => [row.number ?? row.proFormaNumber ?? ''],
    status: (row) => [INVOICE_STATUSES.indexOf(row.status), row.dueOn ?? '9999'],
    total: (row) => [row.total.currency, row.total.amount],
    subject: (row) => [row.subject.toLowerCase()],
  };

  function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
    for (const [index, value] of a.entries()) {
      const other = b[index] ?? '';
      if (value !== other) return value < other ? -1 : 1;
    }
    return 0;
  }

  describe('the list of invoices', () => {
    test('sorts by every key, both ways, ties by id', async () => {
      for (const sort of SORTS) {
        const { rows } = await list(`sort=${sort}&descending=false&limit=200`);
        const want = rows.toSorted((a, b) => compare([...sortValue[sort](a), a.id], [...sortValue[sort](b), b.id]));
        assert.deepEqual(rows.map(({ id }) => id), want.map(({ id }) => id), sort);
        const back = await list(`sort=${sort}&descending=true&limit=200`);
        assert.deepEqual(back.rows.map(({ id }) => id), want.map(({ id }) => id).toReversed(), sort);
        assert.equal(rows.length, COUNT);
      }
    });

    test('newest first unless asked otherwise', async () => {
      const { rows } = await list('limit=200');
      assert.deepEqual(rows, (await list('sort=issued&descending=true&limit=200')).rows);
    });

    test('pages by cursor are the pages by offset', async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...SORTS), fc.boolean(), fc.integer({ min: 1, max: 25 }), async (sort, descending, limit) => {
          const query = `sort=${sort}&descending=${descending}&limit=${limit}&summary=false`;
          let after: string | null = null;
          for (let offset = 0; offset < COUNT; offset += limit) {
            const byOffset = await list(`${query}&offset=${offset}`);
            const byCursor: InvoiceWindow = after === null ? await list(query) : await list(`${query}&after=${after}`);
            assert.deepEqual(byCursor, byOffset);
            after = byCursor.next;
          }
          assert.equal(after, null);
        }),
        { numRuns: 20 },
      );
    });

    test('filters by state, period and text together, and adds up each currency', async () => {
      const { rows } = await list('limit=200');
      const overdue = rows.filter(({ status }) => status === 'overdue');
      assert.ok(overdue.length > 0 && overdue.every(({ dueOn }) => (dueOn ?? '') < '2026-03-02'));
      const cases: [string, (row: InvoiceRow) => boolean][] = [
        ['status=overdue', ({ status }) => status === 'overdue'],
        ['status=due', ({ status }) => status === 'due'],
        ['status=due&status=overdue&status=paid', ({ status }) => ['due', 'overdue', 'paid'].includes(status)],
        ['from=2026-02-01&to=2026-02-28', ({ issuedOn }) => issuedOn.startsWith('2026-02')],
        ['search=Dom%C3%A4in+17', ({ proFormaNumber }) => proFormaNumber === 'P-17'],
        ['search=%25', () => false],
        ['search=__', () => false],
        ['search=%20', () => true],
        ['search=nothing', () => false],
        ['status=paid&from=2026-02-01&search=host', ({ status, issuedOn }) => status === 'paid' && issuedOn >= '2026-02-01'],
      ];
      for (const [query, holds] of cases) {
        const found = await list(`${query}&limit=200`);
        const want = rows.filter(holds);
        assert.deepEqual(found.rows, want, query);
        const sums = Map.groupBy(want, ({ total }) => total.currency);
        const totals = [...sums].sort().map(([currency, all]) => {
          const open = all.filter(({ status }) => ['overdue', 'due', 'pro-forma'].includes(status));
          const add = (part: InvoiceRow[]) => ({ count: part.length, total: part.reduce((sum, { total }) => sum + total.amount, 0) });
          return { currency, ...add(all), open: add(open) };
        });
        assert.deepEqual(found.summary, { count: want.length, totals }, query);
      }
    });

    test('refuses cursors that are not its own', async () => {
      const { next } = await list('limit=1');
      const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const id = '018f0000-0000-7000-8000-000000000000';
      const hostile = [
        'x', '%00', cursor(null), cursor([]), cursor(['issued', true]), cursor(['issued', true, '2026-02-31', id]), cursor(['issued', true, '2026-02-01', 'x']),
        cursor(['issued', true, { toString: 1 }, id]), cursor(['issued', true, '2026-02-01', id, 'more']), cursor(['issued', false, '2026-02-01', id]),
        cursor(['constructor', true, '2026-02-01', id]), cursor({ length: 4 }),
      ];
      for (const after of hostile) assert.equal((await fixture.call(token, `${base}?after=${after}`)).statusCode, 400, after);
      assert.equal((await fixture.call(token, `${base}?sort=due&after=${next}`)).statusCode, 400);
      assert.equal((await fixture.call(token, `${base}?after=${next}`)).statusCode, 200);
    });
  });

  test('a page far into a long list is the page that counting gives, also after a change', async () => {
    const { token, organisation } = await fixture.signedIn();
    await fixture.database.asOwner((tx) => tx.query(
      `insert into invoice (organisation_id, id, kind, origin, number, state, issued_on, currency, total, payable, seller, subject, search_text, content)
       select $1, ('018f0000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'invoice', 'kontor', 'N' || i, 'paid', date '2020-01-01' + i / 3, 'CHF', i, i, 'a', 'b', 'c', '{}'
       from generate_series(1, 3210) i`, [organisation]));
    const page = async (offset: number) => {
      const answer = await fixture.call(token, `/v1/organisations/${organisation}/invoices?descending=false&summary=false&limit=3&offset=${offset}`);
      return answer.json<InvoiceWindow>().rows.map(({ number }) => number);
    };
    for (const offset of [0, 999, 1000, 1499, 1500, 3000, 3207]) {
      assert.deepEqual(await page(offset), [1, 2, 3].map((step) => `N${offset + step}`));
    }
    assert.deepEqual(await page(3210), []);
    assert.deepEqual(await page(9999), []);
    await fixture.database.asOwner((tx) => tx.query(`delete from invoice where organisation_id = $1 and number = 'N1'`, [organisation]));
    await fixture.database.asOwner((tx) => tx.query('update organisation set invoices_version = invoices_version + 1 where id = $1', [organisation]));
    assert.deepEqual(await page(1500), ['N1502', 'N1503', 'N1504']);
  });

  describe('one invoice', () => {
    test('tells its document and the way it went', async () => {
      const id = await fixture.invoice(organisation, {
        state: 'refunded', number: 'F-900', pro_forma_number: 'P-900', pro_forma_on: '2026-01-01', paid_on: '2026-01-10', issued_on: '2026-01-10', ended_on: '2026-02-01',
      });
      const answer = await fixture.call(token, `${base}/${id}`);
      assert.equal(answer.statusCode, 200, answer.body);
      const { row, totals, chain } = answer.json();
      assert.deepEqual([row.number, row.status, row.documents, totals.gross], ['F-900', 'refunded', ['pdf', 'xml'], 10810]);
      assert.deepEqual(chain, [
        { step: 'pro-forma', on: '2026-01-01', number: 'P-900' },
        { step: 'payment', on: '2026-01-10', number: null },
        { step: 'final', on: '2026-01-10', number: 'F-900' },
        { step: 'refund', on: '2026-02-01', number: null },
      ]);
      const xml = await fixture.call(token, `${base}/${id}/xml`);
      assert.equal(xml.statusCode, 200, xml.body);
      assert.match(xml.body, /<cbc:ID>F-900<\/cbc:ID>/);
      assert.equal(xml.headers['content-disposition'], 'attachment; filename="invoice-F-900.xml"');
    });

    test('has no e-invoice while it is a pro forma, and no original when it is our own', async () => {
      const id = await fixture.invoice(organisation, { state: 'pro-forma', number: null, pro_forma_number: 'P-901' });
      assert.equal((await fixture.call(token, `${base}/${id}/xml`)).statusCode, 404);
      assert.equal((await fixture.call(token, `${base}/${id}/original`)).statusCode, 404);
    });

    test('of another organisation is as one that does not exist', async () => {
      const other = await fixture.signedIn();
      const foreign = await fixture.invoice(other.organisation);
      for (const path of [`${base}/${foreign}`, `${base}/${foreign}/xml`, `${base}/${foreign}/original`, `/v1/organisations/${other.organisation}/invoices/${foreign}`,
        `/v1/organisations/${other.organisation}/invoices`, `/v1/organisations/${other.organisation}/to-pay`, `/v1/organisations/${other.organisation}/products`]) {
        const missing = path.replaceAll(foreign, '018f0000-0000-7000-8000-000000000000').replace(other.organisation, '018f0000-0000-7000-8000-000000000001');
        const [a, b] = await Promise.all([path, missing].map(async (url) => {
          const { requestId: _requestId, ...body } = (await fixture.call(token, url)).json();
          return body;
        }));
        assert.deepEqual(a, b, path);
        assert.equal(a.code, 'KONTOR_NOT_FOUND');
      }
    });
  });
});
