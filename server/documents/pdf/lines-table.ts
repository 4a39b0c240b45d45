import type { InvoiceLine } from '../../../shared/contract/invoice.ts';
import type { InvoicePaper } from './invoice-paper.ts';
import { COLOURS, PAGE } from './look.ts';
import type { Part, Sheet, TextStyle } from './sheet.ts';

/** Left edge and width of each column in millimetres; figures end at the right edge of theirs. */
const COLUMNS = {
  item: { x: 20, width: 68 },
  quantity: { x: 90, width: 15 },
  unit: { x: 106.2, width: 15 },
  unitPrice: { x: 121, width: 24 },
  vat: { x: 145, width: 15 },
  net: { x: 161, width: 29 },
} as const;
const PADDING = 1.9;
const LINE = 4;
/** A name or description that would fill more is cut: products have names, not essays. */
const MOST = 40;
const SECOND: TextStyle = { size: 8, colour: COLOURS.muted };

/** The lines of the invoice, with the head repeated on each page. */
export function linesTable(sheet: Sheet, paper: InvoicePaper): void {
  const table = sheet.part('Table');
  head(sheet, paper, table);
  for (const line of paper.invoice.lines) {
    const height = heightOf(sheet, line);
    if (sheet.room(height)) head(sheet, paper, table);
    row(sheet, paper, line, sheet.part('TR', table));
    sheet.y += height;
    sheet.rule(sheet.y);
  }
}

function head(sheet: Sheet, { terms, figures }: InvoicePaper, table: Part): void {
  const part = sheet.part('TR', table);
  const style: TextStyle = { size: 8, bold: true, colour: COLOURS.muted };
  const cell = (text: string, column: { x: number; width: number }, align: 'left' | 'right'): void =>
    sheet.line(text, { ...column, y: sheet.y }, { ...style, align }, sheet.part('TH', part));
  cell(terms.item, COLUMNS.item, 'left');
  cell(terms.quantity, { x: COLUMNS.quantity.x - 8, width: COLUMNS.quantity.width + 8 }, 'right');
  cell(terms.unitPrice, COLUMNS.unitPrice, 'right');
  cell(terms.vat, COLUMNS.vat, 'right');
  cell(`${terms.net} ${figures.currency}`, COLUMNS.net, 'right');
  sheet.y += LINE + 1;
  sheet.rule(sheet.y, PAGE.left, PAGE.right, COLOURS.text, 0.75);
}

function heightOf(sheet: Sheet, { name, description }: InvoiceLine): number {
  const { width } = COLUMNS.item;
  const second = description ? Math.min(MOST, sheet.heightOf(description, width, SECOND)) + 0.4 : 0;
  return Math.min(MOST, sheet.heightOf(name, width)) + second + 2 * PADDING;
}

function row(sheet: Sheet, { figures }: InvoicePaper, line: InvoiceLine, part: Part): void {
  const y = sheet.y + PADDING;
  const item = sheet.part('TD', part);
  const height = sheet.paragraph(line.name, { ...COLUMNS.item, y, height: MOST }, {}, item);
  if (line.description) sheet.paragraph(line.description, { ...COLUMNS.item, y: y + height + 0.4, height: MOST }, SECOND, item);
  const { number, unit } = figures.quantity(line.quantity, line.unit);
  const quantity = sheet.part('TD', part);
  sheet.line(number, { ...COLUMNS.quantity, y }, { align: 'right' }, quantity);
  if (unit) sheet.line(unit, { ...COLUMNS.unit, y }, { colour: COLOURS.muted }, quantity);
  const figure = (text: string, column: { x: number; width: number }): void =>
    sheet.line(text, { ...column, y }, { align: 'right' }, sheet.part('TD', part));
  figure(figures.price(line.unitPrice), COLUMNS.unitPrice);
  figure(figures.rate(line.vatRate, line.vatCategory), COLUMNS.vat);
  figure(figures.amount(line.net), COLUMNS.net);
}
