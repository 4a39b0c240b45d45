import type { PdfTerms } from './terms.ts';

const terms: PdfTerms = {
  title: { invoice: 'Rechnung', 'credit-note': 'Gutschrift', 'pro-forma': 'Pro-forma-Rechnung' },
  proFormaNotice: 'Diese Pro-forma-Rechnung hat keinen rechtlichen, steuerlichen oder buchhalterischen Wert.',
  invoiceFollows: 'Die Rechnung folgt nach der Zahlung.',
  cancelled: (day) => (day === undefined ? 'Storniert. Bitte nicht bezahlen.' : `Storniert am ${day}. Bitte nicht bezahlen.`),
  refunded: (day) => (day === undefined ? 'Erstattet.' : `Erstattet am ${day}.`),
  processing: 'Die Zahlung wird verarbeitet. Bitte nicht nochmals bezahlen.',

  issued: 'Datum',
  due: 'Zahlbar bis',
  paid: 'Bezahlt am',
  credited: 'Gutgeschrieben am',
  proForma: 'Pro-forma',
  reference: 'Referenz',
  yourVatId: 'Ihre MWST-Nr.',
  vatId: 'MWST-Nr.',

  item: 'Bezeichnung',
  quantity: 'Menge',
  unitPrice: 'Einzelpreis',
  vat: 'MWST',
  net: 'Netto',
  sums: {
    lines: 'Summe der Positionen',
    allowances: 'Abzüge',
    charges: 'Zuschläge',
    net: 'Netto',
    gross: 'Total mit MWST',
    prepaid: 'Bereits bezahlt',
    rounding: 'Rundung',
    payable: 'Zu zahlender Betrag',
    credit: 'Gutschrift',
  },
  vatOn: (rate, amount) => `MWST ${rate} auf ${amount}`,
  paidOn: (day) => `Bezahlt am ${day}`,

  note: 'Bemerkung',
  payment: 'Zahlung',
  pay: (amount) => `Bitte zahlen Sie ${amount}.`,
  payUntil: (amount, day) => `Bitte zahlen Sie ${amount} bis zum ${day}.`,
  payOnline: 'Online: Melden Sie sich an und wählen Sie die Rechnung unter «Zu zahlen».',
  payWithPart: 'Über die Bank: mit dem Zahlteil auf der letzten Seite.',
  payByTransfer: (name, iban, reference) => `Mit Banküberweisung: an ${name}, Konto ${iban}, mit der Referenz ${reference}.`,

  page: (page, of) => `Seite ${page} von ${of}`,
};
export default terms;
