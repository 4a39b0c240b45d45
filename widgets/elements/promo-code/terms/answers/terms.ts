import type { PromoReason } from '../../../../../shared/contract/promo-code.ts';
import type { ProductKind } from '../../../../../shared/domain/product-kinds.ts';

/** What a reason or an offer may name, as the reader writes it. Lists are joined by "or". */
export interface OfferFacts {
  readonly products: string;
  readonly methods: string;
  readonly least: string;
  readonly currency: string;
  readonly from: string;
  readonly until: string;
}

/** Words of `<kontor-promo-code>` that answer an act; they come with the part that acts. */
export interface PromoAnswerTerms {
  reasons: Record<PromoReason, (facts: OfferFacts) => string>;
  products: Record<ProductKind, string>;
  offer: Record<'products' | 'methods' | 'least' | 'from' | 'until', (facts: OfferFacts) => string> & {
    /** @param value a rate or an amount */
    takesOff: (value: string) => string;
    anyProduct: string;
    alone: string;
  };
  enterCode: string;
  full: string;
  removed: (code: string) => string;
  undo: string;
  review: { method: (name: string) => string; cart: string; trial: string };
  kept: string;
  lost: string;
  would: string;
  wouldNot: string;
  /** What a code took off before. */
  instead: (now: string, before: string) => string;
  confirm: { method: string; cart: string; trial: string };
  keep: string;
  close: string;
  changed: Record<'conflict' | 'closed' | 'total', string>;
  cart: (products: string) => string;
  pays: (method: string) => string;
  notCovered: (amount: string) => string;
  topUp: string;
  outcome: Record<'placed' | 'paid' | 'cancelled', string>;
}
