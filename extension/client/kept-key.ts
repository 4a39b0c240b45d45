/** Under which the person's whole list is kept, in one record that is read only when somebody searches. */
export const ORGANISATIONS_KEY = 'organisations';
/** Under which is kept how many they are. */
export const ORGANISATION_COUNT_KEY = 'organisation-count';

/** Rows of a list from this place on are not kept. */
const KEPT_ROWS = 200;
/** What a kept list may have been asked by; a search or filter is asked anew each time. */
const PLAIN: ReadonlySet<string> = new Set(['all', 'sort', 'descending', 'offset', 'limit', 'summary']);

/** Under which an answer for an organisation is kept: `<organisation>/<resource>`. */
export function keptKey(organisation: string, resource: string): string {
  return `${organisation}/${resource}`;
}

/** The same for a part of a list; undefined where that part is not kept. */
export function keptWindowKey(organisation: string, resource: string, query: Readonly<Record<string, unknown>>): string | undefined {
  const asked = Object.entries(query).filter(([, value]) => value !== undefined);
  const plain = asked.every(([name]) => PLAIN.has(name)) && Number(query['offset'] ?? 0) < KEPT_ROWS;
  return plain ? keptKey(organisation, `${resource}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]).toSorted())}`) : undefined;
}
