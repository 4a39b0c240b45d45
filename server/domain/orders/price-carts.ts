import type { Cart, CatalogueItem, OrderQuote } from '../../../shared/contract/order.ts';
import { applyPromoCodes } from '../../../shared/domain/apply-promo-codes.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { readCatalogue } from '../catalogue/read-catalogue.ts';
import { readPromoCodes } from '../promo-codes/read-promo-codes.ts';

/**
 * What carts cost now. Nothing is kept, locked or used.
 * @throws {Refusal} KONTOR_CATALOGUE_ITEM_UNKNOWN where one names what cannot be ordered in the organisation's currency.
 */
export async function priceCarts(act: Act, carts: readonly Cart[]): Promise<OrderQuote[]> {
  if (carts.length === 0) return [];
  const ids = new Set(carts.flatMap(({ items }) => items.map(({ item }) => item)));
  const catalogue = new Map((await readCatalogue(act, [...ids])).map((item) => [item.id, item]));
  const { definitions, facts } = await readPromoCodes(act, carts.flatMap(({ codes }) => codes));
  return carts.map(({ items, paymentMethod, codes }) => {
    const lines = items.map(({ item, quantity }) => lineOf(catalogue.get(item.toLowerCase()), quantity));
    return applyPromoCodes({ lines, paymentMethod, codes }, definitions, facts);
  });
}

/** As `priceCarts`, of one. */
export async function priceCart(act: Act, cart: Cart): Promise<OrderQuote> {
  const [quote] = await priceCarts(act, [cart]);
  if (!quote) throw new Error('A cart has no price.');
  return quote;
}

function lineOf(item: CatalogueItem | undefined, quantity: number) {
  if (!item) throw new Refusal('KONTOR_CATALOGUE_ITEM_UNKNOWN');
  const { id, kind, name, periodMonths, net } = item;
  return { item: id, kind, name, quantity, periodMonths, unitNet: net.amount };
}
