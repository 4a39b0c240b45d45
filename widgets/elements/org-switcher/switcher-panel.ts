import { html, nothing, type TemplateResult } from 'lit';
import type { PartController } from '../../controllers/part-controller.ts';
import { problemNotice } from '../../parts/problem-notice.ts';
import { middleCut } from './current-organisation.ts';
import { backIcon, closeIcon, searchIcon } from './icons.ts';
import type { MenuLook, OrganisationMenu } from './organisation-menu.ts';

/** What the open panel shows and what can be done in it. */
export interface PanelView extends Omit<MenuLook, 'searchable'> {
  /** What `menu` is made of. */
  readonly part: PartController<unknown>;
  /** Undefined until the part has been fetched. */
  readonly menu: OrganisationMenu | undefined;
  readonly previous: { readonly id: string; readonly name: string } | undefined;
  readonly search: string;
  /** How many organisations there are, as far as it is known. */
  readonly expected: number | undefined;
  onSearch(text: string): void;
  onChoose(target: { id: string; name: string; logo: string | null }): void;
}

/** Fewer organisations than this are found faster by eye than by typing. */
const SEARCHABLE_FROM = 8;

/** Rows of the skeleton; as many as the list shows at most. */
const SKELETON_ROWS = 8;

/** The panel around its list. It takes what is typed before the list is here. */
export function switcherPanel(view: PanelView): TemplateResult {
  const { terms, previous, search, expected = SEARCHABLE_FROM, menu } = view;
  const searchable = search !== '' || expected >= SEARCHABLE_FROM;
  const look = { ...view, searchable };
  return html`
    ${searchable ? searchField(view) : nothing}
    ${previous
      ? html`<button type="button" class="entry" part="back" @click=${() => view.onChoose({ ...previous, logo: null })}>
          ${backIcon}${middleCut(terms.back(previous.name))}
        </button>`
      : nothing}
    <div class=${searchable ? 'area tall' : 'area'}>${area(view, look)}</div>
    ${menu ? menu.foot(look) : html`<div class="foot" part="foot"></div>`}
    <slot name="footer"></slot>
  `;
}

function searchField({ terms, menu, search, onSearch }: PanelView): TemplateResult {
  const activeId = menu?.list.activeId;
  return html`<div class="search">
    ${searchIcon}
    <input type="text" part="search" inputmode="search" enterkeyhint="go" maxlength="200" autofocus autocomplete="off" autocapitalize="off"
      spellcheck="false" placeholder=${terms.search} aria-label=${terms.search} aria-keyshortcuts="Alt+P"
      role="combobox" aria-autocomplete="list" aria-expanded=${activeId !== undefined} aria-controls=${activeId === undefined ? nothing : 'list'}
      aria-activedescendant=${activeId ?? nothing}
      .value=${search} @input=${(event: InputEvent) => onSearch((event.target as HTMLInputElement).value)} />
    ${search === ''
      ? nothing
      : html`<button type="button" class="plain square" aria-label=${terms.clear} title=${terms.clear} @click=${() => onSearch('')}>${closeIcon}</button>`}
  </div>`;
}

/** The list, or what stands in its place at the same size. */
function area(view: PanelView, look: PanelView & MenuLook): TemplateResult {
  const { terms, part, menu, search } = view;
  if (part.error) return problemNotice(part.error, terms.problem, part.want);
  const list = menu?.list;
  if (list?.status === 'error' && list.error) return problemNotice(list.error, terms.problem, () => list.reload());
  return menu?.rows(look, search) ?? skeleton(look);
}

/** Where there is no search field it has the focus, for what is typed before the list is here. */
function skeleton({ terms, expected = SKELETON_ROWS, searchable }: PanelView & MenuLook): TemplateResult {
  const row = html`<div class="row"><span class="mark bone"></span><span class="main"><span class="bone"></span><span class="bone short"></span></span></div>`;
  return html`<div class="list" aria-busy="true" aria-label=${terms.loading} role="status"
    tabindex=${searchable ? nothing : 0} ?autofocus=${!searchable}>
    <div class="block">${Array.from({ length: Math.min(expected, SKELETON_ROWS) }, () => row)}</div>
  </div>`;
}
