import type { InvoicePaper } from './invoice-paper.ts';
import { COLOURS, PAGE } from './look.ts';
import type { Sheet } from './sheet.ts';

const PADDING = 2.6;

/** What a reader must know before any figure: that it is no invoice, or that nothing is to be paid. */
export function notices(sheet: Sheet, paper: InvoicePaper): void {
  const texts = noticesOf(paper);
  if (texts.length === 0) return;
  const width = PAGE.right - PAGE.left - 2 * PADDING;
  const style = { bold: true, colour: paper.isOpen ? COLOURS.accentStrong : COLOURS.text };
  const heights = texts.map((text) => sheet.heightOf(text, width, style));
  const height = heights.reduce((sum, one) => sum + one + 1, 2 * PADDING - 1);
  sheet.box({ x: PAGE.left, y: sheet.y, width: PAGE.right - PAGE.left, height }, paper.isOpen ? COLOURS.accentSoft : COLOURS.neutralSoft);
  let y = sheet.y + PADDING;
  for (const text of texts) y += sheet.paragraph(text, { x: PAGE.left + PADDING, y, width }, style) + 1;
  sheet.y += height + 6;
}

function noticesOf({ invoice: { row, chain }, terms, figures, isProForma }: InvoicePaper): string[] {
  const day = chain.find(({ step }) => step === 'cancellation' || step === 'refund')?.on ?? undefined;
  const ended = day === undefined ? undefined : figures.day(day);
  const texts = [
    row.status === 'cancelled' && terms.cancelled(ended),
    row.status === 'refunded' && terms.refunded(ended),
    row.status === 'processing' && terms.processing,
    isProForma && (row.status === 'cancelled' ? terms.proFormaNotice : `${terms.proFormaNotice} ${terms.invoiceFollows}`),
  ];
  return texts.filter((text) => text !== false);
}
