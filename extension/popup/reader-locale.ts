import type { Language } from '../../shared/contract/session.ts';

/**
 * The locale to write in: the chosen language as the reader's browser spells it (`de-CH`), so that numbers
 * and dates look as at home; without a choice the browser's own.
 * @param preferred the browser's languages, best first
 */
export function readerLocale(language: Language | undefined, preferred: readonly string[] = navigator.languages): string {
  if (language === undefined) return preferred[0] ?? 'en';
  return preferred.find((tag) => tag.split('-', 1)[0] === language) ?? language;
}
