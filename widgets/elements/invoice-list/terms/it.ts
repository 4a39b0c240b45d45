import problem from '../../../terms/problem/it.ts';
import type { InvoiceListTerms } from './terms.ts';

const plural = new Intl.PluralRules('it');
const counted = (count: number, figure: string, one: string, other: string): string =>
  `${figure} ${plural.select(count) === 'one' ? one : other}`;

const terms: InvoiceListTerms = {
  label: 'Fatture',
  toPay: 'Da pagare',
  history: 'Storico',

  columns: { issued: 'Data', number: 'Numero', subject: 'Oggetto', due: 'Scadenza', status: 'Stato', total: 'Importo' },
  status: {
    'pro-forma': 'Proforma',
    due: 'Da pagare',
    overdue: 'Scaduta',
    processing: 'In elaborazione',
    paid: 'Pagata',
    cancelled: 'Annullata',
    refunded: 'Rimborsata',
    upcoming: 'In arrivo',
  },
  daysLate: (days) => counted(days, String(days), 'giorno di ritardo', 'giorni di ritardo'),
  creditNote: 'Nota di credito',
  imported: 'Importata',
  importedNote: 'Questa fattura proviene da un file importato. Non ha effetto sul tuo saldo prepagato.',
  sameNumber: 'Stesso numero',
  sameNumberNote: 'Un’altra fattura di questo venditore ha lo stesso numero ma un contenuto diverso. Confronta le due.',
  proFormaNote: 'Una fattura proforma non ha valore legale, fiscale o contabile. La fattura segue dopo il pagamento.',
  autoRenewOn: 'Rinnovo automatico',
  autoRenewOff: 'Senza rinnovo automatico',

  search: 'Cerca',
  searchHint: 'Numero, importo, prodotto, venditore',
  period: 'Periodo',
  allTime: 'Tutto il periodo',
  years: 'Anni',
  quarters: 'Trimestri',
  quarter: (quarter, year) => `${quarter}º trimestre ${year}`,
  customPeriod: 'Dal … al …',
  from: 'Dal',
  to: 'Al',
  allStatuses: 'Tutti',
  clearFilters: 'Azzera i filtri',
  sortBy: 'Ordina per',
  ascending: 'Crescente',
  descending: 'Decrescente',

  loading: 'Caricamento',
  invoices: (count, figure) => counted(count, figure, 'fattura', 'fatture'),
  items: (count, figure) => counted(count, figure, 'voce', 'voci'),
  totals: 'Totali',
  total: 'Totale',
  open: 'Da saldare',

  dueThrough: (day) => `In scadenza fino al ${day}`,
  allDue: 'Tutte le scadenze',
  showAll: (figure) => `Mostra tutto (${figure} più avanti)`,
  showSoon: 'Solo i prossimi due mesi',
  nothingToPay: 'Niente da pagare. È tutto saldato.',
  nothingThrough: (day) => `Niente da pagare fino al ${day}.`,
  noInvoices: 'Non ci sono ancora fatture. Appariranno qui appena ce ne sarà una.',
  noMatch: 'Nessuna fattura corrisponde a questi filtri:',

  noRight: 'Non hai il diritto di fatturazione in questa organizzazione.',
  whoCanHelp: (names) => `Queste persone possono assegnartelo o consultare una fattura: ${names}.`,

  documents: { xml: 'Fattura elettronica (XML)', original: 'File originale' },
  download: (document, invoice) => `Scarica: ${document}, ${invoice}`,
  downloadFailed: (invoice) => `Non è stato possibile scaricare il documento di ${invoice}.`,

  close: 'Chiudi',
  seller: 'Venditore',
  buyer: 'Acquirente',
  vatId: 'Partita IVA',
  lines: 'Righe',
  item: 'Descrizione',
  quantity: 'Quantità',
  unitPrice: 'Prezzo unitario',
  vat: 'IVA',
  net: 'Netto',
  vatOn: (rate, amount) => `IVA ${rate} su ${amount}`,
  sums: {
    lines: 'Somma delle righe',
    allowances: 'Sconti',
    charges: 'Maggiorazioni',
    net: 'Imponibile',
    tax: 'IVA',
    gross: 'Totale lordo',
    prepaid: 'Già pagato',
    rounding: 'Arrotondamento',
    payable: 'Importo da pagare',
  },
  course: 'Passaggi',
  steps: {
    'pro-forma': 'Fattura proforma',
    payment: 'Pagamento',
    final: 'Fattura',
    cancellation: 'Annullata',
    refund: 'Rimborsata',
    import: 'Importata',
  },
  downloads: 'Documenti',
  note: 'Nota',

  problem,
};
export default terms;
