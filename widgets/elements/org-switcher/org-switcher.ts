import { ContextConsumer } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import type { KontorError } from '../../../shared/client/kontor-error.ts';
import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import { KontorElement } from '../../base/kontor-element.ts';
import { type SessionControl, sessionContext } from '../../contexts/session-context.ts';
import { PartController } from '../../controllers/part-controller.ts';
import { TermsController } from '../../controllers/terms-controller.ts';
import { oneStop } from '../../parts/one-stop.ts';
import { host } from '../../styles/host.styles.ts';
import { notice } from '../../styles/notice.styles.ts';
import { tokens } from '../../styles/tokens.styles.ts';
import { currentOrganisation, currentSkeleton } from './current-organisation.ts';
import { chevronIcon } from './icons.ts';
import { organisationCount } from './organisation-count.ts';
import type { OrganisationMenu } from './organisation-menu.ts';
import { styles } from './org-switcher.styles.ts';
import { PanelKeys } from './panel-keys.ts';
import { startProblem, switchProblem } from './switch-problem.ts';
import { switcherPanel } from './switcher-panel.ts';
import english from './terms/en.ts';
import type { OrgSwitcherTerms } from './terms/terms.ts';

/** Where a switch leads, as far as it is known before it is made. */
type Target = Pick<OrganisationRow, 'id' | 'name' | 'logo'>;

/**
 * Shows the organisation the person stands in and switches to another one: searched, pinned or recently
 * used. Needs the feature `organisations:list`; without it, or with a single organisation, it shows the
 * current one and opens nothing.
 *
 * @summary Current organisation, and the way to another one.
 * @slot trigger - Takes the place of the button's content.
 * @slot footer - Below the list, for links such as "Create an organisation".
 * @fires kontor-organisation-switch - Cancelable: an organisation was chosen; detail `{organisation, name}`. Inside a session the session sends it and switches; with a client of the page's own the switch is left to the page.
 * @fires kontor-organisation-pin - Cancelable: an organisation is about to be pinned or unpinned; detail `{organisation, name, pinned}`.
 * @fires kontor-organisation-pinned - Fact: the server has kept it; detail `{organisation, pinned}`.
 * @csspart trigger - The button, or the box in its place where there is nothing to choose.
 * @csspart panel - What the button opens.
 * @csspart search - The search field.
 * @csspart back - The entry that leads back to the previous organisation.
 * @csspart list - The scrolling list.
 * @csspart heading - A heading in the list.
 * @csspart option - One organisation.
 * @csspart mark - Initials on a colour.
 * @csspart logo - A logo in the place of the initials.
 * @csspart foot - The line with the count.
 * @csspart pin - The button that pins the active organisation.
 * @csspart error - A failure.
 * @csspart retry - The button that tries again.
 * @cssprop [--kontor-org-switcher-width=18rem] - Greatest width of the button.
 * @cssprop [--kontor-org-switcher-height=3rem] - Height of the button.
 * @cssprop [--kontor-org-switcher-panel-width=26rem] - Greatest width of the panel.
 * @cssprop [--kontor-org-switcher-list-height=28rem] - Greatest height of the list.
 */
export class KontorOrgSwitcher extends KontorElement {
  static override styles = [tokens, host, notice, styles];

  @state() private opened = false;
  @state() private search = '';
  @state() private dismissed: KontorError | undefined;
  @state() private announcement = '';

  #terms = new TermsController(this, 'org-switcher', english);
  #session = new ContextConsumer(this, { context: sessionContext, subscribe: true });
  #part = new PartController(this, () => import('./organisation-menu.ts'));
  #menu: OrganisationMenu | undefined;
  #total = organisationCount(this, () => this.activeClient, this.#part.prepare);
  #chosen: Target | undefined;
  #before: KontorClient | undefined;
  #chooseWhenReady = false;
  #refocus = false;
  #begun = '';
  #keys = new PanelKeys();
  #find = (selector: string): HTMLElement | null => this.renderRoot.querySelector(selector);

  /** Opens the list and puts the focus into it. @param search to begin with, as if it had been typed there */
  show(search = ''): void {
    const panel = this.isConnected && !this.opened && this.#find('.panel');
    if (!panel) return;
    this.#begun = search;
    panel.showPopover();
  }

  /** Closes the list. */
  hide(): void {
    if (this.opened) this.#find('.panel')?.hidePopover();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.opened = false;
  }

  protected override willUpdate(): void {
    const { activeClient: client } = this;
    this.#menu ??= this.#part.part && this.#menuOf(this.#part.part);
    // A removed popover is closed without an event.
    if (!client) this.opened = false;
    const before = this.#before?.session;
    this.#before = client ?? this.#before;
    if (!client || !before || before.organisation.id === client.session.organisation.id) return;
    this.announcement = oneStop(this.#terms.terms?.switched(client.session.organisation.name) ?? '');
    this.#chosen = undefined;
  }

  protected override updated(): void {
    this.#keys.catchUp(this.#menu?.list);
    if (this.#chooseWhenReady && this.#menu?.list.status === 'ready') this.#chooseActive();
    // Lost where what had it went away: a button to clear or to try again, the field of a short list.
    const lost = this.opened && document.activeElement === document.body;
    const field = (this.#refocus || lost) && this.#find('.panel:popover-open [autofocus]');
    if (!field) return;
    this.#refocus = false;
    field.focus();
  }

  protected override render() {
    const { terms } = this.#terms;
    const client = this.activeClient;
    const session = this.#session.value;
    if (!terms) return currentSkeleton();
    if (!client) {
      return session?.status === 'failed' && session.error ? startProblem(session.error, terms, () => session.retry()) : currentSkeleton();
    }
    const error = this.#control?.error;
    return html`
      ${this.#renderTrigger(client, terms)}
      ${error && error !== this.dismissed
        ? switchProblem(error, terms, () => this.#control?.retry(), () => (this.dismissed = error))
        : nothing}
      <div class="visually-hidden" role="status">${this.announcement}</div>
      <div id="panel" class="panel" part="panel" popover role="dialog" aria-label=${terms.panel}
        @beforetoggle=${this.#onBeforeToggle} @toggle=${() => this.#menu?.list.reveal()} @keydown=${this.#onKeydown}>
        ${this.opened ? this.#renderPanel(terms) : nothing}
      </div>
    `;
  }

  /** The session that provides the client in use; a client of the page's own has none. */
  get #control(): SessionControl | undefined {
    const control = this.#session.value;
    return control?.client === this.activeClient ? control : undefined;
  }

  get #count(): number | undefined {
    const answer = this.#menu?.list.answer;
    return answer && !answer.search ? answer.count : this.#total.value;
  }

  /** With nothing to choose and nothing in the footer there is no list to open. */
  get #hasMenu(): boolean {
    if (!this.activeClient?.can('organisations:list')) return false;
    return this.#count !== 1 || this.querySelector(':scope > [slot="footer"]') !== null;
  }

  #renderTrigger(client: KontorClient, terms: OrgSwitcherTerms): TemplateResult {
    const here = client.session.organisation;
    const control = this.#control;
    const busy = control?.status === 'switching';
    const shown = (busy && this.#chosen?.id === control.target && this.#chosen) || here;
    const note = busy ? terms.switching : terms.roles[here.role];
    const content = html`<slot name="trigger">${currentOrganisation({ ...shown, logo: shown.logo && client.resolve(shown.logo) }, note)}</slot>`;
    if (!this.#hasMenu) return html`<div class="trigger" part="trigger">${content}</div>`;
    return html`<button type="button" class="trigger" part="trigger" popovertarget="panel" aria-haspopup="dialog"
      aria-expanded=${this.opened} aria-busy=${busy}
      @keydown=${this.#onTriggerKeydown} @pointerenter=${this.#part.prepare} @focus=${this.#part.prepare}>
      <span class="visually-hidden">${terms.panel}:</span>${content}${busy ? html`<span class="spinner"></span>` : chevronIcon}
    </button>`;
  }

  #renderPanel(terms: OrgSwitcherTerms): TemplateResult {
    return switcherPanel({
      terms,
      locale: this.#terms.locale,
      part: this.#part,
      menu: this.#menu,
      previous: this.#control?.previous,
      search: this.search,
      expected: this.#count,
      onSearch: (text) => (this.search = text),
      onChoose: (target) => this.#switchTo(target),
    });
  }

  #menuOf(part: { readonly OrganisationMenu: typeof OrganisationMenu }): OrganisationMenu {
    return new part.OrganisationMenu(this, {
      args: () => (this.opened && this.activeClient ? [this.activeClient, this.search] : undefined),
      choose: (row) => this.#switchTo(row),
      clear: () => (this.search = ''),
      tell: (name, detail, cancelable) => this.emit(name, detail, cancelable),
    });
  }

  #onBeforeToggle(event: ToggleEvent): void {
    this.opened = event.newState === 'open';
    [this.search, this.#begun] = [this.#begun, ''];
    this.#keys = new PanelKeys();
    this.#chooseWhenReady = false;
    if (!this.opened) return;
    void this.#part.want();
    this.#menu?.forgetPins();
    this.#refocus = true;
    // The content must stand before the popover is shown, or the browser has nothing to focus.
    this.performUpdate();
  }

  #onTriggerKeydown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    this.show();
  }

  #onKeydown(event: KeyboardEvent): void {
    this.#keys.act(event, {
      list: this.#menu?.list,
      escape: () => (this.search === '' ? this.#close() : (this.search = '')),
      choose: () => this.#chooseActive(),
      pin: () => this.#menu?.pinActive(),
    });
  }

  #close(): void {
    this.hide();
    this.#find('button.trigger')?.focus();
  }

  /** Chooses the active row, or the first one of a list or search that is still under way. */
  #chooseActive(): void {
    const { activeRow: row, status, error } = this.#menu?.list ?? { status: 'loading' as const };
    this.#chooseWhenReady = status === 'loading' || (status === 'stale' && !error);
    if (row && !this.#chooseWhenReady) this.#switchTo(row);
  }

  #switchTo({ id, name, logo }: Target): void {
    this.#close();
    if (id === this.activeClient?.session.organisation.id) return;
    this.#chosen = { id, name, logo };
    if (this.#control) void this.#control.switchTo(id, name);
    else this.emit('kontor-organisation-switch', { organisation: id, name }, true);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kontor-org-switcher': KontorOrgSwitcher;
  }
}
