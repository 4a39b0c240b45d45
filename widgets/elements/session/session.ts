import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { connectGateway, type GatewayClient } from '../../../shared/client/gateway/gateway-client.ts';
import type { FetchToken } from '../../../shared/client/gateway/widget-token-source.ts';
import { KontorError } from '../../../shared/client/kontor-error.ts';
import { clientContext } from '../../contexts/client-context.ts';
import { localeContext } from '../../contexts/locale-context.ts';
import { type SessionControl, sessionContext } from '../../contexts/session-context.ts';

type State = Pick<SessionControl, 'status' | 'target' | 'previous' | 'error'>;

/**
 * Signs the elements inside it in to a gateway and keeps them in one organisation. Shows nothing of its
 * own. Tokens come from the page's `fetchToken`, are held in memory only and renewed before they end.
 *
 * @summary Provider of client, organisation and language for the elements inside.
 * @slot - The page's content with Kontor's elements anywhere in it.
 * @fires kontor-session-started - Fact: the session stands; detail `{organisation, person}`.
 * @fires kontor-session-failed - Fact: start or switch failed; detail `{code}`.
 * @fires kontor-organisation-switch - Cancelable: an organisation is about to be switched to; detail `{organisation, name}`.
 * @fires kontor-organisation-switched - Fact: all elements follow the new organisation; detail `{organisation, previous}`.
 */
export class KontorSession extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([theme='light']) {
      color-scheme: light;
    }
    :host([theme='dark']) {
      color-scheme: dark;
    }
  `;

  /** Address of the gateway, such as `https://kontor.example`. A change starts a new session. */
  @property() gateway = '';

  /** Organisation to begin in; undefined begins in the one the person used last. Later changes switch. */
  @property() organisation: string | undefined;

  /** BCP 47 tag for all elements inside; undefined follows the `lang` of the page. */
  @property() locale: string | undefined;

  /** `light` or `dark`; undefined follows the page's own `color-scheme`. */
  @property({ reflect: true }) theme: 'light' | 'dark' | undefined;

  /**
   * Asks the page's own backend for a widget session and resolves with the gateway's answer as it is.
   * Called again before a token ends and for every switch.
   */
  @property({ attribute: false }) fetchToken: FetchToken | undefined;

  #client = new ContextProvider(this, { context: clientContext });
  #locale = new ContextProvider(this, { context: localeContext });
  #control = new ContextProvider(this, { context: sessionContext });
  #connection: GatewayClient | undefined;
  #opening: AbortController | undefined;
  #state: State = { status: 'starting', target: undefined, previous: undefined, error: undefined };

  override connectedCallback(): void {
    super.connectedCallback();
    this.#publish({});
    // Moved in the page: what it held was ended with the removal.
    if (this.hasUpdated) void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page disconnects and connects in one task: only a real removal ends the session.
    queueMicrotask(() => this.isConnected || this.#close('starting'));
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('locale')) this.#locale.setValue(this.locale);
    if (changed.has('gateway') || changed.has('fetchToken')) {
      this.#close('starting');
      void this.#start();
    } else if (changed.has('organisation') && this.organisation !== undefined && this.#connection) {
      if (this.organisation !== this.#connection.session.organisation.id) void this.#switch(this.organisation);
    }
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  /** Ends the session at the gateway and takes the client away from all elements. */
  logout(): void {
    this.#close('ended');
  }

  async #start(): Promise<void> {
    if (!this.gateway || !this.fetchToken || this.#connection || this.#state.status === 'ended') return;
    const client = await this.#open(this.organisation);
    if (!client) return;
    this.#adopt(client, { status: 'ready', previous: undefined });
    const { organisation, person } = client.session;
    this.#tell('kontor-session-started', { organisation: organisation.id, person: person.id });
  }

  async #switchTo(organisation: string, name: string): Promise<boolean> {
    const here = this.#connection?.session.organisation.id;
    if (organisation === here) return true;
    if (!this.#tell('kontor-organisation-switch', { organisation, name }, true)) return false;
    return this.#switch(organisation);
  }

  async #switch(organisation: string): Promise<boolean> {
    const old = this.#connection;
    this.#publish({ status: 'switching', target: organisation, error: undefined });
    const client = await this.#open(organisation);
    if (!client) return false;
    const before = old?.session.organisation;
    this.#adopt(client, { status: 'ready', previous: before && { id: before.id, name: before.name } });
    old?.end();
    this.#tell('kontor-organisation-switched', { organisation, previous: before?.id });
    return true;
  }

  /** A newer call ends an older one: the last wish counts. */
  async #open(organisation: string | undefined): Promise<GatewayClient | undefined> {
    this.#opening?.abort();
    const abort = new AbortController();
    this.#opening = abort;
    const fetchToken = this.fetchToken;
    try {
      if (!fetchToken) throw new KontorError('KONTOR_CLIENT_NOT_CONFIGURED', 'The session has no fetchToken.');
      const client = await connectGateway(this.gateway, fetchToken, organisation, { signal: abort.signal });
      if (!abort.signal.aborted) return client;
      client.end();
    } catch (error) {
      if (!abort.signal.aborted) this.#fail(error, organisation);
    }
    return undefined;
  }

  #adopt(client: GatewayClient, state: Pick<State, 'status' | 'previous'>): void {
    this.#connection = client;
    this.organisation = client.session.organisation.id;
    this.#client.setValue(client);
    this.#publish({ ...state, target: undefined, error: undefined });
  }

  #fail(cause: unknown, target: string | undefined): void {
    const error = cause instanceof KontorError ? cause : new KontorError('KONTOR_INTERNAL', String(cause));
    this.#publish({ status: 'failed', target, error });
    this.#tell('kontor-session-failed', { code: error.code });
  }

  #close(status: 'starting' | 'ended'): void {
    this.#opening?.abort();
    this.#connection?.end();
    this.#connection = undefined;
    this.#client.setValue(undefined);
    this.#publish({ status, target: undefined, previous: undefined, error: undefined });
  }

  #publish(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    this.#control.setValue({
      ...this.#state,
      client: this.#connection,
      switchTo: (organisation, name) => this.#switchTo(organisation, name),
      retry: () => void (this.#connection && this.#state.target ? this.#switch(this.#state.target) : this.#start()),
    });
  }

  #tell(name: `kontor-${string}`, detail: unknown, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kontor-session': KontorSession;
  }
}
