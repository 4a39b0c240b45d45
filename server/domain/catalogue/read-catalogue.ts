import type { CatalogueItem } from '../../../shared/contract/order.ts';
import type { Act } from '../../http/act.ts';
import { toNumber } from '../../storage/minor-units.ts';

type Line = { id: string; kind: string; name: string; period_months: number; net: bigint; currency: string };

const READ = `select i.id, i.kind, i.name, i.period_months, p.net, p.currency
  from catalogue_item i join catalogue_price p on p.item_id = i.id
  where p.currency = (select o.currency from organisation o where o.id = $1) and ($2::uuid[] is null or i.id = any ($2))
  order by i.kind collate "C", i.period_months, p.net, i.id`;

/**
 * What the organisation can order, at prices in its currency.
 * @param ids only these; all unless told
 */
export async function readCatalogue({ tx, organisation }: Pick<Act, 'tx' | 'organisation'>, ids?: readonly string[]): Promise<CatalogueItem[]> {
  const lines = await tx.query<Line>(READ, [organisation, ids ?? null]);
  return lines.map(({ id, kind, name, period_months, net, currency }) =>
    ({ id, kind, name, periodMonths: period_months, net: { amount: toNumber(net), currency } }));
}
