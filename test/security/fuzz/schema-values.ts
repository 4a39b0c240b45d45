import fc from 'fast-check';
import type { Schema } from './api-description.ts';

/**
 * Values to try under a name, beside what its schema says: ids that exist, amounts that matter. Objects among them stand
 * for whole objects, since their parts would seldom come together by chance.
 */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** Values that follow a schema, with those at its bounds more often than chance would have them. */
export function valuesOf(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const sound = bySchema(schema, known, name);
  const tried = schema.type === 'array' ? [] : (known[name] ?? []).filter((value) => (typeof value === 'object') === (schema.type === 'object'));
  return tried.length === 0 ? sound : fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...tried) }, { weight: 1, arbitrary: sound });
}

function bySchema(schema: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valuesOf(one, known, name)));
  switch (schema.type) {
    case 'object': return objects(schema, known);
    case 'array': return arrays(schema, known, name);
    case 'string': return texts(schema);
    case 'integer': return integers(schema);
    case 'boolean': return fc.boolean();
    case 'null': return fc.constant(null);
    default: return fc.jsonValue();
  }
}

function objects({ properties = {}, required = [] }: Schema, known: Known): fc.Arbitrary<unknown> {
  const values = Object.entries(properties).map(([name, schema]) => [name, valuesOf(schema, known, name)] as const);
  return fc.record(Object.fromEntries(values), { requiredKeys: [...required] });
}

function arrays({ items = {}, minItems = 0, maxItems = 20, uniqueItems = false }: Schema, known: Known, name: string): fc.Arbitrary<unknown> {
  const item = valuesOf(items, known, name);
  const bounds = { minLength: minItems, maxLength: Math.min(maxItems, items.enum?.length ?? maxItems) };
  return uniqueItems ? fc.uniqueArray(item, bounds) : fc.array(item, { ...bounds, size: 'small' });
}

function texts({ format, pattern, minLength = 0, maxLength = 200 }: Schema): fc.Arbitrary<unknown> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 40) }).filter((text) => text.length <= maxLength);
}

function integers({ minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER }: Schema): fc.Arbitrary<number> {
  const bounds = [minimum, minimum + 1, 0, 1, maximum - 1, maximum].filter((value) => value >= minimum && value <= maximum);
  return fc.oneof(fc.constantFrom(...bounds), fc.integer({ min: minimum, max: maximum }));
}
