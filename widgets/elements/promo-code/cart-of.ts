import type { Cart, Order } from '../../../shared/contract/order.ts';
import type { AppliedCode, PromoReason } from '../../../shared/contract/promo-code.ts';

/** Reasons that no change of the cart can mend. */
const HOPELESS: ReadonlySet<PromoReason | null> = new Set<PromoReason>([
  'malformed', 'unknown', 'withdrawn', 'expired', 'used-up', 'already-used', 'other-organisation', 'other-currency',
  'new-customers-only', 'entered-twice',
]);

/** Whether a code stays in the order when something else in it changes; others have shown their reason and go. */
export const stays = ({ reason }: AppliedCode): boolean => !HOPELESS.has(reason);

/** The cart behind an order, to be changed. */
export function cartOf({ items, paymentMethod, codes }: Order): Cart {
  return {
    items: items.map(({ item, quantity }) => ({ item, quantity })),
    paymentMethod,
    codes: codes.filter(stays).map(({ code }) => code),
  };
}
