import type {
  InvoiceDetail, InvoiceDocument, InvoiceQuery, InvoiceRow, InvoiceSortKey, InvoiceWindow,
} from '../../contract/invoice.ts';
import { INVOICE_STATUSES } from '../../domain/invoice-status.ts';
import { searchWords } from '../../domain/search-words.ts';
import { KontorError } from '../kontor-error.ts';
import { dayNumber, InvoiceColumns, type Rows } from './invoice-columns.ts';
import { whenIdle } from './when-idle.ts';

export interface MemoryInvoicesOptions {
  readonly rows: Rows<InvoiceRow>;
  /** A document in full; without it no details are found. */
  readonly details?: (row: InvoiceRow) => InvoiceDetail | undefined;
  /** The bytes of a document; without it no documents are found. */
  readonly documents?: (row: InvoiceRow, document: InvoiceDocument) => File | undefined;
}

/** What a filter and a sort key leave: places in ascending order, and the sums. */
interface Selection {
  readonly key: string;
  readonly order: Uint32Array;
  readonly summary: NonNullable<InvoiceWindow['summary']>;
}

/** Invoices of one organisation in memory, with the gateway's rules of search, filter and order. */
export class MemoryInvoices {
  #options: MemoryInvoicesOptions;
  #columns: InvoiceColumns | undefined;
  #selection: Selection | undefined;
  #byId: Map<string, InvoiceRow> | undefined;

  constructor(options: MemoryInvoicesOptions) {
    this.#options = options;
  }

  /** A part of the list; by day of issue the newest first, unless asked otherwise. */
  invoices(query: InvoiceQuery = {}): InvoiceWindow {
    const { order, summary } = this.#select(query);
    const descending = query.descending ?? (query.sort ?? 'issued') === 'issued';
    const offset = query.after === undefined ? (query.offset ?? 0) : Number(query.after);
    const end = Math.min(order.length, offset + (query.limit ?? 50));
    const rows: InvoiceRow[] = [];
    for (let i = offset; i < end; i++) rows.push(this.#options.rows.at(order[descending ? order.length - 1 - i : i]!)!);
    return { rows, summary: query.summary === false ? null : summary, next: end < order.length ? String(end) : null };
  }

  /** @throws {KontorError} KONTOR_NOT_FOUND */
  invoice(id: string): InvoiceDetail {
    return this.#options.details?.(this.#row(id)) ?? notFound();
  }

  /** @throws {KontorError} KONTOR_NOT_FOUND */
  invoiceDocument(id: string, document: InvoiceDocument): File {
    const row = this.#row(id);
    const file = row.documents.includes(document) ? this.#options.documents?.(row, document) : undefined;
    return file ?? notFound();
  }

  #row(id: string): InvoiceRow {
    if (!this.#byId) {
      this.#byId = new Map();
      for (let i = 0; i < this.#options.rows.length; i++) {
        const row = this.#options.rows.at(i)!;
        this.#byId.set(row.id, row);
      }
    }
    return this.#byId.get(id) ?? notFound();
  }

  #select(query: InvoiceQuery): Selection {
    const { status, from, to, search, sort = 'issued' } = query;
    const words = searchWords(search ?? '');
    const key = JSON.stringify([status, from, to, words, sort]);
    if (this.#selection?.key === key) return this.#selection;
    const columns = (this.#columns ??= this.#readColumns());
    const filtered = Boolean(status?.length || from || to || words.length);
    const mask = filtered ? maskOf(columns, query) : undefined;
    if (mask) for (const word of words) columns.keepMatches(word, mask);
    const order = orderOf(columns, sort, mask);
    this.#selection = { key, order, summary: { count: order.length, totals: columns.totals(mask) } };
    return this.#selection;
  }

  #readColumns(): InvoiceColumns {
    const columns = new InvoiceColumns(this.#options.rows);
    whenIdle(() => columns.prepare());
    return columns;
  }
}

/** 1 for every row with one of the states and within the days. */
function maskOf(columns: InvoiceColumns, { status, from, to }: InvoiceQuery): Uint8Array {
  const wanted = INVOICE_STATUSES.map((value) => !status?.length || status.includes(value));
  const first = from ? dayNumber(from) : 0;
  const last = dayNumber(to);
  return columns.status.map((place, i) => {
    const day = columns.issued[i]!;
    return wanted[place] && day >= first && day <= last ? 1 : 0;
  });
}

function orderOf(columns: InvoiceColumns, sort: InvoiceSortKey, mask: Uint8Array | undefined): Uint32Array {
  const order = columns.order(sort);
  return mask ? order.filter((place) => mask[place] === 1) : order;
}

function notFound(): never {
  throw new KontorError('KONTOR_NOT_FOUND', 'There is no such invoice or document in memory.');
}
