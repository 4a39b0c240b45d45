import type { InvoiceQuery, InvoiceSortKey } from '../../../shared/contract/invoice.ts';
import type { InvoiceStatus } from '../../../shared/domain/invoice-status.ts';
import type { Sort } from './next-sort.ts';
import { ALL_TIME, periodOf } from './period.ts';

/** What the reader has narrowed the history to. Replaced as a whole at every change. */
export interface HistoryFilter {
  readonly search: string;
  /** Empty: all of them. */
  readonly status: readonly InvoiceStatus[];
  /** As `periodOf` reads it. */
  readonly period: string;
  /** Days of the reader's own, for the period that is custom. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

export const NO_FILTER: HistoryFilter = {
  search: '',
  status: [],
  period: ALL_TIME,
  from: undefined,
  to: undefined,
};

export function isFiltered({ search, status, period }: HistoryFilter): boolean {
  return search.trim() !== '' || status.length > 0 || period !== ALL_TIME;
}

/** What the client is asked for. */
export function historyQuery(filter: HistoryFilter, sort: Sort<InvoiceSortKey>): InvoiceQuery {
  const { from, to } = periodOf(filter.period, filter);
  const search = filter.search.trim();
  return {
    sort: sort.key,
    descending: sort.descending,
    ...(filter.status.length > 0 && { status: [...filter.status] }),
    ...(from && { from }),
    ...(to && { to }),
    ...(search && { search }),
  };
}
