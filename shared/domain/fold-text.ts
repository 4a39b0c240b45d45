/** Letters that Unicode does not decompose but readers take for two or for their plain form. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i', ŋ: 'n', ħ: 'h',
};

/**
 * Folds text for search and order: case, accents and punctuation do not count. `Café-Zürich AG` becomes
 * `cafe zurich ag`. Client and server fold alike; the server stores the result, so a change of this
 * function needs a migration.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðłþıŋħ]/g, (letter) => PLAIN[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
