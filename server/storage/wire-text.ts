import type { Parameter } from './database.ts';

/**
 * A parameter in PostgreSQL's text form. Both adapters send this one, so that a value means the same
 * on either engine whatever a driver would make of it.
 * @returns `null` for SQL's null, else the text of the value; arrays as array literals.
 */
export function wireText(parameter: Parameter): string | null {
  if (parameter === null) return null;
  if (parameter instanceof Date) return parameter.toISOString();
  if (parameter instanceof Uint8Array) return `\\x${asBuffer(parameter).toString('hex')}`;
  if (typeof parameter === 'object') return `{${parameter.map(arrayElement).join(',')}}`;
  return String(parameter);
}

function arrayElement(element: Parameter): string | null {
  const text = wireText(element);
  if (text === null) return 'null';
  return Array.isArray(element) ? text : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
