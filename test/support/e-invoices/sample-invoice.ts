import type { EInvoice } from '../../../server/documents/e-invoice.ts';
import { totalled } from './totalled.ts';

/** A small invoice with two rates, an allowance, a charge, a prepaid amount and a rounding: payable 160.55. */
export function sampleInvoice(syntax: EInvoice['syntax']): EInvoice {
  const address = { lines: ['Rue du Lac 1', 'Bât. B'], postcode: '1204', town: 'Genève', country: 'CH' };
  const line = { unit: 'C62', allowances: [], charges: [] };
  return totalled({
    syntax,
    kind: 'invoice',
    typeCode: '380',
    number: 'F-2026/7',
    issuedOn: '2026-02-28',
    dueOn: '2026-03-30',
    currency: 'CHF',
    seller: { name: 'Müller & Söhne AG', vatId: 'CHE123456788MWST', address },
    buyer: { name: 'Café "Zum Löwen"', address: { lines: [], country: 'DE' } },
    lines: [
      { ...line, id: '1', name: 'Web hosting', quantity: '12', unitPrice: '9.8765', net: 11852, vatCategory: 'S', vatRate: '8.1' },
      { ...line, id: '2', name: 'Domain', quantity: '2', unitPrice: '25', net: 5000, vatCategory: 'S', vatRate: '8.1' },
      { ...line, id: '3', name: 'Book', quantity: '1', net: 2000, vatCategory: 'S', vatRate: '2.6' },
    ],
    allowances: [{ amount: 1500, reason: 'Loyalty', vatCategory: 'S', vatRate: '8.1' }],
    charges: [{ amount: 500, reason: 'Postage', vatCategory: 'S', vatRate: '8.1' }],
    prepaid: 3131,
    rounding: -2,
    note: 'Thank you.',
  });
}
