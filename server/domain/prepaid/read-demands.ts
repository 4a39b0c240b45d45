import type { Demand } from '../../../shared/domain/cover-outlook.ts';
import type { Act } from '../../http/act.ts';
import { toNumber } from '../../storage/minor-units.ts';
import { RENEWAL_TOTAL, TO_PAY_ITEMS } from '../to-pay/to-pay-items.ts';

/** What "to pay" holds, and the later terms of products whose coming term is invoiced. The parameters are those of TO_PAY_ITEMS. */
const DEMANDS = `
  select i.due_on, i.subject, i.total, i.currency, p.period_months, 0 as invoiced, i.rank, i.id
  from (${TO_PAY_ITEMS}) i
  left join product p on i.kind = 'renewal' and p.organisation_id = $1 and p.id = i.id
  where i.due_on <= $5
  union all
  select p.renews_on, p.name, ${RENEWAL_TOTAL}, o.currency, p.period_months, 1, 3, p.id
  from product p join organisation o on o.id = p.organisation_id
  where p.organisation_id = $1 and p.state = 'active' and p.payer_partner_id is null and p.renews_on <= $5 and exists (
    select 1 from invoice r
    where r.organisation_id = $1 and r.renews_product_id = p.id and r.renews_from = p.renews_on and r.state <> 'cancelled')
  order by due_on, rank, id`;

type Line = { due_on: string; subject: string; total: bigint; currency: string; period_months: number | null; invoiced: number };

/**
 * All that falls due through a day: open invoices as they are, renewals with the terms that follow.
 * In the order of "to pay": soonest first, overdue and due invoices before what else falls on their day.
 */
export async function readDemands({ tx, organisation, today }: Pick<Act, 'tx' | 'organisation' | 'today'>, through: string): Promise<Demand[]> {
  const lines = await tx.query<Line>(DEMANDS, [organisation, today, [], null, through]);
  return lines.map(({ due_on: on, subject, total, currency, period_months: months, invoiced }) => {
    const demand = { on, subject, total: toNumber(total), currency };
    return months === null ? demand : { ...demand, term: { months, invoiced } };
  });
}
