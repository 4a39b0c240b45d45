import type { Product, ProductWindow } from '../../../shared/contract/product.ts';
import { PRODUCT_KINDS } from '../../../shared/domain/product-kinds.ts';
import type { ProductKind } from '../../../shared/domain/product-kinds.ts';
import { vatOn } from '../../../shared/domain/vat.ts';
import type { Act } from '../../http/act.ts';
import { toNumber } from '../../storage/minor-units.ts';

type Line = {
  count: bigint; id: string | null; kind: ProductKind; name: string; state: Product['state']; started_on: string; renews_on: string;
  period_months: number; net: bigint; auto_renew: boolean; currency: string; vat_basis_points: number;
};

const WINDOW = `
  select s.count, p.*, o.currency, o.vat_basis_points
  from organisation o
  cross join lateral (select count(*) as count from product where organisation_id = $1) s
  left join lateral (
    select id, kind, name, state, started_on, renews_on, period_months, net, auto_renew,
      row_number() over (order by case state when 'active' then 0 else 1 end, renews_on, id) as nr
    from product where organisation_id = $1 order by nr limit $2 offset $3) p on true
  where o.id = $1 order by p.nr`;

/** The organisation's products: active ones first, by the day they renew. */
export async function listProducts({ tx, organisation }: Act, { offset, limit }: { offset: number; limit: number }): Promise<ProductWindow> {
  const lines = await tx.query<Line>(WINDOW, [organisation, limit, offset]);
  const rows = lines.filter(({ id }) => id !== null).map(productOf);
  return { rows, count: toNumber(lines[0]?.count ?? 0n) };
}

function productOf({ id, kind, name, state, net, currency, vat_basis_points, ...line }: Line): Product {
  const amount = toNumber(net);
  return {
    id: id ?? '', kind, family: PRODUCT_KINDS[kind], name, state,
    startedOn: line.started_on,
    renewsOn: line.renews_on,
    periodMonths: line.period_months,
    net: { amount, currency },
    gross: { amount: amount + vatOn(amount, vat_basis_points), currency },
    autoRenew: line.auto_renew,
  };
}
