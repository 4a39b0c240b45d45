import { Type, type Static } from 'typebox';

/** The small values that every resource is made of. */

export const Id = Type.String({ format: 'uuid', description: 'UUID, version 7.' });

export const Day = Type.String({ format: 'date', description: 'Calendar day, YYYY-MM-DD.' });

export const Instant = Type.String({ format: 'date-time', description: 'Instant in UTC, RFC 3339.' });

export const CurrencyCode = Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217 code.' });

/** Whole minor units; bounded by what JavaScript holds exactly. */
export const MinorUnits = Type.Integer({
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Whole minor units of the currency.',
});

export const MoneyValue = Type.Object(
  { amount: MinorUnits, currency: CurrencyCode },
  { additionalProperties: false },
);

/** A part of a list. */
export const Window = {
  offset: Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  summary: Type.Boolean({
    default: true,
    description: 'Whether to count and add up the whole list; a list that only scrolls on has no need of it.',
  }),
};

export const SearchText = Type.String({ maxLength: 200 });

const Address = Type.Object(
  {
    lines: Type.Array(Type.String()),
    postcode: Type.Optional(Type.String()),
    town: Type.Optional(Type.String()),
    country: Type.Optional(Type.String({ description: 'ISO 3166-1 code of two letters.' })),
  },
  { additionalProperties: false },
);

export const Party = Type.Object(
  { name: Type.String(), vatId: Type.Optional(Type.String()), address: Address },
  { additionalProperties: false },
);
export type Party = Static<typeof Party>;
