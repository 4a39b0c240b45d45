import { html, nothing, type TemplateResult } from 'lit';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import type { OrganisationSearch } from '../../../shared/domain/organisation-search.ts';
import { problemNotice } from '../../parts/problem-notice.ts';
import { problemText } from '../../parts/problem-text.ts';
import { middleCut } from './current-organisation.ts';
import { backIcon, closeIcon, pinIcon, searchIcon } from './icons.ts';
import type { OrganisationList } from './organisation-list.ts';
import { organisationOptions } from './organisation-options.ts';
import type { Pins } from './pins.ts';
import type { OrgSwitcherTerms } from './terms/terms.ts';

/** What the open panel shows and what can be done in it. */
export interface PanelView {
  readonly terms: OrgSwitcherTerms;
  readonly locale: string;
  readonly list: OrganisationList;
  readonly pins: Pins;
  /** Id of the current organisation. */
  readonly current: string;
  readonly previous: { readonly id: string; readonly name: string } | undefined;
  readonly search: string;
  /** How many organisations there are, as far as it is known. */
  readonly expected: number | undefined;
  /** Whether there are enough organisations for a search field. */
  readonly searchable: boolean;
  logo(row: Pick<OrganisationRow, 'logo'>): string | null;
  onSearch(text: string): void;
  onClear(): void;
  onChoose(target: { id: string; name: string; logo: string | null }): void;
  onPin(row: OrganisationRow): void;
}

/** Rows of the skeleton; as many as the list shows at most. */
const SKELETON_ROWS = 8;

export function switcherPanel(view: PanelView): TemplateResult {
  const { terms, previous, searchable } = view;
  return html`
    ${searchable ? searchField(view) : nothing}
    ${previous
      ? html`<button type="button" class="entry" part="back" @click=${() => view.onChoose({ ...previous, logo: null })}>
          ${backIcon}${middleCut(terms.back(previous.name))}
        </button>`
      : nothing}
    <div class=${searchable ? 'area tall' : 'area'}>${area(view)}</div>
    ${foot(view)}
    <slot name="footer"></slot>
  `;
}

function searchField({ terms, list, search, onSearch, onClear }: PanelView): TemplateResult {
  const filled = (list.answer?.count ?? 0) > 0;
  return html`<div class="search">
    ${searchIcon}
    <input type="text" part="search" inputmode="search" enterkeyhint="go" maxlength="200" autofocus autocomplete="off" autocapitalize="off"
      spellcheck="false" placeholder=${terms.search} aria-label=${terms.search} aria-keyshortcuts="Alt+P"
      role="combobox" aria-autocomplete="list" aria-expanded=${filled} aria-controls=${filled ? 'list' : nothing} aria-activedescendant=${activeId(list)}
      .value=${search} @input=${(event: InputEvent) => onSearch((event.target as HTMLInputElement).value)} />
    ${search === ''
      ? nothing
      : html`<button type="button" class="plain square" aria-label=${terms.clear} title=${terms.clear} @click=${onClear}>${closeIcon}</button>`}
  </div>`;
}

/** The list, or what stands in its place at the same size. */
function area(view: PanelView): TemplateResult {
  const { terms, list, search } = view;
  const { answer, error, status } = list;
  if (status === 'error' && error) return problemNotice(error, terms.problem, () => list.reload());
  if (!answer) return skeleton(view);
  if (answer.count > 0) return listBox(view, answer);
  return html`<div class="notice">
    <p>${terms.noMatch(search.trim())}</p>
    <button type="button" class="secondary" @click=${view.onClear}>${terms.clear}</button>
  </div>`;
}

function listBox(view: PanelView, { count, search }: { count: number; search: OrganisationSearch | undefined }): TemplateResult {
  const { terms, locale, list, pins, searchable, current } = view;
  const options = organisationOptions(list.views(), {
    terms,
    locale,
    current,
    count,
    search,
    numbers: new Intl.NumberFormat(locale),
    active: list.active,
    row: (index) => list.row(index),
    pinned: (row) => pins.has(row),
    logo: view.logo,
  });
  return html`<div id="list" class="list" part="list" role="listbox" aria-label=${terms.list} tabindex=${searchable ? -1 : 0}
    ?autofocus=${!searchable} aria-activedescendant=${searchable ? nothing : activeId(list)}
    @mousedown=${keepFocus} @click=${(event: Event) => click(event, view)}>
    <div class="sizer" role="presentation"><div class="block" role="presentation">${options}</div></div>
  </div>`;
}

function skeleton({ terms, expected = SKELETON_ROWS }: PanelView): TemplateResult {
  const row = html`<div class="row"><span class="mark bone"></span><span class="main"><span class="bone"></span><span class="bone short"></span></span></div>`;
  return html`<div class="list" aria-busy="true" aria-label=${terms.loading} role="status">
    <div class="block">${Array.from({ length: Math.min(expected, SKELETON_ROWS) }, () => row)}</div>
  </div>`;
}

/** Count, or what failed; and the pin of the active row, for hands that use neither pointer nor Alt. */
function foot({ terms, locale, list, pins, onPin }: PanelView): TemplateResult {
  const { answer, activeRow: row } = list;
  const shown = new Intl.NumberFormat(locale).format(answer?.count ?? 0);
  const pinned = row !== undefined && pins.has(row);
  return html`
    ${pins.failed ? html`<p class="problem" role="alert">${terms.pinFailed(pins.failed.name)}</p>` : nothing}
    ${answer && list.error
      ? html`<p class="problem" part="error" role="alert">
          ${problemText(list.error, terms.problem)}
          <button type="button" class="plain" part="retry" @click=${() => list.reload()}>${terms.problem.retry}</button>
        </p>`
      : nothing}
    <div class="foot" part="foot">
      <span role="status">${answer ? (answer.search ? terms.matches : terms.count)(answer.count, shown) : nothing}</span>
      ${row
        ? html`<button type="button" class="plain" part="pin" aria-keyshortcuts="Alt+P" @click=${() => onPin(row)}>
            ${pinIcon}<span>${pinned ? terms.unpin : terms.pin}<span class="visually-hidden">: ${row.name}</span></span><kbd aria-hidden="true">Alt P</kbd>
          </button>`
        : nothing}
    </div>
  `;
}

const activeId = (list: OrganisationList): string | typeof nothing =>
  (list.answer?.count ?? 0) > 0 ? `option-${list.active}` : nothing;

/** The search field keeps the focus while rows are clicked. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

/** One listener for all rows. */
function click(event: Event, { list, onPin, onChoose }: PanelView): void {
  const target = event.target as Element;
  const place = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  const row = place === undefined ? undefined : list.row(Number(place));
  if (!row) return;
  if (target.closest('.pin')) onPin(row);
  else onChoose(row);
}
