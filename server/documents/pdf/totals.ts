import type { InvoiceRow } from '../../../shared/contract/invoice.ts';
import type { InvoicePaper } from './invoice-paper.ts';
import { COLOURS, PAGE, SIZE } from './look.ts';
import type { Part, Sheet } from './sheet.ts';

const LEFT = 100;
const FIGURE = 34;
const STEP = 5;

/** One sum; a strong one has a rule above it, the last one stands out. */
interface Sum {
  readonly label: string;
  readonly amount: number;
  readonly weight?: 'strong' | 'last';
}

/** The sums of the invoice, VAT by rate, what was paid, what remains. Never parted by a page. */
export function totals(sheet: Sheet, paper: InvoicePaper): void {
  const sums = sumsOf(paper);
  sheet.room(sums.length * STEP + 14);
  sheet.y += 3;
  const table = sheet.part('Table');
  for (const sum of sums) one(sheet, paper, sum, sheet.part('TR', table));
  sheet.y += 3;
}

function one(sheet: Sheet, { figures }: InvoicePaper, { label, amount, weight }: Sum, part: Part): void {
  const last = weight === 'last';
  if (weight !== undefined) {
    sheet.y += 1;
    sheet.rule(sheet.y, LEFT, PAGE.right, last ? COLOURS.accentStrong : COLOURS.border, last ? 1 : 0.5);
    sheet.y += last ? 2 : 1.2;
  }
  const style = {
    size: last ? SIZE.total : SIZE.body, bold: weight !== undefined, colour: last ? COLOURS.accentStrong : COLOURS.text,
  };
  const { y } = sheet;
  sheet.line(label, { x: LEFT, y, width: PAGE.right - LEFT - FIGURE - 10 }, style, sheet.part('TH', part));
  const cell = sheet.part('TD', part);
  const figure = figures.amount(amount);
  const width = Math.min(FIGURE, sheet.widthOf(figure, style));
  if (last) sheet.line(figures.currency, { x: PAGE.right - width - 10, y: y + 0.8, width: 8.5 }, { align: 'right', colour: COLOURS.muted }, cell);
  sheet.line(figure, { x: PAGE.right - FIGURE, y, width: FIGURE }, { ...style, align: 'right' }, cell);
  sheet.y += STEP;
}

function sumsOf({ invoice: { row, totals, taxes }, terms, figures }: InvoicePaper): Sum[] {
  const { sums } = terms;
  const adjusted = totals.allowances !== 0 || totals.charges !== 0;
  const settled = totals.prepaid !== 0 || totals.rounding !== 0;
  const paid = row.paidOn === null ? sums.prepaid : terms.paidOn(figures.day(row.paidOn));
  const all: (Sum | false)[] = [
    adjusted && { label: sums.lines, amount: totals.lines },
    totals.allowances !== 0 && { label: sums.allowances, amount: -totals.allowances },
    totals.charges !== 0 && { label: sums.charges, amount: totals.charges },
    { label: sums.net, amount: totals.net },
    ...taxes.map(({ category, rate, taxable, tax }): Sum =>
      ({ label: terms.vatOn(figures.rate(rate, category), figures.amount(taxable)), amount: tax })),
    settled && { label: sums.gross, amount: totals.gross, weight: 'strong' },
    totals.prepaid !== 0 && { label: paid, amount: -totals.prepaid },
    totals.rounding !== 0 && { label: sums.rounding, amount: totals.rounding },
    { label: sums[lastOf(row)], amount: totals.payable, weight: 'last' },
  ];
  return all.filter((sum) => sum !== false);
}

/** What the last sum is: only what can still be paid or was paid is payable. */
function lastOf({ kind, status }: InvoiceRow): 'credit' | 'gross' | 'payable' {
  if (kind === 'credit-note') return 'credit';
  return status === 'cancelled' ? 'gross' : 'payable';
}
