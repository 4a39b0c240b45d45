import type { CatalogueItem } from '../../shared/contract/order.ts';
import { PRODUCT_KINDS, type ProductKind } from '../../shared/domain/product-kinds.ts';
import type { Queryable } from '../storage/database.ts';
import { insertRows } from './insert-rows.ts';
import { PRODUCT_PRICES } from './product-prices.ts';
import type { Random } from './random.ts';
import { seedId } from './seed-id.ts';

const CURRENCIES = ['CHF', 'EUR'] as const;

/** The catalogue as one currency sees it. */
export type SeedCatalogue = Readonly<Record<(typeof CURRENCIES)[number], ReadonlyMap<ProductKind, CatalogueItem>>>;

/** Offers one plan of each kind of product, at the demo's prices. */
export async function seedCatalogue(tx: Queryable, createdOn: string, random: Random): Promise<SeedCatalogue> {
  const kinds = Object.keys(PRODUCT_KINDS) as ProductKind[];
  const ids = new Map(kinds.map((kind) => [kind, seedId(createdOn, random)]));
  const inCurrency = (currency: (typeof CURRENCIES)[number]): ReadonlyMap<ProductKind, CatalogueItem> =>
    new Map(kinds.map((kind) => {
      const { plan, months, [currency]: amount } = PRODUCT_PRICES[kind];
      const name = plan === '' ? 'Domain .example' : plan;
      return [kind, { id: ids.get(kind) ?? '', kind, name, periodMonths: months, net: { amount, currency } }];
    }));
  const catalogue = { CHF: inCurrency('CHF'), EUR: inCurrency('EUR') };
  await insertRows(tx, 'catalogue_item', [...catalogue.CHF.values()].map(({ id, kind, name, periodMonths }) =>
    ({ id, kind, name, period_months: periodMonths })));
  await insertRows(tx, 'catalogue_price', CURRENCIES.flatMap((currency) =>
    [...catalogue[currency].values()].map(({ id, net }) => ({ item_id: id, currency, net: net.amount }))));
  return catalogue;
}
