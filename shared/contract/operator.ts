import { Type, type Static } from 'typebox';
import { PRODUCT_KINDS } from '../domain/product-kinds.ts';
import type { ProductKind } from '../domain/product-kinds.ts';
import { PaymentMethod } from './promo-code.ts';
import { CurrencyCode, Day, Id, MoneyValue } from './value.ts';

/** What became of one imported file. A file that is no e-invoice is answered with a problem instead. */
export const ImportResult = Type.Object(
  {
    outcome: Type.Enum(['added', 'known'], { description: '`known`: the same bytes were imported before.' }),
    invoice: Id,
    number: Type.String(),
    seller: Type.String(),
    total: MoneyValue,
    payable: MoneyValue,
    sameNumber: Type.Boolean(),
  },
  { $id: 'ImportResult', additionalProperties: false },
);
export type ImportResult = Static<typeof ImportResult>;

/** A promo code as the operator lists it: a percentage or an amount off the net price, never both. */
export const PromoCodeDraft = Type.Object(
  {
    code: Type.String({ maxLength: 40, description: '4 to 32 of A–Z, 0–9 and `-`; kept in upper case.' }),
    percent: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    amount: Type.Optional(
      Type.Object({ amount: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }), currency: CurrencyCode }, { additionalProperties: false }),
    ),
    productKinds: Type.Optional(
      Type.Array(Type.Enum(Object.keys(PRODUCT_KINDS) as ProductKind[]), { minItems: 1, uniqueItems: true, description: 'Left out: any product.' }),
    ),
    paymentMethods: Type.Optional(Type.Array(PaymentMethod, { minItems: 1, uniqueItems: true, description: 'Left out: any method.' })),
    startsOn: Type.Optional(Day),
    expiresOn: Type.Optional(Type.String({ format: 'date', description: 'The last day on which it counts.' })),
    leastAmount: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, description: "Least net amount of the order, minor units of the order's currency." }),
    ),
    newCustomersOnly: Type.Optional(Type.Boolean({ default: false })),
    stackable: Type.Optional(Type.Boolean({ default: true, description: 'Whether it counts beside other codes.' })),
    organisation: Type.Optional(Type.String({ format: 'uuid', description: 'The one that it is for; left out: any.' })),
    maxUses: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
  },
  { additionalProperties: false },
);
export type PromoCodeDraft = Static<typeof PromoCodeDraft>;

export const PromoCodeCreated = Type.Object({ code: Type.String() }, { additionalProperties: false });
