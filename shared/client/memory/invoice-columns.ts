import type { CurrencyTotal, InvoiceRow, InvoiceSortKey } from '../../contract/invoice.ts';
import { foldText } from '../../domain/fold-text.ts';
import { INVOICE_STATUSES, OPEN_STATUSES } from '../../domain/invoice-status.ts';
import { decimalText } from '../../money/decimal-text.ts';
import { DictionaryColumn } from './dictionary-column.ts';
import { orderKey } from './order-key.ts';
import { SearchText } from './search-text.ts';
import { orderByNumber, orderByText } from './sort-order.ts';

/** Rows by their place: an array, or anything that makes a row when asked for it. */
export type Rows<Row> = Pick<readonly Row[], 'length' | 'at'>;

/** Rows read at once while the page is idle. */
const PIECE = 2000;
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
  readonly #rows: Rows<InvoiceRow>;
  readonly #total: Float64Array;
  readonly #payable: Float64Array;
  /** Places in `#currencies`, which are in order of their codes. */
  readonly #currency: Uint8Array;
  readonly #currencies: readonly string[];
  readonly #orders = new Map<InvoiceSortKey, Uint32Array>();
  readonly #seller: DictionaryColumn;
  readonly #subject: DictionaryColumn;
  readonly #search: SearchText;
  #byId: Uint32Array | undefined;
  /** Whether the rows stand in the order of their ids. */
  #ordered = false;
  #issued: Float64Array | undefined;

  constructor(rows: Rows<InvoiceRow>) {
    const { length } = rows;
    this.#rows = rows;
    this.status = new Uint8Array(length);
    this.#total = new Float64Array(length);
    this.#payable = new Float64Array(length);
    const codes: string[] = [];
    const found = new Uint8Array(length);
    const places = Object.fromEntries(INVOICE_STATUSES.map((status, index) => [status, index]));
    for (let i = 0; i < length; i++) {
      const { status, total, payable } = rows.at(i)!;
      this.status[i] = places[status]!;
      this.#total[i] = total.amount;
      this.#payable[i] = payable.amount;
      let code = codes.indexOf(total.currency);
      if (code < 0) code = codes.push(total.currency) - 1;
      found[i] = code;
    }
    this.#currencies = codes.toSorted();
    this.#currency = found.map((code) => this.#currencies.indexOf(codes[code]!));
    this.#seller = new DictionaryColumn(length, (i) => rows.at(i)!.seller);
    this.#subject = new DictionaryColumn(length, (i) => rows.at(i)!.subject);
    this.#search = new SearchText(length, (i) => ownText(rows.at(i)!));
  }

  get length(): number {
    return this.#rows.length;
  }

  /** Days of issue as numbers. Made at first use and kept. */
  get issued(): Float64Array {
    return (this.#issued ??= this.#days(({ issuedOn }) => issuedOn));
  }

  /** Places in ascending order, ties by id, of states by their day before. Made at first use and kept. */
  order(key: InvoiceSortKey): Uint32Array {
    let order = this.#orders.get(key);
    if (!order) this.#orders.set(key, (order = this.#sort(key)));
    return order;
  }

  /** Prepares the next piece of what a search needs. @returns whether more is to be done */
  prepare(): boolean {
    return this.#seller.prepare(PIECE) || this.#subject.prepare(PIECE) || this.#search.prepare();
  }

  /** Takes out of `mask` the rows without the folded word in number, seller, subject, currency or amount. */
  keepMatches(word: string, mask: Uint8Array): void {
    const hits = new Uint8Array(this.length);
    this.#search.find(word, hits);
    const has = (text: string): boolean => foldText(text).includes(word);
    const [sellerHas, subjectHas, currencyHas] = [this.#seller.values.map(has), this.#subject.values.map(has), this.#currencies.map(has)];
    const [seller, subject] = [this.#seller.codes, this.#subject.codes];
    for (let i = 0; i < mask.length; i++) {
      const found = hits[i] || sellerHas[seller[i]!] || subjectHas[subject[i]!] || currencyHas[this.#currency[i]!];
      if (!found) mask[i] = 0;
    }
  }

  /** Counts and adds up what the mask leaves (all without one), a currency at a time; of open ones what is payable. */
  totals(mask: Uint8Array | undefined): CurrencyTotal[] {
    const sums = this.#currencies.map((currency) => ({ currency, count: 0, total: 0, open: { count: 0, total: 0 } }));
    for (let i = 0; i < this.length; i++) {
      if (mask && !mask[i]) continue;
      const sum = sums[this.#currency[i]!]!;
      sum.count++;
      sum.total += this.#total[i]!;
      if (!isOpen[this.status[i]!]) continue;
      sum.open.count++;
      sum.open.total += this.#payable[i]!;
    }
    return sums.filter(({ count }) => count > 0);
  }

  #sort(key: InvoiceSortKey): Uint32Array {
    const start = this.#idOrder();
    if (key === 'number') return orderByText(this.#texts(numberOf), start);
    if (key === 'status') return orderByNumber(Float64Array.from(this.status), this.order('due'));
    if (key === 'subject') return orderByNumber(this.#subject.ranks(orderKey), start);
    if (key === 'due') return orderByNumber(this.#days(({ dueOn }) => dueOn), start);
    if (key === 'issued') {
      const ordered = this.#ordered && this.#standsInOrder(({ issuedOn }) => issuedOn);
      return ordered ? start : orderByNumber(this.issued, start);
    }
    // By currency, then by amount: sorted the other way round, as ties stay as they are.
    return orderByNumber(Float64Array.from(this.#currency), orderByNumber(this.#total, start));
  }

  /** All places in the order of ids. Ids made by the clock mostly stand in order already. */
  #idOrder(): Uint32Array {
    if (this.#byId) return this.#byId;
    const byId = new Uint32Array(this.length);
    for (let i = 0; i < byId.length; i++) byId[i] = i;
    this.#ordered = this.#standsInOrder(({ id }) => id);
    return (this.#byId = this.#ordered ? byId : orderByText(this.#texts(({ id }) => id), byId));
  }

  #standsInOrder(textOf: (row: InvoiceRow) => string): boolean {
    let before = '';
    for (let i = 0; i < this.length; i++) {
      const text = textOf(this.#rows.at(i)!);
      if (text < before) return false;
      before = text;
    }
    return true;
  }

  #days(dayOf: (row: InvoiceRow) => string | null): Float64Array {
    const days = new Float64Array(this.length);
    for (let i = 0; i < days.length; i++) days[i] = dayNumber(dayOf(this.#rows.at(i)!));
    return days;
  }

  #texts(textOf: (row: InvoiceRow) => string): string[] {
    const texts: string[] = [];
    for (let i = 0; i < this.length; i++) texts.push(textOf(this.#rows.at(i)!));
    return texts;
  }
}

const numberOf = ({ number, proFormaNumber }: InvoiceRow): string => number ?? proFormaNumber ?? '';

/** What a search finds in a row besides seller and subject: its numbers and amounts. */
function ownText({ number, proFormaNumber, total, payable }: InvoiceRow): string {
  return foldText([number, proFormaNumber, decimalText(total), decimalText(payable)].join(' '));
}
