import type { InvoiceRow } from '../../../shared/contract/invoice.ts';
import type { InvoiceListTerms } from './terms/terms.ts';

/** The number a reader knows an invoice by: the final one, before payment the pro forma's. */
export const numberOf = ({ number, proFormaNumber }: Pick<InvoiceRow, 'number'> & Partial<Pick<InvoiceRow, 'proFormaNumber'>>): string =>
  number ?? proFormaNumber ?? '–';

/** What is unusual about a row, in short words, and the same in full. */
export function marksOf(row: InvoiceRow, terms: InvoiceListTerms): { marks: string; notes: string[] } {
  const marks = [
    row.kind === 'credit-note' && terms.creditNote,
    row.origin === 'imported' && terms.imported,
    row.sameNumber && terms.sameNumber,
  ];
  const notes = [
    row.number === null && terms.proFormaNote,
    row.origin === 'imported' && terms.importedNote,
    row.sameNumber && terms.sameNumberNote,
  ];
  return { marks: marks.filter(Boolean).join(' · '), notes: notes.filter((note) => note !== false) };
}
