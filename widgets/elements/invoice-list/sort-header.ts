import { html, type TemplateResult } from 'lit';
import type { Sort } from './next-sort.ts';

const arrow = html`<svg class="arrow" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 3v10M4 9l4 4 4-4" /></svg>`;

/** The head of a table: every column a button that sorts by it. Clicks are heard by the head as a whole. */
export function sortHeader<Key extends string>(
  keys: readonly Key[],
  labels: Readonly<Record<Key, string>>,
  sort: Sort<Key>,
): TemplateResult[] {
  return keys.map((key) => {
    const direction = sort.descending ? 'descending' : 'ascending';
    return html`<div role="columnheader" class=${key} aria-sort=${key === sort.key ? direction : 'none'}>
      <button type="button" part="sort" data-sort=${key}>
        <span>${labels[key]}</span>${arrow}
      </button>
    </div>`;
  });
}

/** The same choice where there is no room for a head. */
export function sortSelect<Key extends string>(
  keys: readonly Key[],
  labels: Readonly<Record<Key, string>>,
  sort: Sort<Key>,
  terms: { sortBy: string; ascending: string; descending: string },
  choose: (sort: Sort<Key>) => void,
): TemplateResult {
  const turned = (): void => choose({ key: sort.key, descending: !sort.descending });
  const chosen = (event: Event): void => {
    choose({ key: (event.target as HTMLSelectElement).value as Key, descending: sort.descending });
  };
  return html`<div class="sort-select">
    <select aria-label=${terms.sortBy} @change=${chosen}>
      ${keys.map((key) => html`<option value=${key} ?selected=${key === sort.key}>${labels[key]}</option>`)}
    </select>
    <button
      type="button"
      class="icon ${sort.descending ? 'descending' : 'ascending'}"
      aria-label=${sort.descending ? terms.descending : terms.ascending}
      @click=${turned}
    >
      ${arrow}
    </button>
  </div>`;
}
