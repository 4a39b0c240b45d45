import { Type, type Static } from 'typebox';
import { Day, MinorUnits, MoneyValue } from './value.ts';

/** As a person types it; read by `readPromoCode` of `shared/domain/promo-code.ts`, never by its case. */
export const PromoCodeText = Type.String({ maxLength: 100 });

/**
 * Why a code takes nothing off, a closed list that interfaces translate. In the order in which they are
 * looked for: the first that holds is the answer.
 */
export const PromoReason = Type.Enum([
  'malformed',
  'unknown',
  'withdrawn',
  'not-yet-valid',
  'expired',
  'used-up',
  'already-used',
  'other-organisation',
  'other-currency',
  'new-customers-only',
  'entered-twice',
  'too-many-codes',
  'payment-method-missing',
  'payment-method',
  'product-missing',
  'least-amount',
  'not-with-others',
  'nothing-left',
]);
export type PromoReason = Static<typeof PromoReason>;

/** The ways in which an order can be paid. */
export const PaymentMethod = Type.Enum(['prepaid', 'card', 'bank-transfer']);
export type PaymentMethod = Static<typeof PaymentMethod>;

/** What a code offers, and what it asks for. */
export const PromoOffer = Type.Object(
  {
    percent: Type.Union([Type.Integer(), Type.Null()]),
    amount: Type.Union([MoneyValue, Type.Null()], { description: 'Off the net price; null where it is a percentage.' }),
    productKinds: Type.Union([Type.Array(Type.String()), Type.Null()], { description: 'Null: any product.' }),
    paymentMethods: Type.Union([Type.Array(PaymentMethod), Type.Null()], { description: 'Null: any method.' }),
    leastAmount: Type.Union([MoneyValue, Type.Null()], { description: 'Least net amount of the order.' }),
    startsOn: Type.Union([Day, Type.Null()]),
    expiresOn: Type.Union([Day, Type.Null()]),
    stackable: Type.Boolean({ description: 'Whether it counts beside other codes.' }),
  },
  { $id: 'PromoOffer', additionalProperties: false },
);
export type PromoOffer = Static<typeof PromoOffer>;

/** A code in an order: what it takes off, or why nothing. */
export const AppliedCode = Type.Object(
  {
    code: Type.String({ description: 'As it is written in the list: upper case.' }),
    discount: Type.Union([MinorUnits, Type.Null()], { description: 'Off the net price, in the currency of the order; null: `reason` says why not.' }),
    reason: Type.Union([PromoReason, Type.Null()]),
    offer: Type.Union([PromoOffer, Type.Null()], { description: 'Null where there is no such code for this organisation.' }),
  },
  { $id: 'AppliedCode', additionalProperties: false },
);
export type AppliedCode = Static<typeof AppliedCode>;

export const PromoCheck = Type.Object({ code: PromoCodeText }, { additionalProperties: false });
export type PromoCheck = Static<typeof PromoCheck>;

/** What a code would be worth to the organisation, without an order: only reasons that no cart can mend. */
export const PromoCheckResult = Type.Object(
  { code: Type.String(), reason: Type.Union([PromoReason, Type.Null()]), offer: Type.Union([PromoOffer, Type.Null()]) },
  { $id: 'PromoCheckResult', additionalProperties: false },
);
export type PromoCheckResult = Static<typeof PromoCheckResult>;
