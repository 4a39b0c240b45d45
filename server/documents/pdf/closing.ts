import type { InvoicePaper } from './invoice-paper.ts';
import { PAGE } from './look.ts';
import type { Sheet } from './sheet.ts';

/** What stands below the sums: the note, and how to pay. */
export function closing(sheet: Sheet, paper: InvoicePaper): void {
  const { invoice, terms } = paper;
  if (invoice.note) block(sheet, terms.note, invoice.note.split('\n'));
  if (paper.isOpen) block(sheet, terms.payment, paymentLines(paper));
}

function block(sheet: Sheet, heading: string, lines: readonly string[]): void {
  const width = PAGE.right - PAGE.left;
  const heights = lines.map((line) => sheet.heightOf(line || ' ', width));
  sheet.room(10 + Math.min(40, heights.reduce((sum, one) => sum + one, 0)));
  sheet.y += 4;
  const place = (): { x: number; y: number; width: number } => ({ x: PAGE.left, y: sheet.y, width });
  sheet.y += sheet.paragraph(heading, place(), { bold: true }, sheet.part('H2')) + 0.8;
  for (const [index, line] of lines.entries()) {
    sheet.room(heights[index] ?? 0);
    sheet.y += sheet.paragraph(line || ' ', { ...place(), height: PAGE.bottom - PAGE.top - 20 }) + 0.5;
  }
}

function paymentLines({ invoice: { row, seller }, terms, figures, bill, payTo }: InvoicePaper): string[] {
  const amount = figures.money(row.payable.amount);
  const ask = row.dueOn === null ? terms.pay(amount) : terms.payUntil(amount, figures.day(row.dueOn));
  if (bill) return [ask, terms.payWithPart, terms.payOnline];
  // Without a bill the same transfer can be typed in.
  return payTo ? [ask, terms.payOnline, terms.payByTransfer(seller.name, whole(payTo.iban), whole(payTo.reference))] : [ask, terms.payOnline];
}

/** Kept on one line. */
const whole = (text: string): string => text.replaceAll(' ', '\u00a0');
