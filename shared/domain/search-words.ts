import { foldText } from './fold-text.ts';

/** Occurs in no folded text. */
const NOWHERE = '-';

/**
 * The words that must all occur in a folded text for it to be found; none where nothing is typed. Only
 * letters and digits are searched: what holds neither, such as `--`, is found nowhere.
 */
export function searchWords(text: string): string[] {
  if (text.trim() === '') return [];
  const words = foldText(text).split(' ').filter(Boolean);
  return words.length > 0 ? words : [NOWHERE];
}
