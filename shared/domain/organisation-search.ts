import { searchWords } from './search-words.ts';

/** A search over organisations: every word must occur in the name, or the whole must occur in the id. */
export interface OrganisationSearch {
  /** As `searchWords` reads them, at least one. */
  readonly words: readonly string[];
  /** The words, one space apart. */
  readonly phrase: string;
  /** Hexadecimal digits of the search; empty where it cannot be part of an id. */
  readonly idDigits: string;
}

/** Fewer digits than this occur in too many ids to mean one. */
const LEAST_ID_DIGITS = 4;

/** Reads what the user typed; `undefined` where that is nothing. */
export function organisationSearch(text: string): OrganisationSearch | undefined {
  const words = searchWords(text);
  if (words.length === 0) return undefined;
  const digits = words.join('');
  const idDigits = digits.length >= LEAST_ID_DIGITS && /^[0-9a-f]+$/.test(digits) ? digits : '';
  return { words, phrase: words.join(' '), idDigits };
}

/**
 * How well an organisation matches; lower is better, `undefined` is no match:
 * 0 the name itself, 1 the name begins with the search, 2 every word begins a word of the name,
 * 3 every word occurs somewhere in the name, 4 the id holds the digits.
 * The gateway ranks in SQL by the same steps; a contract test compares the two.
 *
 * @param name the folded name
 * @param id the organisation's id
 */
export function matchRank(name: string, id: string, search: OrganisationSearch): number | undefined {
  if (name === search.phrase) return 0;
  if (name.startsWith(search.phrase)) return 1;
  if (search.words.every((word) => name.includes(word))) {
    const spaced = ` ${name}`;
    return search.words.every((word) => spaced.includes(` ${word}`)) ? 2 : 3;
  }
  if (search.idDigits !== '' && id.replaceAll('-', '').includes(search.idDigits)) return 4;
  return undefined;
}
