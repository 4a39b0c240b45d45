import type { InvoiceQuery, InvoiceWindow } from '../../../shared/contract/invoice.ts';
import type { Act } from '../../http/act.ts';
import type { Parameter } from '../../storage/database.ts';
import { planForValues } from '../../storage/plan-for-values.ts';
import { readCursor, writeCursor } from './invoice-cursor.ts';
import type { Place } from './invoice-cursor.ts';
import { invoiceFilter } from './invoice-filter.ts';
import type { Condition } from './invoice-filter.ts';
import { behind, invoiceOrder, keyColumns, orderBy } from './invoice-order.ts';
import type { InvoiceOrder } from './invoice-order.ts';
import { invoiceRow, ROW_COLUMNS } from './invoice-row.ts';
import type { InvoiceLineOfList } from './invoice-row.ts';
import { STEP } from './place-memory.ts';
import type { PlaceMemory } from './place-memory.ts';
import { sumInvoices } from './sum-invoices.ts';

/** Rows that are counted from the beginning rather than from a remembered place. */
const NEAR = 2 * STEP;

type Query = InvoiceQuery & { offset: number; limit: number; summary: boolean };
type Line = InvoiceLineOfList & { place: Place };

/** Where a page begins: so many rows behind a place, or behind the list's beginning. */
interface Start {
  readonly place: Place | undefined;
  readonly offset: number;
}

/** A part of the organisation's invoices, and the totals of the whole list when asked for. */
export async function listInvoices(act: Act, query: Query, memory: PlaceMemory): Promise<InvoiceWindow> {
  const { tx, organisation, today } = act;
  await planForValues(tx);
  const order = invoiceOrder(query);
  const filter = invoiceFilter(organisation, query, today);
  const start = query.after === undefined
    ? await startAt(act, filter, order, query.offset, memory)
    : { place: readCursor(order, query.after), offset: 0 };
  const lines = await readPage(act, filter, order, start, query.limit + 1);
  const rows = lines.slice(0, query.limit);
  const last = rows.at(-1);
  const next = lines.length > query.limit && last ? writeCursor(order, last.place) : null;
  const summary = query.summary ? await sumInvoices(tx, filter) : null;
  return { rows: rows.map((line) => invoiceRow(line, today)), summary, next };
}

async function startAt(
  act: Act, filter: Condition, order: InvoiceOrder, offset: number, memory: PlaceMemory,
): Promise<Start> {
  if (offset < NEAR) return { place: undefined, offset };
  const [version] = await act.tx.query<{ invoices_version: bigint }>(
    'select invoices_version from organisation where id = $1', [act.organisation],
  );
  const list = JSON.stringify([filter.text, filter.parameters, order, String(version?.invoices_version)]);
  const places = await memory.places(list, act.now, () => readPlaces(act, filter, order));
  const before = Math.min(Math.floor(offset / STEP), places.length);
  return { place: places[before - 1], offset: offset - before * STEP };
}

/** The order is read from its index alone; only the rows of the page are read in full. */
async function readPage(
  { tx }: Act, filter: Condition, order: InvoiceOrder, { place = [], offset }: Start, count: number,
): Promise<Line[]> {
  const parameters: Parameter[] = [...filter.parameters, ...place];
  const onwards = place.length > 0 ? ` and ${behind(order, filter.parameters.length + 1)}` : '';
  const limit = `limit $${parameters.push(count)} offset $${parameters.push(offset)}`;
  return await tx.query<Line>(
    `select ${ROW_COLUMNS}, ${placeOf(order)} as place
     from (select id from invoice where ${filter.text}${onwards} order by ${orderBy(order)} ${limit}) page
     join invoice i on i.organisation_id = $1 and i.id = page.id
     order by ${qualified(orderBy(order))}`,
    parameters,
  );
}

async function readPlaces({ tx }: Act, filter: Condition, order: InvoiceOrder): Promise<Place[]> {
  const lines = await tx.query<{ place: Place }>(
    `select ${placeOf(order)} as place
     from (select ${keyColumns(order)}, row_number() over (order by ${orderBy(order)}) as nr from invoice where ${filter.text}) i
     where nr % ${STEP} = 0 order by nr`,
    filter.parameters,
  );
  return lines.map(({ place }) => place);
}

function placeOf(order: InvoiceOrder): string {
  return `array[${keyColumns(order).split(', ').map((column) => `i.${column}::text`).join(', ')}]`;
}

function qualified(columns: string): string {
  return columns.split(', ').map((column) => `i.${column}`).join(', ');
}
