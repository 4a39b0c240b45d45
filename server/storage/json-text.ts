const REPLACEMENT = '\ufffd';

/**
 * A value as text for a `jsonb` column. What PostgreSQL's JSON cannot hold, the zero character and halves of
 * surrogate pairs, becomes the replacement character.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed().replaceAll('\0', REPLACEMENT) : part);
}
