/** Turns the server's text for one column value into what `Row` promises. */
export type ColumnParser = (text: string) => unknown;

const asText: ColumnParser = (text) => text;

/**
 * Parsers by type oid (`pg_type`), the same for both adapters; types that are not named here arrive as
 * each driver gives them (numbers for int2, int4 and float8; text otherwise). `timestamp` and
 * `interval` stay text because a `Date` would guess their time zone or length.
 */
export const columnParsers: Readonly<Record<number, ColumnParser>> = {
  16: (text) => text === 't',
  17: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
  20: BigInt,
  114: (text) => JSON.parse(text),
  1082: asText,
  1114: asText,
  1184: (text) => new Date(text),
  1186: asText,
  1700: asText,
  3802: (text) => JSON.parse(text),
};

/** Array type oid → oid of its elements, for the types above and for text and uuid. */
export const arrayElements: Readonly<Record<number, number>> = {
  199: 114,
  1000: 16,
  1001: 17,
  1009: 25,
  1016: 20,
  1115: 1114,
  1182: 1082,
  1185: 1184,
  1187: 1186,
  1231: 1700,
  2951: 2950,
  3807: 3802,
};
