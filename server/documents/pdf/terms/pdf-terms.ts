import type { Language } from '../../../../shared/contract/session.ts';
import de from './de.ts';
import en from './en.ts';
import es from './es.ts';
import fr from './fr.ts';
import it from './it.ts';
import type { PdfTerms } from './terms.ts';

const TERMS: Readonly<Record<Language, PdfTerms>> = { de, en, es, fr, it };

/** The words of a PDF in a language. */
export function pdfTerms(language: Language): PdfTerms {
  return TERMS[language];
}
