import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { connectGateway, type GatewayClient } from '../../../shared/client/gateway/gateway-client.ts';
import type { FetchToken } from '../../../shared/client/gateway/widget-token-source.ts';
import type { KontorClient } from '../../../shared/client/kontor-client.ts';
import { codedError } from '../../../shared/client/kontor-error.ts';
import { clientContext } from '../../contexts/client-context.ts';
import { localeContext } from '../../contexts/locale-context.ts';
import { type SessionControl, sessionContext } from '../../contexts/session-context.ts';
import { warmFormats } from '../../parts/warm-formats.ts';

type State = Pick<SessionControl, 'status' | 'target' | 'previous' | 'moved' | 'error'>;

/** Facts after which balance and invoices are others. */
const MONEY_MOVED = ['kontor-order-placed', 'kontor-top-up-made'];

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

  /** BCP 47 tag for all elements inside; undefined follows the `lang` of the page. */
  @property() locale: string | undefined;

  /** `light` or `dark`; undefined follows the page's own `color-scheme`. */
  @property({ reflect: true }) theme: 'light' | 'dark' | undefined;

  /**
   * Asks the page's own backend for a widget session and resolves with the gateway's answer as it is.
   * Called again before a token ends and for every switch. Another function starts a new session, as
   * somebody else may be signed in.
   */
  @property({ attribute: false }) fetchToken: FetchToken | undefined;

  #client = new ContextProvider(this, { context: clientContext });
  #locale = new ContextProvider(this, { context: localeContext });
  #control = new ContextProvider(this, { context: sessionContext });
  #connection: GatewayClient | undefined;
  #opening: AbortController | undefined;
  #state: State = { status: 'starting', target: undefined, previous: undefined, moved: 0, error: undefined };
  #organisation: string | undefined;
  /** What the page has set and no update has followed yet. */
  #wish: string | undefined;

  constructor() {
    super();
    for (const name of MONEY_MOVED) this.addEventListener(name, () => this.#publish({ moved: this.#state.moved + 1 }));
  }

  /**
   * Organisation to begin in; undefined begins in the one the person used last. Setting it later
   * switches, without asking the page. Once the session stands, it reads as where.
   */
  @property()
  get organisation(): string | undefined {
    return this.#organisation;
  }

  set organisation(id: string | undefined) {
    this.#organisation = id;
    this.#wish = id;
  }

  /**
   * The client of the organisation that the session stands in, for calls of the page's own. Undefined until
   * `kontor-session-started`; every switch brings another one.
   */
  get client(): KontorClient | undefined {
    return this.#connection;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#publish({});
    // Back after a removal, which ended what it held. A move within the page ends nothing.
    if (this.hasUpdated) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A move within the page disconnects and connects in one task: only a real removal ends the session.
    queueMicrotask(() => this.isConnected || this.#close('starting'));
  }

  protected override firstUpdated(): void {
    (globalThis.requestIdleCallback ?? setTimeout)(warmFormats);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const wish = this.#wish;
    this.#wish = undefined;
    if (changed.has('locale')) this.#locale.setValue(this.locale);
    if (changed.has('gateway') || changed.has('fetchToken')) {
      this.#close('starting');
      this.#start();
    } else if (wish !== undefined) {
      this.#follow(wish);
    }
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  /** Ends the session at the gateway and takes the client away from all elements. */
  logout(): void {
    this.#close('ended');
  }

  #start(): void {
    if (this.#connection || this.#opening || this.#state.status === 'ended') return;
    this.#publish({ status: 'starting', target: undefined, error: undefined });
    void this.#open(this.organisation);
  }

  /** Goes where the page has set `organisation` to. */
  #follow(organisation: string): void {
    if (this.#connection) {
      void this.#switch(organisation);
    } else {
      this.#stop();
      this.#start();
    }
  }

  async #switchTo(organisation: string, name: string): Promise<boolean> {
    if (!this.#connection) return false;
    const moves = organisation !== this.#connection.session.organisation.id;
    if (moves && !this.#tell('kontor-organisation-switch', { organisation, name }, true)) return false;
    return this.#switch(organisation);
  }

  async #switch(organisation: string): Promise<boolean> {
    if (organisation === this.#connection?.session.organisation.id) {
      // Chosen again while another one was being switched to, or could not be.
      this.#stop();
      this.#organisation = organisation;
      this.#publish({ status: 'ready', target: undefined, error: undefined });
      return true;
    }
    this.#publish({ status: 'switching', target: organisation, error: undefined });
    return this.#open(organisation);
  }

  /** A newer call ends an older one: the last wish counts. @returns whether it came to stand there */
  async #open(organisation: string | undefined): Promise<boolean> {
    const { gateway, fetchToken } = this;
    if (!gateway || !fetchToken) return false;
    this.#stop();
    const opening = new AbortController();
    this.#opening = opening;
    try {
      const client = await connectGateway(gateway, fetchToken, organisation, { signal: opening.signal });
      if (!opening.signal.aborted) {
        this.#adopt(client);
        return true;
      }
      client.end();
    } catch (error) {
      if (!opening.signal.aborted) this.#fail(error, organisation);
    }
    return false;
  }

  #stop(): void {
    this.#opening?.abort();
    this.#opening = undefined;
  }

  #adopt(client: GatewayClient): void {
    const old = this.#connection;
    const before = old?.session.organisation;
    const { organisation, person } = client.session;
    this.#opening = undefined;
    this.#connection = client;
    this.#organisation = organisation.id;
    this.#client.setValue(client);
    this.#publish({ status: 'ready', target: undefined, previous: before && { id: before.id, name: before.name }, error: undefined });
    old?.end();
    if (before) this.#tell('kontor-organisation-switched', { organisation: organisation.id, previous: before.id });
    else this.#tell('kontor-session-started', { organisation: organisation.id, person: person.id });
  }

  #fail(cause: unknown, target: string | undefined): void {
    const error = codedError(cause);
    this.#opening = undefined;
    this.#organisation = this.#connection?.session.organisation.id ?? this.#organisation;
    this.#publish({ status: 'failed', target, error });
    this.#tell('kontor-session-failed', { code: error.code });
  }

  #retry(): void {
    const { status, target } = this.#state;
    if (status !== 'failed') return;
    if (this.#connection && target !== undefined) void this.#switch(target);
    else this.#start();
  }

  #close(status: 'starting' | 'ended'): void {
    this.#stop();
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
      retry: () => this.#retry(),
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
