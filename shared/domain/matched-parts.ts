import { foldText } from './fold-text.ts';
import type { OrganisationSearch } from './organisation-search.ts';

/** A piece of a text; all pieces together are the text. */
export interface TextPart {
  readonly text: string;
  readonly matched: boolean;
}

type Range = readonly [start: number, end: number];

/**
 * Shows why a name matches: its pieces, with the searched words marked as they stand in the name
 * (`zurich` marks `Zürich`). Each word is marked once, at the beginning of a word where it begins one.
 * @returns undefined where not every word occurs, so that the name is not the reason
 */
export function matchedParts(name: string, search: OrganisationSearch): TextPart[] | undefined {
  const { folded, starts, ends } = foldWithPlaces(name);
  const ranges: Range[] = [];
  for (const word of search.words) {
    const begins = ` ${folded}`.indexOf(` ${word}`);
    const at = begins < 0 ? folded.indexOf(word) : begins;
    if (at < 0) return undefined;
    ranges.push([starts[at] ?? 0, ends[at + word.length - 1] ?? name.length]);
  }
  return cut(name, ranges);
}

/** The pieces of an id with the searched digits marked, hyphens inside them included. */
export function matchedIdParts(id: string, search: OrganisationSearch): TextPart[] | undefined {
  const at = search.idDigits === '' ? -1 : id.replaceAll('-', '').indexOf(search.idDigits);
  if (at < 0) return undefined;
  const places = Array.from(id, (_, place) => place).filter((place) => id[place] !== '-');
  return cut(id, [[places[at] ?? 0, (places[at + search.idDigits.length - 1] ?? id.length) + 1]]);
}

/** The folded text, and for each of its characters where the letter behind it starts and ends. */
function foldWithPlaces(text: string): { folded: string; starts: number[]; ends: number[] } {
  let folded = '';
  let place = 0;
  const starts: number[] = [];
  const ends: number[] = [];
  for (const letter of text) {
    const end = place + letter.length;
    if (/^\p{M}$/u.test(letter)) {
      // An accent written on its own belongs to the letter before it.
      if (ends.length > 0) ends[ends.length - 1] = end;
    } else {
      for (const character of foldText(letter) || (folded === '' || folded.endsWith(' ') ? '' : ' ')) {
        folded += character;
        starts.push(place);
        ends.push(end);
      }
    }
    place = end;
  }
  return { folded, starts, ends };
}

function cut(text: string, ranges: readonly Range[]): TextPart[] {
  const marks = new Uint8Array(text.length);
  for (const [start, end] of ranges) marks.fill(1, start, end);
  const parts: TextPart[] = [];
  for (let start = 0; start < text.length; ) {
    const change = marks.indexOf(1 - (marks[start] as number), start);
    const end = change < 0 ? text.length : change;
    parts.push({ text: text.slice(start, end), matched: marks[start] === 1 });
    start = end;
  }
  return parts;
}
