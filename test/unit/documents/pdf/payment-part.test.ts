import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { writeInvoicePdf } from '../../../../server/documents/pdf/write-invoice-pdf.ts';
import type { QrBill } from '../../../../server/documents/qr-bill/qr-bill.ts';
import { qrBillOf } from '../../../../server/domain/invoices/qr-bill-of.ts';
import type { InvoiceDetail } from '../../../../shared/contract/invoice.ts';
import type { Language } from '../../../../shared/contract/session.ts';
import { payloadOf, printedBill, printOf } from '../../../support/pdf/bill-text.ts';
import { BUYER, IBAN, madePaper, SELLER } from '../../../support/pdf/made-paper.ts';
import type { PaperWishes } from '../../../support/pdf/made-paper.ts';
import { readPages } from '../../../support/pdf/read-pdf.ts';
import { readQrCode } from '../../../support/pdf/read-qr-code.ts';

const NAME_OF_70 = 'Genossenschaft der Bremer Stadtmusikanten & Töchter, Œuvre Ștefan, Łód';

function papered(wishes: PaperWishes = {}): { invoice: InvoiceDetail; bill: QrBill } {
  const invoice = madePaper(wishes);
  const bill = qrBillOf(invoice);
  assert.ok(bill, 'this invoice has a bill');
  return { invoice, bill };
}

/** An invoice that asks for an amount in minor units. */
const asking = (amount: number, currency = 'CHF'): PaperWishes => ({ currency, row: { payable: { amount, currency } } });

const buyer = (change: Partial<typeof BUYER>): PaperWishes => ({ buyer: { ...BUYER, ...change } });

/** Prints a bill, and holds code, print and place of its payment part against its fields. */
async function assertPrinted({ invoice, bill }: ReturnType<typeof papered>, language: Language): Promise<void> {
  const bytes = await writeInvoicePdf(invoice, language, bill);
  const pages = await readPages(bytes);
  const last = pages.at(-1);
  assert.ok(last);
  const payload = payloadOf(bill);
  const code = await readQrCode(bytes, pages.length);
  for (const text of code.texts) assert.deepEqual(text?.split('\n'), payload);
  assert.deepEqual(printedBill(last), printOf(payload, language === 'es' ? 'en' : language));
  for (const [measured, wanted] of [[code.x, 67], [code.bottom, 42], [code.width, 46], [code.height, 46], [last.width, 210], [last.height, 297]] as const) {
    assert.ok(Math.abs(measured - wanted) <= 0.5, `${measured} mm in place of ${wanted} mm`);
  }
  // The part is on the last page alone, and nothing else reaches into it.
  for (const page of pages.slice(0, -1)) assert.ok(!page.texts.some(({ text }) => text.includes('CH44 3199')));
}

describe('the payment part', () => {
  for (const language of ['de', 'fr', 'it', 'en', 'es'] as const) {
    test(`says in ${language} what its code says, where it must stand`, async () => {
      await assertPrinted(papered(), language);
    });
  }

  const cases: readonly [string, PaperWishes][] = [
    ['the least amount', asking(1)],
    ['the largest amount', asking(99_999_999_999)],
    ['an amount that halves would round', asking(100_005)],
    ['euro', asking(1_234_567, 'EUR')],
    ['a creditor reference', { iban: IBAN }],
    ['names of exactly 70 characters', { seller: { ...SELLER, name: NAME_OF_70 }, ...buyer({ name: NAME_OF_70 }) }],
    ['a buyer abroad, with the number in front of the street', buyer({ name: 'Aurore Dubois-Dormant', address: { lines: ['100 allée des Ronces'], postcode: '00100', town: 'Bois-Dormant', country: 'FR' } })],
    ['a buyer without a street', buyer({ address: { lines: [], postcode: '0077', town: 'Seldwyla', country: 'CH' } })],
    ['typographic marks, as everyone types them', buyer({ name: 'L’Œuvre – “R&D”…' })],
    ['many lines', { lines: 80 }],
    ['as many lines as push it to a page of its own', { lines: 12 }],
  ];
  for (const [name, wishes] of cases) {
    test(`holds ${name}`, async () => await assertPrinted(papered(wishes), 'fr'));
  }

  test('has typographic marks written plainly', () => {
    assert.equal(papered(buyer({ name: 'L’Œuvre – “R&D”…' })).bill.debtor.name, 'L\'Œuvre - "R&D"...');
  });
});

describe('no payment part', () => {
  const refused: readonly [string, PaperWishes][] = [
    ['a name in Cyrillic', buyer({ name: 'Зубная фея' })],
    ['a name of 71 characters', buyer({ name: `${NAME_OF_70}ź` })],
    ['no town', buyer({ address: { lines: ['Stollen 7'], country: 'CH' } })],
    ['no country', buyer({ address: { lines: ['Stollen 7'], postcode: '0077', town: 'Seldwyla' } })],
    ['an account elsewhere', { more: { payTo: { iban: 'DE89370400440532013000', reference: 'RF18539007547034' } } }],
    ['a reference with a slip', { more: { payTo: { iban: IBAN, reference: 'RF19539007547034' } } }],
    ['an amount too large', asking(100_000_000_000)],
  ];
  for (const [name, wishes] of refused) {
    test(`with ${name}: the paper says how to pay without one`, async () => {
      const invoice = madePaper(wishes);
      assert.equal(qrBillOf(invoice), undefined);
      const [page, ...more] = await readPages(await writeInvoicePdf(invoice, 'en', qrBillOf(invoice)));
      assert.equal(more.length, 0);
      const text = page!.texts.map((one) => one.text).join(' ');
      assert.match(text, /By bank transfer: to Wolkenschloss Hosting AG, account/);
      assert.doesNotMatch(text, /Payment part|payment part/);
    });
  }

  const without: readonly [string, PaperWishes][] = [
    ['yen', { currency: 'JPY' }],
    ['nothing to pay', asking(0)],
    ['a payment on its way', { row: { status: 'processing' } }],
    ['a paid invoice', { row: { status: 'paid', number: '2026-000001' } }],
    ['a cancelled one', { row: { status: 'cancelled' } }],
    ['a credit note', { row: { kind: 'credit-note', number: 'CN-1', status: 'due' } }],
  ];
  for (const [name, wishes] of without) {
    test(`for ${name}, nor an account to pay to`, async () => {
      const invoice = madePaper(wishes);
      assert.equal(qrBillOf(invoice), undefined);
      const pages = await readPages(await writeInvoicePdf(invoice, 'en'));
      const text = pages[0]!.texts.map((one) => one.text).join(' ');
      assert.match(text, /Wolkenschloss Hosting AG/);
      assert.doesNotMatch(text, /CH44|Payment part/);
    });
  }

  test('where lawful fields are too long for the receipt', async () => {
    const party = { name: 'W'.repeat(70), address: { lines: ['W'.repeat(70)], postcode: '0000', town: 'W'.repeat(35), country: 'CH' } };
    const { invoice, bill } = papered({ seller: party, buyer: party });
    const [page] = await readPages(await writeInvoicePdf(invoice, 'en', bill));
    assert.match(page!.texts.map((one) => one.text).join(' '), /By bank transfer/);
  });
});
