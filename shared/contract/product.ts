import { Type, type Static } from 'typebox';
import { Day, Id, MoneyValue, Window } from './value.ts';

export const Product = Type.Object(
  {
    id: Id,
    kind: Type.String({ description: 'One of the product kinds of `shared/domain/product-kinds.ts`.' }),
    family: Type.Enum(['collaboration', 'web-and-domain', 'cloud', 'events', 'streaming']),
    name: Type.String(),
    state: Type.Enum(['active', 'cancelled', 'expired']),
    startedOn: Day,
    renewsOn: Day,
    periodMonths: Type.Integer({ minimum: 1 }),
    net: MoneyValue,
    gross: MoneyValue,
    autoRenew: Type.Boolean(),
  },
  { $id: 'Product', additionalProperties: false },
);
export type Product = Static<typeof Product>;

export const ProductQuery = Type.Object({ offset: Window.offset, limit: Window.limit }, { additionalProperties: false });
export type ProductQuery = Partial<Static<typeof ProductQuery>>;

export const ProductWindow = Type.Object(
  { rows: Type.Array(Product), count: Type.Integer() },
  { $id: 'ProductWindow', additionalProperties: false },
);
export type ProductWindow = Static<typeof ProductWindow>;
