import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { InvoiceDetail } from '../../../shared/contract/invoice.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { vatOn } from '../../../shared/domain/vat.ts';
import { checkInvariants } from '../../../server/ledger/check-invariants.ts';
import type { Database } from '../../../server/storage/database.ts';

/** What the column `content` holds: the detail of the contract without what the row says itself. */
const Content = Type.Omit(InvoiceDetail, ['row', 'chain']);
type Content = Pick<InvoiceDetail, 'lines' | 'taxes' | 'totals'>;

type Seeded = Record<string, unknown> & {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly pro_forma_number: string | null;
  readonly state: string;
  readonly total: bigint;
  readonly payable: bigint;
  readonly pro_forma_on: string | null;
  readonly paid_on: string | null;
  readonly issued_on: string;
  readonly search_text: string;
  readonly content: Content;
  readonly vat_basis_points: number;
  readonly moved: bigint;
};

/** The sums, numbers and money behind every seeded document. */
export function documentSuite(opened: () => Database, today: string): void {
  async function documents(): Promise<Seeded[]> {
    const rows = await opened().asOwner((tx) => tx.query<Seeded>(
      `select i.*, o.vat_basis_points, coalesce((select sum(t.amount) from ledger_transfer t
          where t.organisation_id = i.organisation_id and t.document_id = i.id), 0)::bigint as moved
       from invoice i join organisation o on o.id = i.organisation_id`,
    ));
    assert.ok(rows.length > 0, 'There are no documents.');
    return rows;
  }

  test('each document adds up: lines, tax of the rate, gross, and the sign of the list', async () => {
    for (const { content, kind, total, payable, vat_basis_points: rate, id } of await documents()) {
      assert.ok(Value.Check(Content, content), `${id} is not what the contract says`);
      const { lines, taxes, totals } = content;
      const net = lines.reduce((sum, line) => sum + line.net, 0);
      const tax = vatOn(net, rate);
      assert.deepEqual(taxes, [{ category: 'S', rate: String(rate / 100), taxable: net, tax }]);
      assert.deepEqual([totals.lines, totals.net, totals.tax, totals.gross], [net, net, tax, net + tax]);
      assert.equal(totals.payable, totals.gross - totals.prepaid);
      const sign = kind === 'credit-note' ? -1 : 1;
      assert.deepEqual([total, payable], [BigInt(sign * totals.gross), BigInt(sign * totals.payable)]);
    }
  });

  test('a final number comes with the payment, and exactly the total was moved', async () => {
    for (const { kind, number, pro_forma_number: proForma, state, paid_on: paidOn, total, moved, id } of await documents()) {
      const isPaid = state === 'paid' || state === 'refunded';
      assert.deepEqual([number !== null, paidOn !== null], [isPaid, isPaid], id);
      assert.equal(proForma === null, kind === 'credit-note');
      assert.equal(moved, isPaid ? (total < 0n ? -total : total) : 0n);
    }
  });

  test('numbers of a series have no gap, in the order of their days', async () => {
    const rows = await documents();
    const numbered = rows.flatMap((row) => [
      { text: row.number, day: row.issued_on }, { text: row.pro_forma_number, day: row.pro_forma_on ?? '' },
    ].filter(({ text }) => text !== null)).map(({ text, day }) => ({ series: text?.slice(0, -6) ?? '', count: Number(text?.slice(-6)), day }));
    for (const [series, members] of Map.groupBy(numbered, (member) => member.series)) {
      members.sort((one, other) => one.count - other.count);
      assert.deepEqual(members.map(({ count }) => count), members.map((_, index) => index + 1), series);
      assert.deepEqual(members.map(({ day }) => day), members.map(({ day }) => day).sort(), series);
      assert.ok(members.every(({ day }) => series.endsWith(`${day.slice(0, 4)}-`)));
    }
  });

  test('what a person types finds the document', async () => {
    for (const { search_text: text, number, pro_forma_number: proForma, content } of await documents()) {
      const { gross } = content.totals;
      const typed = [number ?? '', proForma ?? '', content.lines[0]?.name ?? '', `${Math.floor(gross / 100)}.${String(gross % 100).padStart(2, '0')}`];
      for (const words of typed) assert.ok(text.includes(foldText(words)), words);
    }
  });

  test('the ledger holds, and nothing lies after today', async () => {
    assert.deepEqual(await checkInvariants(opened()), []);
    const [late] = await opened().asOwner((tx) => tx.query<{ n: number }>(
      `select (select count(*) from ledger_transfer where at >= $1)::int + (select count(*) from invoice
         where greatest(issued_on, pro_forma_on, paid_on, ended_on) > $1)::int + (select count(*) from top_up where created_at >= $1)::int as n`,
      [today],
    ));
    assert.equal(late?.n, 0);
  });
}
