import type { PdfTerms } from './terms.ts';

const terms: PdfTerms = {
  title: { invoice: 'Factura', 'credit-note': 'Nota de crédito', 'pro-forma': 'Factura proforma' },
  proFormaNotice: 'Esta factura proforma no tiene valor legal, fiscal ni contable.',
  invoiceFollows: 'La factura llega después del pago.',
  cancelled: (day) => (day === undefined ? 'Anulada. No la pague.' : `Anulada el ${day}. No la pague.`),
  refunded: (day) => (day === undefined ? 'Reembolsada.' : `Reembolsada el ${day}.`),
  processing: 'El pago se está procesando. No pague otra vez.',

  issued: 'Fecha',
  due: 'A pagar hasta el',
  paid: 'Pagada el',
  credited: 'Abonada el',
  proForma: 'Proforma',
  reference: 'Referencia',
  yourVatId: 'Su n.º de IVA',
  vatId: 'N.º de IVA',

  item: 'Concepto',
  quantity: 'Cantidad',
  unitPrice: 'Precio unitario',
  vat: 'IVA',
  net: 'Neto',
  sums: {
    lines: 'Suma de las líneas',
    allowances: 'Descuentos',
    charges: 'Recargos',
    net: 'Base imponible',
    gross: 'Total con IVA',
    prepaid: 'Ya pagado',
    rounding: 'Redondeo',
    payable: 'Importe a pagar',
    credit: 'Importe abonado',
  },
  vatOn: (rate, amount) => `IVA ${rate} sobre ${amount}`,
  paidOn: (day) => `Pagado el ${day}`,

  note: 'Nota',
  payment: 'Pago',
  pay: (amount) => `Pague ${amount}, por favor.`,
  payUntil: (amount, day) => `Pague ${amount} hasta el ${day}, por favor.`,
  payOnline: 'En línea: inicie sesión y elija la factura en «Por pagar».',
  payWithPart: 'Por el banco: con la sección de pago de la última página (en inglés).',
  payByTransfer: (name, iban, reference) => `Por transferencia bancaria: a ${name}, cuenta ${iban}, con la referencia ${reference}.`,

  page: (page, of) => `Página ${page} de ${of}`,
};
export default terms;
