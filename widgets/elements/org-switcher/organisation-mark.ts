import { html, nothing, type TemplateResult } from 'lit';

/** Colours a mark can have; the style sheet holds them with a text colour each. */
const COLOURS = 9;

/** What a mark is made of. */
export interface MarkSubject {
  readonly id: string;
  readonly name: string;
  /** Address to load the logo from, or null. */
  readonly logo: string | null;
}

/** One of nine, always the same for the same id. */
export function markColour(id: string): number {
  let sum = 0;
  for (let place = 0; place < id.length; place++) sum = (sum * 31 + id.charCodeAt(place)) % 1_000_003;
  return sum % COLOURS;
}

/** First letters of the first two words: `MS` of `Müller & Söhne AG`. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’']*/gu) ?? [];
  const letters = words.slice(0, 2).map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0));
  return letters.join('').toLocaleUpperCase() || '?';
}

/**
 * The logo, or coloured initials where there is none or it does not arrive. Says nothing to a screen
 * reader: the name always stands beside it.
 */
export function organisationMark({ id, name, logo }: MarkSubject): TemplateResult {
  return html`<span class=${`mark mark-${markColour(id)}`} part="mark" aria-hidden="true">${initials(name)}${logo === null
    ? nothing
    : html`<img part="logo" src=${logo} alt="" @load=${settle} @error=${settle} />`}</span>`;
}

/** Uncovers the initials under a logo that failed. An image is used again for another row, hence both ways. */
function settle({ target, type }: Event): void {
  (target as HTMLImageElement).hidden = type === 'error';
}
