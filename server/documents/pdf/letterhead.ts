import type { Party } from '../../../shared/contract/value.ts';
import type { InvoicePaper } from './invoice-paper.ts';
import { COLOURS, PAGE, SIZE } from './look.ts';
import type { Sheet } from './sheet.ts';

const FACTS_WIDTH = PAGE.window.x - PAGE.left - 8;
const LABEL_WIDTH = 32;
const LINE = 4.2;
const ADDRESS_SIZES = [10, 9, 8, 7, 6];

/** The head of the first page: sender, address in the window, title with number, and the facts beside the address. */
export function letterhead(sheet: Sheet, paper: InvoicePaper): void {
  sender(sheet, paper.invoice.seller);
  address(sheet, paper.invoice.buyer);
  sheet.y = PAGE.window.y;
  const title = { size: SIZE.title, bold: true };
  const place = (): { x: number; y: number; width: number } => ({ x: PAGE.left, y: sheet.y, width: FACTS_WIDTH });
  sheet.y += sheet.paragraph(paper.title, place(), title, sheet.part('H1'));
  sheet.y += sheet.paragraph(paper.number, { ...place(), height: 12 }, { size: 11, colour: COLOURS.muted }) + 3;
  for (const [label, value] of factsOf(paper)) {
    const part = sheet.part('P');
    sheet.line(label, { x: PAGE.left, y: sheet.y, width: LABEL_WIDTH - 2 }, { colour: COLOURS.muted }, part);
    sheet.line(value, { x: PAGE.left + LABEL_WIDTH, y: sheet.y, width: FACTS_WIDTH - LABEL_WIDTH }, {}, part);
    sheet.y += LINE + 0.6;
  }
  sheet.y = Math.max(sheet.y, PAGE.window.y + PAGE.window.height) + 7;
}

function sender(sheet: Sheet, { name, address }: Party): void {
  const { left: x, right } = PAGE;
  const size = { size: SIZE.sender, bold: true, colour: COLOURS.accentStrong };
  let y: number = PAGE.top;
  y += sheet.paragraph(name, { x, y, width: right - x, height: 12 }, size) + 0.8;
  for (const line of addressLines({ name, address }).slice(0, 5)) {
    sheet.line(line, { x, y, width: right - x }, { size: 8, colour: COLOURS.muted });
    y += 3.7;
  }
}

/** Name and address of the buyer, as large as the window permits. */
function address(sheet: Sheet, buyer: Party): void {
  const { x, y, width, height } = PAGE.window;
  const text = [buyer.name, ...addressLines(buyer)].join('\n');
  const size = ADDRESS_SIZES.find((one) => sheet.heightOf(text, width, { size: one }) <= height) ?? ADDRESS_SIZES.at(-1);
  sheet.paragraph(text, { x, y, width, height }, size === undefined ? {} : { size });
}

/** Street, postcode and town, and the country as the post reads it. */
export function addressLines({ address: { lines, postcode, town, country } }: Party): string[] {
  const place = [postcode, town].filter(Boolean).join(' ');
  // The code in front of the postcode is how a bill and most letters in Europe name the country.
  const abroad = country !== undefined && country !== 'CH' ? `${country}-` : '';
  return [...lines, place === '' ? (country ?? '') : `${abroad}${place}`].filter((line) => line !== '');
}

function factsOf({ invoice, figures, terms, isProForma, isOpen, payTo }: InvoicePaper): [label: string, value: string][] {
  const { row, buyer } = invoice;
  const paid = row.kind === 'credit-note' ? terms.credited : terms.paid;
  const facts: [string, string | null | undefined | false][] = [
    [terms.issued, figures.day(row.issuedOn)],
    [terms.due, isOpen && row.dueOn !== null && figures.day(row.dueOn)],
    [paid, row.paidOn !== null && figures.day(row.paidOn)],
    [terms.proForma, !isProForma && row.proFormaNumber],
    [terms.reference, payTo?.reference],
    [terms.yourVatId, buyer.vatId],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as [string, string]] : []));
}
