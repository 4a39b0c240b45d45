import { validate as isUuid } from 'uuid';
import { Refusal } from '../../http/refusal.ts';
import { isCalendarDay } from '../calendar-day.ts';
import { keyTypes } from './invoice-order.ts';
import type { InvoiceOrder } from './invoice-order.ts';

/** The values that place a row in an order, as text. */
export type Place = readonly string[];

const FORMS: Record<ReturnType<typeof keyTypes>[number], (text: string) => boolean> = {
  date: (text) => text === 'infinity' || isCalendarDay(text),
  // PostgreSQL has no NUL in texts.
  text: (text) => text.length <= 200 && !text.includes('\0'),
  smallint: (text) => /^\d$/.test(text),
  bigint: (text) => /^-?\d{1,18}$/.test(text),
  uuid: isUuid,
};

/** An opaque name of the place, for the caller to come back with. */
export function writeCursor({ sort, descending }: InvoiceOrder, place: Place): string {
  return Buffer.from(JSON.stringify([sort, descending, ...place])).toString('base64url');
}

/**
 * The place that a cursor names. It is not signed: whatever it names, a caller sees only their own rows.
 * @throws {Refusal} KONTOR_REQUEST_INVALID for anything that `writeCursor` did not write for this order.
 */
export function readCursor(order: InvoiceOrder, cursor: string): Place {
  const values = readJson(cursor);
  const types = keyTypes(order);
  const [sort, descending, ...place] = Array.isArray(values) ? (values as unknown[]) : [];
  const fits = sort === order.sort && descending === order.descending && place.length === types.length;
  if (!fits || !place.every((value, index) => typeof value === 'string' && isForm(types[index], value))) {
    throw new Refusal('KONTOR_REQUEST_INVALID', 'querystring/after is no cursor of this list in this order');
  }
  return place as string[];
}

function isForm(type: keyof typeof FORMS | undefined, value: string): boolean {
  return type !== undefined && FORMS[type](value);
}

function readJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
