import problem from '../../../terms/problem/en.ts';
import type { InvoiceListTerms } from './terms.ts';

const plural = new Intl.PluralRules('en');
const counted = (count: number, figure: string, one: string, other: string): string =>
  `${figure} ${plural.select(count) === 'one' ? one : other}`;

const terms: InvoiceListTerms = {
  label: 'Invoices',
  toPay: 'To pay',
  history: 'History',

  columns: { issued: 'Date', number: 'Number', subject: 'For', due: 'Due', status: 'Status', total: 'Amount' },
  status: {
    'pro-forma': 'Pro forma',
    due: 'Due',
    overdue: 'Overdue',
    processing: 'Processing',
    paid: 'Paid',
    cancelled: 'Cancelled',
    refunded: 'Refunded',
    upcoming: 'Upcoming',
  },
  daysLate: (days) => counted(days, String(days), 'day late', 'days late'),
  creditNote: 'Credit note',
  imported: 'Imported',
  importedNote: 'This invoice comes from an imported file. It has no effect on your prepaid balance.',
  sameNumber: 'Same number',
  sameNumberNote: 'Another invoice from this seller has the same number but different contents. Compare the two.',
  proFormaNote: 'A pro forma has no legal, tax or accounting value. The invoice follows after payment.',
  autoRenewOn: 'Renews automatically',
  autoRenewOff: 'No automatic renewal',

  search: 'Search',
  searchHint: 'Number, amount, product, seller',
  period: 'Period',
  allTime: 'All time',
  years: 'Years',
  quarters: 'Quarters',
  quarter: (quarter, year) => `Q${quarter} ${year}`,
  customPeriod: 'From … to …',
  from: 'From',
  to: 'To',
  allStatuses: 'All',
  clearFilters: 'Clear filters',
  sortBy: 'Sort by',
  ascending: 'Ascending',
  descending: 'Descending',

  loading: 'Loading',
  invoices: (count, figure) => counted(count, figure, 'invoice', 'invoices'),
  items: (count, figure) => counted(count, figure, 'item', 'items'),
  totals: 'Totals',
  total: 'Total',
  open: 'Open',

  dueThrough: (day) => `Due by ${day}`,
  allDue: 'Everything to come',
  showAll: (figure) => `Show all (${figure} later)`,
  showSoon: 'Next two months only',
  nothingToPay: 'Nothing to pay. All is settled.',
  nothingThrough: (day) => `Nothing to pay until ${day}.`,
  noInvoices: 'There are no invoices yet. They appear here as soon as there is one.',
  noMatch: 'No invoice matches these filters:',

  noRight: 'You do not have the billing right in this organisation.',
  whoCanHelp: (names) => `These people can give it to you or look up an invoice: ${names}.`,

  documents: { xml: 'E-invoice (XML)', original: 'Original file' },
  download: (document, invoice) => `Download ${document} of ${invoice}`,
  downloadFailed: (invoice) => `The document of ${invoice} could not be downloaded.`,

  close: 'Close',
  seller: 'Seller',
  buyer: 'Buyer',
  vatId: 'VAT no.',
  lines: 'Lines',
  item: 'Item',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  vat: 'VAT',
  net: 'Net',
  vatOn: (rate, amount) => `VAT ${rate} on ${amount}`,
  sums: {
    lines: 'Sum of the lines',
    allowances: 'Allowances',
    charges: 'Charges',
    net: 'Net',
    tax: 'VAT',
    gross: 'Gross',
    prepaid: 'Already paid',
    rounding: 'Rounding',
    payable: 'Amount payable',
  },
  course: 'Course of events',
  steps: {
    'pro-forma': 'Pro forma',
    payment: 'Payment',
    final: 'Invoice',
    cancellation: 'Cancelled',
    refund: 'Refunded',
    import: 'Imported',
  },
  downloads: 'Documents',
  note: 'Note',

  problem,
};
export default terms;
