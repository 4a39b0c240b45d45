import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { codedError } from '../../shared/client/kontor-error.ts';
import type { CallOptions, KontorClient } from '../../shared/client/kontor-client.ts';
import type { OrganisationWindow } from '../../shared/contract/organisation.ts';
import type { Session } from '../../shared/contract/session.ts';
import type { SessionControl } from '../../widgets/contexts/session-context.ts';
import type { LineState } from '../client/kept-answers.ts';
import { KeptClient } from '../client/kept-client.ts';
import { ORGANISATION_COUNT_KEY } from '../client/kept-key.ts';
import type { Connection, SignInState } from '../session-store/records.ts';
import type { SessionStore } from '../session-store/session-store.ts';

/** What the popup needs of the extension around it. */
export interface PopupSurroundings {
  readonly store: SessionStore;
  /** Steps into an organisation; undefined: the one used last. */
  connect(connection: Connection, organisation: string | undefined, options: CallOptions): Promise<KontorClient>;
  signIn(gateway: string): void;
  cancelSignIn(): void;
  signOut(): void;
  /** The badge is to follow what the popup has read or changed. */
  refreshBadge(): void;
  openOptions(): void;
}

type SwitchState = Pick<SessionControl, 'status' | 'target' | 'error'>;

const QUIET: LineState = { error: undefined, keptAt: undefined };
const STANDS: SwitchState = { status: 'ready', target: undefined, error: undefined };

/**
 * Who is signed in and where, as the store says it: known before anything is asked, followed when the
 * background or another page changes it, and brought to another organisation.
 */
export class PopupSession implements ReactiveController {
  /** Undefined until the store was read. */
  signIn: SignInState | undefined;
  connection: Connection | undefined;
  client: KeptClient | undefined;
  /** For the elements; a new object at every change. */
  control: SessionControl | undefined;
  line: LineState = QUIET;
  /** Whether there is another organisation to go to, as far as it is known. */
  hasChoice = true;

  #host: ReactiveControllerHost;
  #around: PopupSurroundings;
  #switching: AbortController | undefined;
  #unwatch: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, around: PopupSurroundings) {
    this.#host = host;
    this.#around = around;
    host.addController(this);
  }

  hostConnected(): void {
    this.#unwatch = this.#around.store.watch((changed) => changed === 'kept' || void this.read());
  }

  hostDisconnected(): void {
    this.#unwatch?.();
    this.#switching?.abort();
  }

  /** Reads the store and follows it. @throws {DOMException} where the browser keeps nothing for this extension */
  async read(): Promise<void> {
    const { store } = this.#around;
    const [connection, signIn, count] = await Promise.all([
      store.connection(), store.signIn(), store.kept<OrganisationWindow>(ORGANISATION_COUNT_KEY),
    ]);
    this.hasChoice = count?.value.summary?.count !== 1;
    this.signIn = signIn;
    if (!connection) this.#leave();
    else if (isSamePlace(this.connection, connection)) this.connection = connection;
    else this.#adopt(connection);
    this.#host.requestUpdate();
  }

  /** Reads everything anew, after the line was down. */
  tryAgain(): void {
    if (this.connection) this.#adopt(this.connection);
    this.#host.requestUpdate();
  }

  /** The elements read anew what money has changed, and so does the badge. */
  followMoney(): void {
    this.control &&= { ...this.control, moved: this.control.moved + 1 };
    this.#around.refreshBadge();
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#switching?.abort();
    this.connection = undefined;
    this.client = undefined;
    this.control = undefined;
    this.line = QUIET;
  }

  /** @param reached a client that stands there already */
  #adopt(connection: Connection, reached?: KontorClient): void {
    const { store } = this.#around;
    const { id, gateway, session } = connection;
    const client: KeptClient = new KeptClient({
      store, gateway, session, connection: id,
      reach: async () => reached ?? painted().then(() => this.#reach(connection)),
      heard: (line) => {
        if (client !== this.client) return;
        this.line = line.error ? { error: line.error, keptAt: older(this.line.keptAt, line.keptAt) } : line;
        this.#host.requestUpdate();
      },
    });
    this.connection = connection;
    this.client = client;
    this.line = QUIET;
    this.#publish(STANDS);
  }

  /** Where the person has lost the organisation meanwhile, the one used last takes its place. */
  async #reach(connection: Connection): Promise<KontorClient> {
    const { id } = connection.session.organisation;
    const gone = (error: unknown): Promise<KontorClient> => {
      if (codedError(error).code !== 'KONTOR_NOT_FOUND') throw error;
      return this.#around.connect(connection, undefined, {});
    };
    const client = await this.#around.connect(connection, id, {}).catch(gone);
    if (!isSameSession(client.session, connection.session) && this.connection === connection) {
      await this.#stand({ ...connection, session: client.session }, client);
    }
    // The list may be long: what is in sight comes first.
    requestIdleCallback(() => this.client?.keepOrganisations());
    return client;
  }

  async #stand(connection: Connection, reached: KontorClient): Promise<boolean> {
    const stands = await this.#around.store.setConnection(connection);
    if (stands) this.#adopt(connection, reached);
    return stands;
  }

  async #switchTo(organisation: string): Promise<boolean> {
    const { connection } = this;
    this.#switching?.abort();
    if (!connection) return false;
    const { id, name } = connection.session.organisation;
    if (organisation === id) {
      this.#publish(STANDS);
      return true;
    }
    const switching = new AbortController();
    this.#switching = switching;
    this.#publish({ status: 'switching', target: organisation, error: undefined });
    try {
      const reached = await this.#around.connect(connection, organisation, { signal: switching.signal });
      if (switching.signal.aborted) return false;
      const stands = await this.#stand({ ...connection, session: reached.session, previous: { id, name } }, reached);
      if (stands) this.#around.refreshBadge();
      return stands;
    } catch (error) {
      if (!switching.signal.aborted) this.#publish({ status: 'failed', target: organisation, error: codedError(error) });
      return false;
    }
  }

  #publish(state: SwitchState): void {
    this.control = {
      ...state,
      client: this.client,
      previous: this.connection?.previous,
      moved: this.control?.moved ?? 0,
      switchTo: (organisation) => this.#switchTo(organisation),
      retry: () => void (state.target !== undefined && this.#switchTo(state.target)),
    };
    this.#host.requestUpdate();
  }
}

/** What is kept is on the screen before anything is asked. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function isSamePlace(before: Connection | undefined, now: Connection): boolean {
  return before?.id === now.id && isSameSession(before.session, now.session);
}

/** Whether two answers say the same of person, organisation and features; they differ in id and end. */
function isSameSession(before: Session, now: Session): boolean {
  const facts = ({ person, organisation, features, today }: Session): string => JSON.stringify([person, organisation, features.toSorted(), today]);
  return facts(before) === facts(now);
}

function older(a: Date | undefined, b: Date | undefined): Date | undefined {
  return a && b ? (a < b ? a : b) : (a ?? b);
}
