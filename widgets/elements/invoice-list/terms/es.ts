import problem from '../../../terms/problem/es.ts';
import type { InvoiceListTerms } from './terms.ts';

const plural = new Intl.PluralRules('es');
const counted = (count: number, figure: string, one: string, other: string): string =>
  `${figure} ${plural.select(count) === 'one' ? one : other}`;

const terms: InvoiceListTerms = {
  label: 'Facturas',
  toPay: 'Por pagar',
  history: 'Historial',

  columns: { issued: 'Fecha', number: 'Número', subject: 'Concepto', due: 'Vencimiento', status: 'Estado', total: 'Importe' },
  status: {
    'pro-forma': 'Proforma',
    due: 'Por pagar',
    overdue: 'Vencida',
    processing: 'En curso',
    paid: 'Pagada',
    cancelled: 'Anulada',
    refunded: 'Reembolsada',
    upcoming: 'Próxima',
  },
  daysLate: (days) => counted(days, String(days), 'día de retraso', 'días de retraso'),
  creditNote: 'Nota de crédito',
  imported: 'Importada',
  importedNote: 'Esta factura procede de un archivo importado. No afecta a su saldo prepago.',
  sameNumber: 'Mismo número',
  sameNumberNote: 'Otra factura de este vendedor tiene el mismo número, pero un contenido distinto. Compare las dos.',
  proFormaNote: 'Una factura proforma no tiene valor legal, fiscal ni contable. La factura llega después del pago.',
  autoRenewOn: 'Renovación automática',
  autoRenewOff: 'Sin renovación automática',

  search: 'Buscar',
  searchHint: 'Número, importe, producto, vendedor',
  period: 'Periodo',
  allTime: 'Todo el periodo',
  years: 'Años',
  quarters: 'Trimestres',
  quarter: (quarter, year) => `T${quarter} ${year}`,
  customPeriod: 'Desde … hasta …',
  from: 'Desde',
  to: 'Hasta',
  allStatuses: 'Todos',
  clearFilters: 'Borrar los filtros',
  sortBy: 'Ordenar por',
  ascending: 'Ascendente',
  descending: 'Descendente',

  loading: 'Cargando',
  invoices: (count, figure) => counted(count, figure, 'factura', 'facturas'),
  items: (count, figure) => counted(count, figure, 'elemento', 'elementos'),
  totals: 'Totales',
  total: 'Total',
  open: 'Pendiente',

  dueThrough: (day) => `Con vencimiento hasta el ${day}`,
  allDue: 'Todos los vencimientos',
  showAll: (figure) => `Mostrar todo (${figure} más adelante)`,
  showSoon: 'Solo los próximos dos meses',
  nothingToPay: 'Nada por pagar. Todo está al día.',
  nothingThrough: (day) => `Nada por pagar hasta el ${day}.`,
  noInvoices: 'Todavía no hay facturas. Aparecerán aquí en cuanto haya una.',
  noMatch: 'Ninguna factura coincide con estos filtros:',

  noRight: 'No tiene el derecho de facturación en esta organización.',
  whoCanHelp: (names) => `Estas personas pueden concedérselo o consultar una factura: ${names}.`,

  documents: { xml: 'Factura electrónica (XML)', original: 'Archivo original' },
  download: (document, invoice) => `Descargar: ${document}, ${invoice}`,
  downloadFailed: (invoice) => `No se pudo descargar el documento de ${invoice}.`,

  close: 'Cerrar',
  seller: 'Vendedor',
  buyer: 'Comprador',
  vatId: 'N.º de IVA',
  lines: 'Líneas',
  item: 'Concepto',
  quantity: 'Cantidad',
  unitPrice: 'Precio unitario',
  vat: 'IVA',
  net: 'Neto',
  vatOn: (rate, amount) => `IVA ${rate} sobre ${amount}`,
  sums: {
    lines: 'Suma de las líneas',
    allowances: 'Descuentos',
    charges: 'Recargos',
    net: 'Base imponible',
    tax: 'IVA',
    gross: 'Total con IVA',
    prepaid: 'Ya pagado',
    rounding: 'Redondeo',
    payable: 'Importe a pagar',
  },
  course: 'Pasos',
  steps: {
    'pro-forma': 'Factura proforma',
    payment: 'Pago',
    final: 'Factura',
    cancellation: 'Anulada',
    refund: 'Reembolsada',
    import: 'Importada',
  },
  downloads: 'Documentos',
  note: 'Nota',

  problem,
};
export default terms;
