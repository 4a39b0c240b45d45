import { addressLines } from './letterhead.ts';
import type { InvoicePaper } from './invoice-paper.ts';
import { COLOURS, PAGE, SIZE } from './look.ts';
import type { Sheet } from './sheet.ts';

const STYLE = { size: SIZE.small, colour: COLOURS.muted };

/** The head of every page but the first: which document it belongs to. */
export function runningHead(sheet: Sheet, { invoice, title, number }: InvoicePaper): void {
  sheet.runningLine(`${invoice.seller.name} · ${title} ${number}`, { x: PAGE.left, y: 12, width: PAGE.right - PAGE.left }, STYLE);
  sheet.rule(PAGE.top - 1);
  sheet.y = PAGE.top + 4;
}

/** The foot of every page: the seller with its VAT id, page x of y. Above the payment part where that ends the page. */
export function pageFoot(sheet: Sheet, { invoice: { seller }, terms, bill }: InvoicePaper): void {
  const { start, count } = sheet.doc.bufferedPageRange();
  const vat = seller.vatId === undefined ? [] : [`${terms.vatId} ${seller.vatId}`];
  const text = [seller.name, ...addressLines(seller), ...vat].join(' · ');
  for (let index = 0; index < count; index += 1) {
    sheet.doc.switchToPage(start + index);
    const y = bill && index === count - 1 ? PAGE.height - PAGE.paymentPart - 8 : PAGE.footer;
    sheet.rule(y - 2);
    sheet.runningLine(text, { x: PAGE.left, y, width: PAGE.right - PAGE.left - 30 }, STYLE);
    sheet.runningLine(terms.page(index + 1, count), { x: PAGE.right - 28, y, width: 28 }, { ...STYLE, align: 'right' });
  }
}
