import type { OrganisationQuery, OrganisationRow, OrganisationWindow } from '../../contract/organisation.ts';
import { foldText } from '../../domain/fold-text.ts';
import { matchRank, type OrganisationSearch, organisationSearch } from '../../domain/organisation-search.ts';
import { KontorError } from '../kontor-error.ts';

export interface MemoryOrganisationsOptions {
  /** In any order; recently used ones among themselves by last use. */
  readonly rows: readonly OrganisationRow[];
}

const GROUPS = ['pinned', 'recent', 'other'] as const;
/** Beyond the ranks that `matchRank` gives, 0 to 4. */
const NO_MATCH = 5;

/** What a search found: places in list order, and the same places for the next, longer search. */
interface Found {
  readonly search: OrganisationSearch;
  readonly order: Uint32Array;
  readonly candidates: Uint32Array;
}

/** A person's organisations in memory, with the gateway's rules of search and order. */
export class MemoryOrganisations {
  #rows: readonly OrganisationRow[];
  #folded: string[] | undefined;
  /** Places by group, folded name and id: the order among equal matches. */
  #byGroup: Uint32Array | undefined;
  /** The same with recently used ones by last use: the order without a search. */
  #listed: Uint32Array | undefined;
  #found: Found | undefined;

  constructor({ rows }: MemoryOrganisationsOptions) {
    this.#rows = rows;
    // Folding and sorting thousands of names takes several frames: not while the page is first painted.
    setTimeout(() => this.#list());
  }

  organisations(query: OrganisationQuery = {}): OrganisationWindow {
    const search = organisationSearch(query.search ?? '');
    const order = search ? this.#search(search) : this.#list();
    const offset = query.offset ?? 0;
    const rows = Array.from(order.subarray(offset, offset + (query.limit ?? 50)), (place) => this.#row(place));
    return { rows, summary: query.summary === false ? null : this.#count(order) };
  }

  /** @throws {KontorError} KONTOR_NOT_FOUND */
  pin(organisation: string, pinned: boolean): void {
    const place = this.#rows.findIndex(({ id }) => id === organisation);
    if (place < 0) throw new KontorError('KONTOR_NOT_FOUND', 'No such organisation.');
    this.#rows = this.#rows.with(place, { ...this.#row(place), group: pinned ? 'pinned' : 'other' });
    this.#byGroup = undefined;
    this.#listed = undefined;
    this.#found = undefined;
  }

  #row(place: number): OrganisationRow {
    return this.#rows[place] as OrganisationRow;
  }

  #count(order: Uint32Array): NonNullable<OrganisationWindow['summary']> {
    const counts = { count: order.length, pinned: 0, recent: 0 };
    for (const place of order) {
      const { group } = this.#row(place);
      if (group !== 'other') counts[group] += 1;
    }
    return counts;
  }

  /** Ranks in list order and counts, so that each rank is in order without sorting. */
  #search(search: OrganisationSearch): Uint32Array {
    const before = this.#found;
    if (before?.search.phrase === search.phrase) return before.order;
    const names = this.#names();
    const places = before && narrows(search, before.search) ? before.candidates : this.#grouped();
    const starts = new Uint32Array(NO_MATCH + 2);
    const ranks = Uint8Array.from(places, (place) => {
      const rank = matchRank(names[place] as string, this.#row(place).id, search) ?? NO_MATCH;
      starts[rank + 1]! += 1;
      return rank;
    });
    for (let rank = 1; rank <= NO_MATCH; rank++) starts[rank]! += starts[rank - 1]!;
    const order = new Uint32Array(starts[NO_MATCH]!);
    for (const [index, rank] of ranks.entries()) if (rank !== NO_MATCH) order[starts[rank]!++] = places[index]!;
    this.#found = { search, order, candidates: places.filter((_, index) => ranks[index] !== NO_MATCH) };
    return order;
  }

  #names(): string[] {
    return (this.#folded ??= this.#rows.map(({ name }) => foldText(name)));
  }

  #grouped(): Uint32Array {
    if (this.#byGroup) return this.#byGroup;
    const names = this.#names();
    const groups = Uint8Array.from(this.#rows, ({ group }) => GROUPS.indexOf(group));
    const byName = (a: number, b: number): number =>
      (groups[a] as number) - (groups[b] as number) ||
      compare(names[a] as string, names[b] as string) ||
      compare(this.#row(a).id, this.#row(b).id);
    return (this.#byGroup = Uint32Array.from(this.#rows.keys()).sort(byName));
  }

  #list(): Uint32Array {
    if (this.#listed) return this.#listed;
    const listed = this.#grouped().slice();
    const { pinned, recent } = this.#count(listed);
    listed.subarray(pinned, pinned + recent).sort();
    return (this.#listed = listed);
  }
}

/** Whether everything that the longer search finds was found by the shorter one. */
function narrows(longer: OrganisationSearch, shorter: OrganisationSearch): boolean {
  return longer.phrase.startsWith(shorter.phrase) && (longer.idDigits === '' || shorter.idDigits !== '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
