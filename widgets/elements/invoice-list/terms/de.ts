import problem from '../../../terms/problem/de.ts';
import type { InvoiceListTerms } from './terms.ts';

const plural = new Intl.PluralRules('de');
const counted = (count: number, figure: string, one: string, other: string): string =>
  `${figure} ${plural.select(count) === 'one' ? one : other}`;

const terms: InvoiceListTerms = {
  label: 'Rechnungen',
  toPay: 'Zu zahlen',
  history: 'Verlauf',

  columns: { issued: 'Datum', number: 'Nummer', subject: 'Wofür', due: 'Fällig', status: 'Status', total: 'Betrag' },
  status: {
    'pro-forma': 'Pro-forma',
    due: 'Fällig',
    overdue: 'Überfällig',
    processing: 'In Bearbeitung',
    paid: 'Bezahlt',
    cancelled: 'Storniert',
    refunded: 'Erstattet',
    upcoming: 'Bevorstehend',
  },
  daysLate: (days) => counted(days, String(days), 'Tag überfällig', 'Tage überfällig'),
  creditNote: 'Gutschrift',
  imported: 'Importiert',
  importedNote: 'Diese Rechnung stammt aus einer importierten Datei. Sie wirkt sich nicht auf Ihr Guthaben aus.',
  sameNumber: 'Gleiche Nummer',
  sameNumberNote: 'Eine andere Rechnung dieses Verkäufers trägt dieselbe Nummer, hat aber einen anderen Inhalt. Vergleichen Sie die beiden.',
  proFormaNote: 'Eine Pro-forma-Rechnung hat keinen rechtlichen, steuerlichen oder buchhalterischen Wert. Die Rechnung folgt nach der Zahlung.',
  autoRenewOn: 'Verlängert sich automatisch',
  autoRenewOff: 'Keine automatische Verlängerung',

  search: 'Suchen',
  searchHint: 'Nummer, Betrag, Produkt, Verkäufer',
  period: 'Zeitraum',
  allTime: 'Gesamte Zeit',
  years: 'Jahre',
  quarters: 'Quartale',
  quarter: (quarter, year) => `${quarter}. Quartal ${year}`,
  customPeriod: 'Von … bis …',
  from: 'Von',
  to: 'Bis',
  allStatuses: 'Alle',
  clearFilters: 'Filter zurücksetzen',
  sortBy: 'Sortieren nach',
  ascending: 'Aufsteigend',
  descending: 'Absteigend',

  loading: 'Wird geladen',
  invoices: (count, figure) => counted(count, figure, 'Rechnung', 'Rechnungen'),
  items: (count, figure) => counted(count, figure, 'Posten', 'Posten'),
  totals: 'Summen',
  total: 'Total',
  open: 'Offen',

  dueThrough: (day) => `Fällig bis ${day}`,
  allDue: 'Alles Bevorstehende',
  showAll: (figure) => `Alle anzeigen (${figure} später)`,
  showSoon: 'Nur die nächsten zwei Monate',
  nothingToPay: 'Nichts zu zahlen. Alles ist beglichen.',
  nothingThrough: (day) => `Bis ${day} ist nichts zu zahlen.`,
  noInvoices: 'Es gibt noch keine Rechnungen. Sie erscheinen hier, sobald es welche gibt.',
  noMatch: 'Keine Rechnung entspricht diesen Filtern:',

  noRight: 'Sie haben in dieser Organisation kein Recht auf die Abrechnung.',
  whoCanHelp: (names) => `Diese Personen können es Ihnen geben oder eine Rechnung nachsehen: ${names}.`,

  documents: { xml: 'E-Rechnung (XML)', original: 'Originaldatei' },
  download: (document, invoice) => `${document} zu ${invoice} herunterladen`,
  downloadFailed: (invoice) => `Das Dokument zu ${invoice} konnte nicht heruntergeladen werden.`,

  close: 'Schliessen',
  seller: 'Verkäufer',
  buyer: 'Käufer',
  vatId: 'MWST-Nr.',
  lines: 'Positionen',
  item: 'Position',
  quantity: 'Menge',
  unitPrice: 'Einzelpreis',
  vat: 'MWST',
  net: 'Netto',
  vatOn: (rate, amount) => `MWST ${rate} auf ${amount}`,
  sums: {
    lines: 'Summe der Positionen',
    allowances: 'Abzüge',
    charges: 'Zuschläge',
    net: 'Netto',
    tax: 'MWST',
    gross: 'Brutto',
    prepaid: 'Bereits bezahlt',
    rounding: 'Rundung',
    payable: 'Zu zahlender Betrag',
  },
  course: 'Ablauf',
  steps: {
    'pro-forma': 'Pro-forma-Rechnung',
    payment: 'Zahlung',
    final: 'Rechnung',
    cancellation: 'Storniert',
    refund: 'Erstattet',
    import: 'Importiert',
  },
  downloads: 'Dokumente',
  note: 'Bemerkung',

  problem,
};
export default terms;
