import type { CurrencyTotal, InvoiceRow, InvoiceSortKey } from '../../contract/invoice.ts';
import { foldText } from '../../domain/fold-text.ts';
import { INVOICE_STATUSES, OPEN_STATUSES } from '../../domain/invoice-status.ts';
import { decimalText } from '../../money/decimal-text.ts';
import { DictionaryColumn } from './dictionary-column.ts';
import { SearchText } from './search-text.ts';
import { sortOrder } from './sort-order.ts';

/** Rows by their place: an array, or anything that makes a row when asked for it. */
export type Rows<Row> = Pick<readonly Row[], 'length' | 'at'>;

/** A missing day stands after every other, as in the gateway's order. */
const NO_DAY = 99_999_999;
const isOpen = INVOICE_STATUSES.map((status) => OPEN_STATUSES.includes(status));

/** `2026-11-22` as 20261122, so that days compare as numbers. */
export function dayNumber(day: string | null | undefined): number {
  if (!day) return NO_DAY;
  let number = 0;
  for (let i = 0; i < 10; i++) if (i !== 4 && i !== 7) number = number * 10 + day.charCodeAt(i) - 48;
  return number;
}

/** Invoices as columns of numbers, in which 100,000 rows are filtered, sorted and added up within a frame. */
export class InvoiceColumns {
  readonly status: Uint8Array;
  readonly issued: Float64Array;
  readonly #rows: Rows<InvoiceRow>;
  readonly #total: Float64Array;
  readonly #currency: Uint8Array;
  /** Codes in order; `#currency` holds their places. */
  readonly #currencies: readonly string[];
  readonly #orders = new Map<InvoiceSortKey, Uint32Array>();
  #ties: Uint32Array | undefined;
  #names: { seller: DictionaryColumn; subject: DictionaryColumn } | undefined;
  #search: SearchText;

  constructor(rows: Rows<InvoiceRow>) {
    const length = rows.length;
    this.#rows = rows;
    this.status = new Uint8Array(length);
    this.issued = new Float64Array(length);
    this.#total = new Float64Array(length);
    const currency = new DictionaryColumn(length, (i) => rows.at(i)!.total.currency);
    this.#currencies = currency.values.toSorted();
    const place = currency.values.map((code) => this.#currencies.indexOf(code));
    this.#currency = Uint8Array.from(currency.codes, (code) => place[code]!);
    const statusPlace = new Map(INVOICE_STATUSES.map((status, index) => [status, index]));
    for (let i = 0; i < length; i++) {
      const row = rows.at(i)!;
      this.status[i] = statusPlace.get(row.status)!;
      this.issued[i] = dayNumber(row.issuedOn);
      this.#total[i] = row.total.amount;
    }
    this.#search = new SearchText(length, (i) => ownText(rows.at(i)!));
  }

  get length(): number {
    return this.#rows.length;
  }

  /** Places in ascending order, ties by id. Made at first use and kept. */
  order(key: InvoiceSortKey): Uint32Array {
    let order = this.#orders.get(key);
    if (!order) this.#orders.set(key, (order = sortOrder(this.#keys(key), this.#idOrder())));
    return order;
  }

  /** Prepares the next piece of what a search or a sort by text needs. @returns whether more is to be done */
  prepare(): boolean {
    if (!this.#names) return this.#readNames(), true;
    if (this.#search.prepare()) return true;
    const key = (['subject', 'number'] as const).find((text) => !this.#orders.has(text));
    if (key) this.order(key);
    return key !== undefined;
  }

  /** Takes out of `mask` the rows without the folded word in number, seller, subject or amount. */
  keepMatches(word: string, mask: Uint8Array): void {
    const hits = new Uint8Array(this.length);
    this.#search.find(word, hits);
    const { seller, subject } = this.#names ?? this.#readNames();
    const sellerHas = seller.values.map((name) => foldText(name).includes(word));
    const subjectHas = subject.values.map((name) => foldText(name).includes(word));
    for (let i = 0; i < mask.length; i++) {
      if (!hits[i] && !sellerHas[seller.codes[i]!] && !subjectHas[subject.codes[i]!]) mask[i] = 0;
    }
  }

  /** Counts and adds up what the mask leaves (all without one), a currency at a time. */
  totals(mask: Uint8Array | undefined): CurrencyTotal[] {
    const sums = this.#currencies.map((currency) => ({ currency, count: 0, total: 0, open: { count: 0, total: 0 } }));
    for (let i = 0; i < this.length; i++) {
      if (mask && !mask[i]) continue;
      const sum = sums[this.#currency[i]!]!;
      sum.count++;
      sum.total += this.#total[i]!;
      if (!isOpen[this.status[i]!]) continue;
      sum.open.count++;
      sum.open.total += this.#total[i]!;
    }
    return sums.filter(({ count }) => count > 0);
  }

  #keys(key: InvoiceSortKey): Float64Array {
    if (key === 'issued') return this.issued;
    if (key === 'status') return Float64Array.from(this.status);
    if (key === 'subject') return (this.#names ?? this.#readNames()).subject.ranks();
    if (key === 'due') return Float64Array.from({ length: this.length }, (_, i) => dayNumber(this.#rows.at(i)!.dueOn));
    if (key === 'number') return new DictionaryColumn(this.length, (i) => numberOf(this.#rows.at(i)!)).ranks();
    return this.#totalKeys();
  }

  /** One number that holds currency and amount. */
  #totalKeys(): Float64Array {
    const least = this.#total.reduce((a, b) => Math.min(a, b), 0);
    const span = this.#total.reduce((a, b) => Math.max(a, b), 0) - least + 1;
    return this.#total.map((total, i) => this.#currency[i]! * span + total);
  }

  /** The place of each row in the order of ids. Ids made by the clock mostly stand in order already. */
  #idOrder(): Uint32Array {
    if (this.#ties) return this.#ties;
    const ids = Array.from({ length: this.length }, (_, i) => this.#rows.at(i)!.id);
    const ties = Uint32Array.from(ids.keys());
    if (!ids.every((id, i) => i === 0 || ids[i - 1]! < id)) {
      const sorted = ties.toSorted((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
      sorted.forEach((row, place) => (ties[row] = place));
    }
    return (this.#ties = ties);
  }

  #readNames(): { seller: DictionaryColumn; subject: DictionaryColumn } {
    const seller = new DictionaryColumn(this.length, (i) => this.#rows.at(i)!.seller);
    const subject = new DictionaryColumn(this.length, (i) => this.#rows.at(i)!.subject);
    return (this.#names = { seller, subject });
  }
}

const numberOf = ({ number, proFormaNumber }: InvoiceRow): string => number ?? proFormaNumber ?? '';

/** What a search finds in a row besides seller and subject: its numbers and amounts. */
function ownText({ number, proFormaNumber, total, payable }: InvoiceRow): string {
  const text = `${number ?? ''} ${proFormaNumber ?? ''} ${decimalText(total)} ${decimalText(payable)}`;
  return foldText(text);
}
