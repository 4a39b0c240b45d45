import type { ToPayQuery, ToPayRow, ToPaySortKey, ToPayWindow } from '../../../shared/contract/to-pay.ts';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { searchWords } from '../../../shared/domain/search-words.ts';
import { toPayHorizon } from '../../../shared/domain/to-pay-horizon.ts';
import type { Act } from '../../http/act.ts';
import type { Parameter } from '../../storage/database.ts';
import { toNumber } from '../../storage/minor-units.ts';
import { likeText } from '../like-pattern.ts';
import { TO_PAY_ITEMS, TO_PAY_STATUSES } from './to-pay-items.ts';

type Query = ToPayQuery & { offset: number; limit: number; summary: boolean };
type Summary = NonNullable<ToPayWindow['summary']>;
type Line = {
  id: string; kind: ToPayRow['kind']; due_on: string; rank: number; number: string | null; subject: string;
  product_kind: string | null; auto_renew: boolean | null; currency: string; total: bigint;
};

const SORTS: Record<ToPaySortKey, readonly string[]> = {
  due: ['due_on', 'rank'],
  subject: ['lower(subject collate "C")', 'due_on'],
  status: ['rank', 'due_on'],
  total: ['currency collate "C"', 'total', 'due_on'],
};

/** A part of what there is to pay: by default what is overdue or due in the next two months, soonest first. */
export async function listToPay(act: Act, query: Query): Promise<ToPayWindow> {
  const through = toPayHorizon(act.today);
  const shared = await itemParameters(act, query.search ?? '');
  const last = query.all ? null : through;
  const lines = await act.tx.query<Line>(
    `select * from (${TO_PAY_ITEMS}) items where $5::date is null or due_on <= $5 order by ${orderBy(query)} limit $6 offset $7`,
    [...shared, last, query.limit, query.offset],
  );
  const summary = query.summary ? await sumUp(act, shared, last, through) : null;
  return { rows: lines.map(rowOf), summary };
}

/** Names of products are folded here, as those of invoices were when they were stored. */
async function itemParameters({ tx, organisation, today }: Act, search: string): Promise<Parameter[]> {
  const words = searchWords(search);
  const patterns = words.map((word) => `%${likeText(word)}%`);
  if (words.length === 0) return [organisation, today, patterns, null];
  const products = await tx.query<{ id: string; name: string }>(
    `select id, name from product where organisation_id = $1 and state = 'active'`, [organisation],
  );
  const found = products.filter(({ name }) => words.every((word) => foldText(name).includes(word)));
  return [organisation, today, patterns, found.map(({ id }) => id)];
}

function orderBy({ sort = 'due', descending = false }: Query): string {
  return [...SORTS[sort], 'id'].map((column) => `${column} ${descending ? 'desc' : 'asc'}`).join(', ');
}

async function sumUp({ tx }: Act, shared: readonly Parameter[], last: string | null, through: string): Promise<Summary> {
  const lines = await tx.query<{ currency: string; count: bigint; total: bigint; overdue: bigint; later: bigint }>(
    `select currency, count(*) filter (where $5::date is null or due_on <= $5) as count,
       coalesce(sum(total) filter (where $5::date is null or due_on <= $5), 0)::bigint as total,
       count(*) filter (where rank = 0 and ($5::date is null or due_on <= $5)) as overdue, count(*) filter (where due_on > $5) as later
     from (${TO_PAY_ITEMS}) items group by currency order by currency`,
    [...shared, last],
  );
  const sums = lines.map(({ currency, count, total, overdue, later }) =>
    ({ currency, count: toNumber(count), total: toNumber(total), overdue: toNumber(overdue), later: toNumber(later) }));
  const totals = sums.filter(({ count }) => count > 0).map(({ currency, count, total }) => ({ currency, count, total, open: { count, total } }));
  const add = (key: 'count' | 'overdue' | 'later') => sums.reduce((sum, one) => sum + one[key], 0);
  return { count: add('count'), totals, overdue: add('overdue'), later: add('later'), through };
}

function rowOf({ id, kind, due_on, rank, number, subject, product_kind, auto_renew, currency, total }: Line): ToPayRow {
  return {
    id, kind, status: TO_PAY_STATUSES[rank] ?? 'upcoming', dueOn: due_on, number, subject,
    productKind: product_kind, autoRenew: auto_renew, total: { amount: toNumber(total), currency },
  };
}
