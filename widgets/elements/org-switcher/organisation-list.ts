import type { LitElement, ReactiveController } from 'lit';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { OrganisationRow, OrganisationWindow } from '../../../shared/contract/organisation.ts';
import { organisationSearch, type OrganisationSearch } from '../../../shared/domain/organisation-search.ts';
import { RowsController } from '../../controllers/rows-controller.ts';
import { WindowController } from '../../controllers/window-controller.ts';
import { movedBy } from './list-keys.ts';
import { type ListSection, listSections, listUnits, rowPlace, type SectionView, sectionsInView, UNITS_PER_ROW } from './list-places.ts';
import { TypeAhead } from './type-ahead.ts';

/** What the list is asked by: undefined while it is closed. */
export type ListArgs = readonly [client: KontorClient, search: string];

/** Counts of the whole list, and the search they answer. */
interface Answer {
  readonly count: number;
  readonly pinned: number;
  readonly recent: number;
  readonly search: OrganisationSearch | undefined;
}

/** Height of a unit; the style sheet has the same. */
const UNIT_REM = 1.75;
/** Rows drawn before the list's height is known. */
const ROWS_EXPECTED = 8;

/**
 * The list of organisations behind the panel: rows as far as they are looked at, which part of them is
 * drawn, and which one is active. Works on the elements `.list`, `.sizer` and `.block` of its host.
 */
export class OrganisationList implements ReactiveController {
  /** Index of the row that Enter chooses. */
  active = 0;

  #host: LitElement;
  #args: () => ListArgs | undefined;
  #window: WindowController<ListArgs, OrganisationRow, Answer>;
  #rows: RowsController;
  #typeAhead = new TypeAhead();
  #answer: Answer | undefined;
  #sections: readonly ListSection[] = [];
  #raised = false;
  #moved: 'to-top' | 'to-active' | undefined;

  constructor(host: LitElement, args: () => ListArgs | undefined) {
    this.#host = host;
    this.#args = args;
    this.#window = new WindowController<ListArgs, OrganisationRow, Answer>(host, {
      args,
      load: async ([client, text], window, { signal, early }) => {
        const search = organisationSearch(text);
        const answer = ({ rows, summary }: OrganisationWindow) => ({ rows, summary: summary && { ...summary, search } });
        const query = { ...window, ...(search && { search: text }) };
        return answer(await client.organisations(query, { signal, early: (value, at) => early(answer(value), at) }));
      },
      count: ({ count }) => count,
    });
    this.#rows = new RowsController(host, UNIT_REM * 16, ROWS_EXPECTED * UNITS_PER_ROW * UNIT_REM * 16);
    host.addController(this);
  }

  get status(): WindowController<ListArgs, OrganisationRow, Answer>['status'] {
    return this.#window.status;
  }

  get error(): WindowController<ListArgs, OrganisationRow, Answer>['error'] {
    return this.#window.error;
  }

  get answer(): Answer | undefined {
    return this.#window.summary;
  }

  get activeRow(): OrganisationRow | undefined {
    return this.#window.row(this.active);
  }

  /** Id of the active option; undefined where there is none. */
  get activeId(): string | undefined {
    return this.#window.count > 0 ? `option-${this.active}` : undefined;
  }

  row(index: number): OrganisationRow | undefined {
    return this.#window.row(index);
  }

  reload(): void {
    this.#window.reload();
  }

  /** What to draw now. */
  views(): SectionView[] {
    const { views, raised } = sectionsInView(this.#sections, this.#rows.first, this.#rows.end);
    this.#raised = raised;
    return views;
  }

  /** Moves the active row; false where the key does not. */
  move(key: string): boolean {
    const scroller = this.#element('.list');
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / (UNITS_PER_ROW * this.#rows.rowHeight)) - 1);
    return this.#activate(movedBy(key, this.active, this.#window.count, page));
  }

  /** Moves to the next name that begins with the letters typed; for a list short enough to be here whole. */
  typeAhead(letter: string, time: number): boolean {
    const names = Array.from({ length: this.#window.count }, (_, index) => this.row(index)?.name ?? '');
    return this.#activate(this.#typeAhead.find(letter, names, this.active, time));
  }

  /** Scrolls to the active row, as when the panel has just been shown. */
  reveal(): void {
    this.#moved = 'to-active';
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const answer = this.#window.summary;
    if (answer === this.#answer) return;
    this.#answer = answer;
    this.#sections = answer ? listSections(answer, answer.search === undefined) : [];
    this.#rows.count = listUnits(this.#sections);
    this.active = answer?.search ? 0 : this.#placeOfCurrent();
    this.#moved = 'to-top';
  }

  hostUpdated(): void {
    const scroller = this.#element('.list');
    const block = this.#element('.block');
    if (scroller) this.#rows.rowHeight = UNIT_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    block?.classList.toggle('raised', this.#raised);
    this.#rows.attach(scroller, this.#element('.sizer'), block);
    if (this.#moved === 'to-top') this.#rows.toTop();
    if (this.#moved) {
      this.#moved = undefined;
      const { top, end } = rowPlace(this.#sections, this.active);
      for (let unit = end - 1; unit >= top; unit--) this.#rows.reveal(unit);
    }
    const { views } = sectionsInView(this.#sections, this.#rows.first, this.#rows.end);
    const [first, last] = [views[0], views.at(-1)];
    if (first && last) this.#window.look(first.first, last.end - 1);
  }

  #activate(index: number | undefined): boolean {
    if (index === undefined) return false;
    this.active = index;
    this.reveal();
    return true;
  }

  #placeOfCurrent(): number {
    const current = this.#args()?.[0].session.organisation.id;
    for (let index = 0; ; index++) {
      const row = this.row(index);
      if (!row || row.id === current) return row ? index : 0;
    }
  }

  #element(selector: string): HTMLElement | undefined {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
  }
}
