/** The words of an invoice as PDF. Amounts and days arrive formatted. */
export interface PdfTerms {
  title: Record<'invoice' | 'credit-note' | 'pro-forma', string>;
  /** Why a pro forma is no invoice. */
  proFormaNotice: string;
  invoiceFollows: string;
  cancelled: (day: string | undefined) => string;
  refunded: (day: string | undefined) => string;
  processing: string;

  issued: string;
  due: string;
  paid: string;
  credited: string;
  proForma: string;
  reference: string;
  yourVatId: string;
  vatId: string;

  item: string;
  quantity: string;
  unitPrice: string;
  vat: string;
  net: string;
  sums: Record<'lines' | 'allowances' | 'charges' | 'net' | 'gross' | 'prepaid' | 'rounding' | 'payable' | 'credit', string>;
  vatOn: (rate: string, amount: string) => string;
  paidOn: (day: string) => string;

  note: string;
  payment: string;
  pay: (amount: string) => string;
  payUntil: (amount: string, day: string) => string;
  payOnline: string;
  payWithPart: string;
  payByTransfer: (name: string, iban: string, reference: string) => string;

  page: (page: number, of: number) => string;
}
