import type { InvoiceDocument, InvoiceSortKey } from '../../../../shared/contract/invoice.ts';
import type { ToPayRow } from '../../../../shared/contract/to-pay.ts';
import type { InvoiceStatus } from '../../../../shared/domain/invoice-status.ts';
import type { ProblemTerms } from '../../../terms/problem/terms.ts';

/** The words of the invoice list. Amounts, days and names of people arrive formatted. */
export interface InvoiceListTerms {
  label: string;
  toPay: string;
  history: string;

  columns: Record<InvoiceSortKey, string>;
  status: Record<InvoiceStatus | ToPayRow['status'], string>;
  daysLate: (days: number) => string;
  creditNote: string;
  imported: string;
  importedNote: string;
  sameNumber: string;
  sameNumberNote: string;
  proFormaNote: string;
  autoRenewOn: string;
  autoRenewOff: string;

  search: string;
  searchHint: string;
  period: string;
  allTime: string;
  years: string;
  quarters: string;
  quarter: (quarter: string, year: string) => string;
  customPeriod: string;
  from: string;
  to: string;
  /** Choosing none of the states shows all of them. */
  allStatuses: string;
  clearFilters: string;
  sortBy: string;
  ascending: string;
  descending: string;

  loading: string;
  /** @param figure the count as the reader writes it */
  invoices: (count: number, figure: string) => string;
  items: (count: number, figure: string) => string;
  totals: string;
  total: string;
  open: string;

  dueThrough: (day: string) => string;
  allDue: string;
  showAll: (figure: string) => string;
  showSoon: string;
  nothingToPay: string;
  nothingThrough: (day: string) => string;
  noInvoices: string;
  noMatch: string;
  /** One filter with what it is set to. */
  filterWords: (label: string, value: string) => string;

  noRight: string;
  whoCanHelp: (names: string) => string;

  documents: Record<InvoiceDocument, string>;
  download: (document: string, number: string) => string;
  downloadFailed: (number: string) => string;

  close: string;
  seller: string;
  buyer: string;
  vatId: string;
  lines: string;
  item: string;
  quantity: string;
  unitPrice: string;
  vat: string;
  net: string;
  vatOn: (rate: string, amount: string) => string;
  sums: Record<'lines' | 'allowances' | 'charges' | 'net' | 'tax' | 'gross' | 'prepaid' | 'rounding' | 'payable', string>;
  course: string;
  steps: Record<'pro-forma' | 'payment' | 'final' | 'cancellation' | 'refund' | 'import', string>;
  downloads: string;
  note: string;

  problem: ProblemTerms;
}
