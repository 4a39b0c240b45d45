/** What PostgreSQL's JSON cannot hold: the zero character and the halves of surrogate pairs without the other half. */
const UNKNOWN = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const REPLACEMENT = '\ufffd';

/** A value as text for a `jsonb` column. Characters that the database does not know become the replacement character. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => (typeof part === 'string' ? part.replace(UNKNOWN, REPLACEMENT) : part));
}
