import { Type, type Static } from 'typebox';
import { AppliedCode, PaymentMethod, PromoCodeText } from './promo-code.ts';
import { CurrencyCode, Id, Instant, MinorUnits, MoneyValue, Window } from './value.ts';

/** Something that can be ordered, at its net price in the organisation's currency. */
export const CatalogueItem = Type.Object(
  {
    id: Id,
    kind: Type.String({ description: 'One of the product kinds of `shared/domain/product-kinds.ts`.' }),
    name: Type.String({ description: 'Trade name of the plan, the same in every language.' }),
    net: MoneyValue,
    periodMonths: Type.Integer({ minimum: 1 }),
  },
  { $id: 'CatalogueItem', additionalProperties: false },
);
export type CatalogueItem = Static<typeof CatalogueItem>;

export const Catalogue = Type.Object({ items: Type.Array(CatalogueItem) }, { $id: 'Catalogue', additionalProperties: false });
export type Catalogue = Static<typeof Catalogue>;

const CartItem = Type.Object(
  { item: Type.String({ format: 'uuid' }), quantity: Type.Integer({ minimum: 1, maximum: 100 }) },
  { additionalProperties: false },
);

/** What a person puts together: the whole of it, each time. */
export const Cart = Type.Object(
  {
    items: Type.Array(CartItem, { minItems: 1, maxItems: 50 }),
    paymentMethod: Type.Union([PaymentMethod, Type.Null()]),
    codes: Type.Array(PromoCodeText, { maxItems: 30 }),
  },
  { additionalProperties: false },
);
export type Cart = Static<typeof Cart>;

export const OrderLine = Type.Object(
  {
    item: Id,
    kind: Type.String(),
    name: Type.String(),
    quantity: Type.Integer(),
    periodMonths: Type.Integer(),
    unitNet: MinorUnits,
    net: Type.Integer({ description: 'Quantity times unit price, before codes.' }),
    discount: Type.Integer({ description: 'What the codes take off this line.' }),
  },
  { additionalProperties: false },
);
export type OrderLine = Static<typeof OrderLine>;

/** What a cart costs at this moment; amounts in minor units of `currency`. */
const quote = {
  currency: CurrencyCode,
  items: Type.Array(OrderLine),
  paymentMethod: Type.Union([PaymentMethod, Type.Null()]),
  codes: Type.Array(AppliedCode, { description: 'In the order in which they were entered, which is the order in which they count.' }),
  totals: Type.Object(
    {
      list: MinorUnits,
      discount: MinorUnits,
      net: MinorUnits,
      vatBasisPoints: Type.Integer({ description: 'Hundredths of a per cent: 810 is 8.1 %.' }),
      vat: MinorUnits,
      gross: MinorUnits,
    },
    { additionalProperties: false },
  ),
};

/** A trial run: what an order of this cart would cost, with nothing kept and no code used. */
export const OrderQuote = Type.Object(quote, { $id: 'OrderQuote', additionalProperties: false });
export type OrderQuote = Static<typeof OrderQuote>;

export const Order = Type.Object(
  {
    id: Id,
    state: Type.Enum(['open', 'placed', 'paid', 'cancelled'], {
      description: '`placed`: its pro forma waits for the bank transfer. `paid`: the final invoice is there.',
    }),
    revision: Type.Integer({ description: 'Raised with every change; a change names the one it was made on.' }),
    createdAt: Instant,
    invoice: Type.Union([Id, Type.Null()], { description: 'The invoice of a placed order.' }),
    ...quote,
  },
  { $id: 'Order', additionalProperties: false },
);
export type Order = Static<typeof Order>;

export const OrderQuery = Type.Object(
  { state: Type.Optional(Type.Enum(['open', 'placed', 'paid', 'cancelled'])), offset: Window.offset, limit: Window.limit },
  { additionalProperties: false },
);
export type OrderQuery = Partial<Static<typeof OrderQuery>>;

/** Newest first. */
export const OrderWindow = Type.Object(
  { rows: Type.Array(Order), count: Type.Integer() },
  { $id: 'OrderWindow', additionalProperties: false },
);
export type OrderWindow = Static<typeof OrderWindow>;

/** Bounded by what the database counts to. */
const SeenRevision = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

export const OrderChange = Type.Object(
  { ...Cart.properties, revision: SeenRevision },
  { additionalProperties: false },
);
export type OrderChange = Static<typeof OrderChange>;

/** Agreeing to pay: names what was seen, so that nothing else is charged. */
export const Placement = Type.Object(
  { revision: SeenRevision, gross: MoneyValue },
  { additionalProperties: false },
);
export type Placement = Static<typeof Placement>;
