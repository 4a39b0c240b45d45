import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pdfTerms } from '../../../../server/documents/pdf/terms/pdf-terms.ts';
import { writeInvoicePdf } from '../../../../server/documents/pdf/write-invoice-pdf.ts';
import { qrBillOf } from '../../../../server/domain/invoices/qr-bill-of.ts';
import type { InvoiceDetail } from '../../../../shared/contract/invoice.ts';
import type { Language } from '../../../../shared/contract/session.ts';
import { BUYER, madePaper, paperLine } from '../../../support/pdf/made-paper.ts';
import { readFacts, readPages } from '../../../support/pdf/read-pdf.ts';
import type { PrintedPage } from '../../../support/pdf/read-pdf.ts';

const LANGUAGES: readonly Language[] = ['it', 'de', 'en', 'es', 'fr'];
/** Versions of the locale data differ in the apostrophe. */
const textOf = ({ texts }: PrintedPage): string => texts.map(({ text }) => text).join(' ').replaceAll(/\s+/g, ' ').replaceAll('’', "'");
const write = (invoice: InvoiceDetail, language: Language = 'en'): Promise<Uint8Array> => writeInvoicePdf(invoice, language, qrBillOf(invoice));
const pagesOf = async (invoice: InvoiceDetail, language?: Language): Promise<PrintedPage[]> => await readPages(await write(invoice, language));
const paid = { number: '2026-000123', status: 'paid', paidOn: '2026-11-20' } as const;

describe('an invoice as PDF', () => {
  test('is the same bytes each time, tagged, in a language, with its fonts inside', async () => {
    for (const language of LANGUAGES) {
      const invoice = madePaper({ lines: 30 });
      const bytes = await write(invoice, language);
      assert.deepEqual(bytes, await write(invoice, language));
      const { info, tagged, fonts, embedded } = await readFacts(bytes);
      assert.deepEqual([info['Language'], info['Title'], info['Author']], [language, `${pdfTerms(language).title['pro-forma']} PF-2026-000150`, 'Wolkenschloss Hosting AG']);
      assert.equal(info['CreationDate'], 'D:20261101120000Z');
      assert.deepEqual([tagged, fonts, embedded], [true, 2, 2]);
    }
  });

  test('says in each language before payment that it is none, and after it nothing of the kind', async () => {
    for (const language of LANGUAGES) {
      const terms = pdfTerms(language);
      const [before] = await pagesOf(madePaper(), language);
      const notice = terms.proFormaNotice.replaceAll('’', "'");
      assert.ok(textOf(before!).includes(notice), language);
      assert.ok(textOf(before!).includes(terms.title['pro-forma']));
      const [after] = await pagesOf(madePaper({ row: paid }), language);
      assert.ok(!textOf(after!).includes(notice));
      assert.ok(textOf(after!).includes(`${terms.title.invoice} 2026-000123`));
    }
  });

  test('shows every figure as the buyer writes it', async () => {
    const totals = { lines: 123_456_789, allowances: 1000, charges: 250, net: 123_456_039, tax: 9_999_939, gross: 133_455_978, prepaid: 133_455_978, rounding: 2, payable: 2 };
    const more = { totals, note: 'First line.\nSecond line.' };
    const lines = [paperLine(0, 123_457_039, 'CHF'), paperLine(0, 250, 'CHF', { name: 'Promo code', quantity: '-1', net: -250, unitPrice: '2.5' })];
    const [swiss] = await pagesOf(madePaper({ row: paid, more, lines }));
    for (const figure of ["1'234'570.39", '−1', '−2.50', '8.1 %', "1'234'560.39", '−10.00', "1'334'559.78", 'Paid on 20 Nov 2026', "−1'334'559.78", 'First line.', 'Second line.']) {
      assert.ok(textOf(swiss!).includes(figure), figure);
    }
    const abroad = madePaper({ row: paid, more, lines, buyer: { ...BUYER, address: { ...BUYER.address, country: 'DE' } } });
    const [german] = await pagesOf(abroad, 'de');
    for (const figure of ['1.234.560,39', '8,1 %', 'Bezahlt am 20.11.2026', 'DE-0077 Seldwyla']) assert.ok(textOf(german!).includes(figure), figure);
  });

  test('keeps the digits of its currency, and amounts of nothing', async () => {
    const yen = textOf((await pagesOf(madePaper({ currency: 'JPY' })))[0]!);
    assert.match(yen, /12'345 /);
    assert.doesNotMatch(yen, /12'345\.00/);
    assert.match(textOf((await pagesOf(madePaper({ currency: 'KWD' })))[0]!), /12\.345/);
    const free = await pagesOf(madePaper({ lines: [paperLine(0, 0, 'CHF')], row: { payable: { amount: 0, currency: 'CHF' } } }));
    assert.match(textOf(free[0]!), /Amount payable CHF 0\.00/);
  });

  test('shows VAT by rate, and the category where it is not the ordinary one', async () => {
    const taxes = [{ category: 'S', rate: '8.1', taxable: 10_000, tax: 810 }, { category: 'S', rate: '2.6', taxable: 500, tax: 13 }, { category: 'AE', rate: '0', taxable: 700, tax: 0 }];
    const [page] = await pagesOf(madePaper({ more: { taxes } }));
    for (const row of ['VAT 8.1 % on 100.00', 'VAT 2.6 % on 5.00', 'VAT 0 % (AE) on 7.00']) assert.ok(textOf(page!).includes(row), row);
  });

  test('shows a credit note, a cancelled pro forma and a refunded invoice as what they are', async () => {
    const [credit] = await pagesOf(madePaper({ row: { ...paid, kind: 'credit-note', number: 'CN-1', proFormaNumber: null } }));
    assert.match(textOf(credit!), /Credit note CN-1 .*Credited on.*Credit CHF 133\.45/);
    const [cancelled] = await pagesOf(madePaper({ row: { status: 'cancelled' }, more: { chain: [{ step: 'cancellation', on: '2026-11-03', number: null }] } }));
    assert.match(textOf(cancelled!), /Cancelled on 03 Nov 2026\. Please do not pay\..*Total with VAT CHF 133\.45/);
    assert.doesNotMatch(textOf(cancelled!), /payable|Please pay/i);
    const [refunded] = await pagesOf(madePaper({ row: { ...paid, status: 'refunded' }, more: { chain: [{ step: 'refund', on: '2026-11-25', number: null }] } }));
    assert.match(textOf(refunded!), /Refunded on 25 Nov 2026\./);
  });

  test('repeats the head of its lines and numbers its pages; no line is lost, none reaches the foot', async () => {
    const invoice = madePaper({ lines: 200 });
    const pages = await pagesOf(invoice);
    const names = pages.flatMap(({ texts }) => texts.map(({ text }) => text).filter((text) => text.startsWith('Web hosting ')));
    assert.deepEqual(names, invoice.lines.map(({ name }) => name));
    for (const [index, page] of pages.entries()) {
      const text = textOf(page);
      assert.ok(text.includes(`Page ${index + 1} of ${pages.length}`));
      assert.ok(text.includes('PF-2026-000150'));
      if (text.includes('Web hosting')) assert.ok(text.includes('Unit price'));
      assert.ok(page.texts.every(({ text: one, y }) => y < 278 || one.includes('Seldwyla') || one.startsWith('Page') || index === pages.length - 1));
    }
  });

  test('bears the longest names and hostile text without leaving the page', async () => {
    const long = `${'Genossenschaft '.repeat(20)}${'x'.repeat(300)}`;
    const hostile = 'a\u0000b\u202ec\r\nd 🦷 山田';
    const lines = [paperLine(0, 99_999_999_999, 'CHF', { name: long, description: long, unitPrice: '12345678901234.123456789', quantity: '123456789.123456' }), paperLine(1, 1, 'CHF', { name: hostile, description: hostile, unit: 'XYZ' })];
    const party = { name: long, vatId: long, address: { lines: [long, long, hostile], postcode: long, town: long, country: 'CH' } };
    const pages = await pagesOf(madePaper({ lines, seller: party, buyer: party, more: { note: long.repeat(40) }, row: { proFormaNumber: long } }));
    assert.ok(pages.some((page) => textOf(page).includes('Genossenschaft Genossenschaft')));
    for (const { texts } of pages) assert.ok(texts.length > 0 && texts.every(({ x, y }) => x >= 19.9 && x <= 190 && y >= 10 && y <= 287));
  });

  test('keeps the address inside the window of the envelope', async () => {
    const party = { name: 'Genossenschaft der Bremer Stadtmusikanten, Orchester und Musikverlag zu Seldwyla', address: { lines: ['Eselsbrücke 4', 'Hinterhaus', 'Postfach 7'], postcode: '0004', town: 'Seldwyla', country: 'LI' } };
    const [page] = await pagesOf(madePaper({ row: paid, buyer: party }));
    const inside = page!.texts.filter(({ x, y }) => x >= 117.9 && y > 48 && y < 90);
    assert.equal(inside.map(({ text }) => text).join(' ').replaceAll(/\s+/g, ' ').trim(), `${party.name} Eselsbrücke 4 Hinterhaus Postfach 7 LI-0004 Seldwyla`);
    assert.ok(inside.every(({ y }) => y < 86));
  });
});
