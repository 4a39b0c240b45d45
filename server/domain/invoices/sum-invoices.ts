import type { CurrencyTotal, ListSummary } from '../../../shared/contract/invoice.ts';
import type { Queryable } from '../../storage/database.ts';
import { toNumber } from '../../storage/minor-units.ts';
import type { Condition } from './invoice-filter.ts';

type Line = { currency: string; count: bigint; total: bigint; open_count: bigint; open_total: bigint };

/** Counts and adds up the invoices that a condition holds for, each currency for itself. */
export async function sumInvoices(tx: Queryable, { text, parameters }: Condition): Promise<ListSummary> {
  const lines = await tx.query<Line>(
    `select currency, count(*) as count, sum(total)::bigint as total,
       count(*) filter (where state in ('pro-forma', 'due')) as open_count,
       coalesce(sum(payable) filter (where state in ('pro-forma', 'due')), 0)::bigint as open_total
     from invoice where ${text} group by currency order by currency`,
    parameters,
  );
  const totals = lines.map(currencyTotal);
  return { count: totals.reduce((sum, { count }) => sum + count, 0), totals };
}

function currencyTotal({ currency, count, total, open_count, open_total }: Line): CurrencyTotal {
  const open = { count: toNumber(open_count), total: toNumber(open_total) };
  return { currency, count: toNumber(count), total: toNumber(total), open };
}
