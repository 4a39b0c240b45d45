/** The parts of a query string's schema that say how its text is meant. */
export interface QuerySchema {
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>;
}

/**
 * Reads the texts of a query string as its schema means them: decimal digits as integers, `true` and
 * `false` as booleans, a parameter that may be repeated as an array. Whatever does not fit stays as it
 * is, for the validator to refuse; so does a parameter given twice that stands once.
 */
export function readQuery(query: unknown, schema: QuerySchema): Record<string, unknown> {
  const types = schema.properties ?? {};
  const entries = Object.entries(query as Record<string, unknown>);
  return Object.fromEntries(entries.map(([name, value]) => [name, readValue(value, own(types, name)?.type)]));
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function readValue(value: unknown, type: string | undefined): unknown {
  if (type === 'array') return Array.isArray(value) ? value : [value];
  if (type === 'integer' && typeof value === 'string' && /^-?\d{1,15}$/.test(value)) return Number(value);
  if (type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}
