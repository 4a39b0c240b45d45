import type { PaymentMethod, PromoOffer } from '../contract/promo-code.ts';
import type { Money } from '../money/money.ts';

/** A promo code with everything that decides whether it counts. A percentage or an amount, never both. */
export interface PromoDefinition {
  /** In the form of `readPromoCode`. */
  readonly code: string;
  readonly active: boolean;
  readonly percent: number | null;
  /** Off the net price. */
  readonly amount: Money | null;
  readonly productKinds: readonly string[] | null;
  readonly paymentMethods: readonly PaymentMethod[] | null;
  /** Calendar days, both included. */
  readonly startsOn: string | null;
  readonly expiresOn: string | null;
  /** Least net price of the whole order before codes, in minor units of the order's currency. */
  readonly leastAmount: number | null;
  readonly newCustomersOnly: boolean;
  /** Off the first term of a product alone, so never off a renewal. An order is always a first term. */
  readonly firstTermOnly: boolean;
  /** Whether it counts beside other codes. */
  readonly stackable: boolean;
  /** The one organisation it was made for; null: any. */
  readonly organisation: string | null;
  readonly maxUses: number | null;
  readonly used: number;
}

/** What is known about whom an order is for. */
export interface PromoFacts {
  readonly organisation: string;
  /** Other organisations that the person could switch to. */
  readonly otherOrganisations: ReadonlySet<string>;
  readonly currency: string;
  /** Has no product, had none and ordered none. */
  readonly newCustomer: boolean;
  /** Codes that the organisation has used. */
  readonly usedCodes: ReadonlySet<string>;
  /** Calendar day. */
  readonly today: string;
}

/** What a code offers, as people see it. */
export function promoOffer(code: PromoDefinition, currency: string): PromoOffer {
  return {
    percent: code.percent,
    amount: code.amount === null ? null : { ...code.amount },
    productKinds: code.productKinds === null ? null : [...code.productKinds],
    paymentMethods: code.paymentMethods === null ? null : [...code.paymentMethods],
    leastAmount: code.leastAmount === null ? null : { amount: code.leastAmount, currency: code.amount?.currency ?? currency },
    startsOn: code.startsOn,
    expiresOn: code.expiresOn,
    stackable: code.stackable,
  };
}
