import type { PdfTerms } from './terms.ts';

const terms: PdfTerms = {
  title: { invoice: 'Invoice', 'credit-note': 'Credit note', 'pro-forma': 'Pro forma invoice' },
  proFormaNotice: 'This pro forma invoice has no legal, tax or accounting value.',
  invoiceFollows: 'The invoice follows after payment.',
  cancelled: (day) => (day === undefined ? 'Cancelled. Please do not pay.' : `Cancelled on ${day}. Please do not pay.`),
  refunded: (day) => (day === undefined ? 'Refunded.' : `Refunded on ${day}.`),
  processing: 'The payment is being processed. Please do not pay again.',

  issued: 'Date',
  due: 'Payable by',
  paid: 'Paid on',
  credited: 'Credited on',
  proForma: 'Pro forma',
  reference: 'Reference',
  yourVatId: 'Your VAT no.',
  vatId: 'VAT no.',

  item: 'Description',
  quantity: 'Quantity',
  unitPrice: 'Unit price',
  vat: 'VAT',
  net: 'Net',
  sums: {
    lines: 'Sum of lines',
    allowances: 'Discounts',
    charges: 'Charges',
    net: 'Net',
    gross: 'Total with VAT',
    prepaid: 'Already paid',
    rounding: 'Rounding',
    payable: 'Amount payable',
    credit: 'Credit',
  },
  vatOn: (rate, amount) => `VAT ${rate} on ${amount}`,
  paidOn: (day) => `Paid on ${day}`,

  note: 'Note',
  payment: 'Payment',
  pay: (amount) => `Please pay ${amount}.`,
  payUntil: (amount, day) => `Please pay ${amount} by ${day}.`,
  payOnline: 'Online: sign in and choose the invoice under “To pay”.',
  payWithPart: 'By bank: use the payment part on the last page.',
  payByTransfer: (name, iban, reference) => `By bank transfer: to ${name}, account ${iban}, with the reference ${reference}.`,

  page: (page, of) => `Page ${page} of ${of}`,
};
export default terms;
