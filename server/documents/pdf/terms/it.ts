import type { PdfTerms } from './terms.ts';

const terms: PdfTerms = {
  title: { invoice: 'Fattura', 'credit-note': 'Nota di credito', 'pro-forma': 'Fattura proforma' },
  proFormaNotice: 'Questa fattura proforma non ha valore legale, fiscale o contabile.',
  invoiceFollows: 'La fattura segue dopo il pagamento.',
  cancelled: (day) => (day === undefined ? 'Annullata. Si prega di non pagare.' : `Annullata il ${day}. Si prega di non pagare.`),
  refunded: (day) => (day === undefined ? 'Rimborsata.' : `Rimborsata il ${day}.`),
  processing: 'Il pagamento è in elaborazione. Si prega di non pagare di nuovo.',

  issued: 'Data',
  due: 'Pagabile entro il',
  paid: 'Pagata il',
  credited: 'Accreditata il',
  proForma: 'Proforma',
  reference: 'Riferimento',
  yourVatId: 'Vostra partita IVA',
  vatId: 'Partita IVA',

  item: 'Descrizione',
  quantity: 'Quantità',
  unitPrice: 'Prezzo unitario',
  vat: 'IVA',
  net: 'Netto',
  sums: {
    lines: 'Somma delle righe',
    allowances: 'Sconti',
    charges: 'Maggiorazioni',
    net: 'Imponibile',
    gross: 'Totale con IVA',
    prepaid: 'Già pagato',
    rounding: 'Arrotondamento',
    payable: 'Importo da pagare',
    credit: 'Importo accreditato',
  },
  vatOn: (rate, amount) => `IVA ${rate} su ${amount}`,
  paidOn: (day) => `Pagato il ${day}`,

  note: 'Nota',
  payment: 'Pagamento',
  pay: (amount) => `Si prega di pagare ${amount}.`,
  payUntil: (amount, day) => `Si prega di pagare ${amount} entro il ${day}.`,
  payOnline: 'Online: accedete e scegliete la fattura sotto «Da pagare».',
  payWithPart: 'In banca: con la sezione pagamento dell’ultima pagina.',
  payByTransfer: (name, iban, reference) => `Con bonifico bancario: a ${name}, conto ${iban}, con il riferimento ${reference}.`,

  page: (page, of) => `Pagina ${page} di ${of}`,
};
export default terms;
