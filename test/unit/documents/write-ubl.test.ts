import { deepEqual, match, rejects } from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { EInvoiceError } from '../../../server/documents/e-invoice-error.ts';
import type { EInvoice, EInvoiceParty } from '../../../server/documents/e-invoice.ts';
import { readEInvoice } from '../../../server/documents/read-e-invoice.ts';
import { writeUbl } from '../../../server/documents/write-ubl.ts';
import { invoiceArbitrary } from '../../support/e-invoices/invoice-arbitrary.ts';
import { sampleInvoice } from '../../support/e-invoices/sample-invoice.ts';

const read = (xml: string): EInvoice => readEInvoice(new TextEncoder().encode(xml));

/** What an invoice of our own always has: a price on each line and a country in each address. */
function ownInvoice(invoice: EInvoice): EInvoice {
  const settled = (party: EInvoiceParty): EInvoiceParty => ({ ...party, address: { ...party.address, country: 'CH' } });
  const lines = invoice.lines.map((line) => Object.assign({ unitPrice: '1.2345' }, line));
  return { ...invoice, lines, seller: settled(invoice.seller), buyer: settled(invoice.buyer) };
}

describe('our own invoices as UBL', () => {
  test('an invoice in CHF of a Swiss seller comes back as it was', async () => {
    const invoice = ownInvoice(sampleInvoice('ubl'));
    const xml = await writeUbl(invoice);
    deepEqual(read(xml), invoice);
    match(xml, /<cbc:CustomizationID>urn:cen\.eu:en16931:2017</);
    match(xml, /<cbc:CompanyID>CHE123456788MWST</);
  });

  test('every amount of any invoice comes back', async () => {
    await fc.assert(
      fc.asyncProperty(invoiceArbitrary('ubl'), async (arbitrary) => {
        const { dueOn, ...invoice } = ownInvoice(arbitrary);
        const expected = dueOn === undefined || invoice.kind === 'credit-note' ? invoice : { ...invoice, dueOn };
        deepEqual(read(await writeUbl(ownInvoice(arbitrary))), expected);
      }),
      { numRuns: 50 },
    );
  });

  const sample = ownInvoice(sampleInvoice('ubl'));
  const refusals: Record<string, readonly [EInvoice, RegExp]> = {
    'totals that do not agree': [{ ...sample, payable: sample.payable + 1 }, /BR-CO-16/],
    'a buyer without a country': [{ ...sample, buyer: { ...sample.buyer, address: { lines: [] } } }, /country of the buyer/],
    'a line without a price': [sampleInvoice('ubl'), /unit price of line 3/],
    'a character that XML does not have': [{ ...sample, number: 'F\u0001' }, /not well-formed/],
  };
  for (const [name, [invoice, reason]] of Object.entries(refusals)) {
    test(`${name} is not written`, () =>
      rejects(writeUbl(invoice), (error) => error instanceof EInvoiceError && reason.test(error.message)));
  }
});
