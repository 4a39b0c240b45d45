import { adoptStyles, html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import { oneStop } from '../../parts/one-stop.ts';
import { problemText } from '../../parts/problem-text.ts';
import { pinIcon } from './menu-icons.ts';
import { type ListArgs, OrganisationList } from './organisation-list.ts';
import { menuStyles } from './organisation-menu.styles.ts';
import { organisationOptions } from './organisation-options.ts';
import { Pins } from './pins.ts';
import type { OrgSwitcherTerms } from './terms/terms.ts';

/** What the menu needs of the switcher around it. */
export interface MenuOwner {
  /** What the list is asked by; undefined while it is closed. */
  args(): ListArgs | undefined;
  choose(row: OrganisationRow): void;
  /** Ends the search. */
  clear(): void;
  /** Sends an event; false where the page cancelled it. */
  tell(name: `kontor-${string}`, detail: unknown, cancelable?: boolean): boolean;
}

/** How the menu is to be shown. */
export interface MenuLook {
  readonly terms: OrgSwitcherTerms;
  readonly locale: string;
  /** Whether a search field has the focus; else the list itself takes it. */
  readonly searchable: boolean;
}

/**
 * The organisations to choose from, and their pins: all that a closed switcher does without. This module
 * and what only it imports is a file of its own, fetched when a switcher is about to be opened. It draws
 * into the panel of the switcher and brings its style sheet along.
 */
export class OrganisationMenu {
  readonly list: OrganisationList;

  #owner: MenuOwner;
  #pins: Pins;

  constructor(host: LitElement, owner: MenuOwner) {
    this.#owner = owner;
    this.#pins = new Pins(host);
    this.list = new OrganisationList(host, () => owner.args());
    const { elementStyles } = host.constructor as typeof LitElement;
    adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, menuStyles]);
  }

  /** Rows fetched from now on know the pins set before. */
  forgetPins(): void {
    this.#pins.forget();
  }

  /** Pins or unpins the active row. */
  pinActive(): void {
    if (this.list.activeRow) void this.#pin(this.list.activeRow);
  }

  /** The list, or what is said where nothing matches; undefined until there is an answer. */
  rows({ terms, locale, searchable }: MenuLook, search: string): TemplateResult | undefined {
    const { answer, activeId } = this.list;
    const client = this.#owner.args()?.[0];
    if (!answer || !client) return undefined;
    if (answer.count === 0) return this.#nothingFound(terms, search);
    const options = organisationOptions(this.list.views(), {
      terms,
      locale,
      current: client.session.organisation.id,
      count: answer.count,
      search: answer.search,
      numbers: new Intl.NumberFormat(locale),
      active: this.list.active,
      row: (index) => this.list.row(index),
      pinned: (row) => this.#pins.has(row),
      logo: ({ logo }) => logo && client.resolve(logo),
    });
    return html`<div id="list" class="list" part="list" role="listbox" aria-label=${terms.list} tabindex=${searchable ? -1 : 0}
      ?autofocus=${!searchable} aria-activedescendant=${searchable ? nothing : (activeId ?? nothing)}
      @mousedown=${keepFocus} @click=${this.#onClick}>
      <div class="sizer" role="presentation"><div class="block" role="presentation">${options}</div></div>
    </div>`;
  }

  /** Count, or what failed; and the pin of the active row, for hands that use neither pointer nor Alt. */
  foot({ terms, locale }: MenuLook): TemplateResult {
    const { answer, activeRow: row, error } = this.list;
    const shown = new Intl.NumberFormat(locale).format(answer?.count ?? 0);
    const { failed } = this.#pins;
    return html`
      ${failed ? html`<p class="problem" role="alert">${oneStop(terms.pinFailed(failed.name))}</p>` : nothing}
      ${answer && error
        ? html`<p class="problem" part="error" role="alert">
            ${problemText(error, terms.problem)}
            <button type="button" class="plain" part="retry" @click=${() => this.list.reload()}>${terms.problem.retry}</button>
          </p>`
        : nothing}
      <div class="foot" part="foot">
        <span role="status">${answer ? (answer.search ? terms.matches : terms.count)(answer.count, shown) : nothing}</span>
        ${row
          ? html`<button type="button" class="plain" part="pin" aria-keyshortcuts="Alt+P" @click=${() => this.#pin(row)}>
              ${pinIcon}<span>${this.#pins.has(row) ? terms.unpin : terms.pin}<span class="visually-hidden">: ${row.name}</span></span><kbd aria-hidden="true">Alt P</kbd>
            </button>`
          : nothing}
      </div>
    `;
  }

  #nothingFound(terms: OrgSwitcherTerms, search: string): TemplateResult {
    return html`<div class="notice">
      <p>${terms.noMatch(search.trim())}</p>
      <button type="button" class="secondary" @click=${() => this.#owner.clear()}>${terms.clear}</button>
    </div>`;
  }

  /** One listener for all rows. */
  #onClick = (event: Event): void => {
    const target = event.target as Element;
    const place = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
    const row = place === undefined ? undefined : this.list.row(Number(place));
    if (!row) return;
    if (target.closest('.pin')) void this.#pin(row);
    else this.#owner.choose(row);
  };

  async #pin(row: OrganisationRow): Promise<void> {
    const client = this.#owner.args()?.[0];
    const pinned = !this.#pins.has(row);
    if (!client || !this.#owner.tell('kontor-organisation-pin', { organisation: row.id, name: row.name, pinned }, true)) return;
    const kept = await this.#pins.set(client, row, pinned);
    if (kept) this.#owner.tell('kontor-organisation-pinned', { organisation: row.id, pinned });
  }
}

/** The search field keeps the focus while rows are clicked. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
