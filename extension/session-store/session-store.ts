import { openDatabase, type StateRecords, type StoreDatabase } from './database.ts';
import type { Connection, Kept, PendingSignIn, SignInState, Tokens } from './records.ts';

/** What changed in the store; `key` tells which kept answer. */
export type StoreListener = (changed: 'connection' | 'sign-in' | 'kept', key?: string) => void;

const CHANNEL = 'kontor-session-store';

/**
 * What the extension remembers of a signed-in person, in IndexedDB: popup, options and background see
 * the same. Whatever belongs to a connection is written only while that connection stands, so that a
 * late answer leaves nothing behind after a sign-out.
 */
export class SessionStore {
  #opened: Promise<StoreDatabase> | undefined;
  #channel = new BroadcastChannel(CHANNEL);

  async connection(): Promise<Connection | undefined> {
    return this.#state('connection');
  }

  /** Stands from now on, in the place of any other, whose kept answers are forgotten. */
  async establish(connection: Connection, tokens: Tokens): Promise<void> {
    const change = (await this.#database()).transaction(['state', 'kept'], 'readwrite');
    const state = change.objectStore('state');
    await Promise.all([
      state.put(connection, 'connection'), state.put(tokens, 'tokens'), change.objectStore('kept').clear(), change.done,
    ]);
    this.#tell('connection');
  }

  /** Replaces the connection of the same id, after a switch. @returns whether that one still stands */
  setConnection(connection: Connection): Promise<boolean> {
    return this.#replace(connection.id, 'connection', connection);
  }

  async tokens(): Promise<Tokens | undefined> {
    return this.#state('tokens');
  }

  /** @param connection id of the one that they belong to. @returns whether it still stands */
  setTokens(connection: string, tokens: Tokens): Promise<boolean> {
    return this.#replace(connection, 'tokens', tokens);
  }

  /** The key that the tokens are bound to: ECDSA P-256, not extractable. */
  async key(): Promise<CryptoKeyPair | undefined> {
    return this.#state('key');
  }

  /** The key; made where there is none yet. */
  async makeKey(): Promise<CryptoKeyPair> {
    const fresh = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
    const change = (await this.#database()).transaction('state', 'readwrite');
    const standing = (await change.store.get('key')) as CryptoKeyPair | undefined;
    if (!standing) await change.store.put(fresh, 'key');
    await change.done;
    return standing ?? fresh;
  }

  async pending(state: string): Promise<PendingSignIn | undefined> {
    return (await this.#database()).get('pending', state);
  }

  async pendings(): Promise<PendingSignIn[]> {
    return (await this.#database()).getAll('pending');
  }

  async setPending(pending: PendingSignIn): Promise<void> {
    await (await this.#database()).put('pending', pending);
  }

  async removePending(state: string): Promise<void> {
    await (await this.#database()).delete('pending', state);
  }

  async signIn(): Promise<SignInState> {
    return (await this.#state('sign-in')) ?? { status: 'idle' };
  }

  async setSignIn(signIn: SignInState): Promise<void> {
    await (await this.#database()).put('state', signIn, 'sign-in');
    this.#tell('sign-in');
  }

  /** An answer of the gateway as it was kept; whoever reads it knows what lies under that key. */
  async kept<T>(key: string): Promise<Kept<T> | undefined> {
    return (await (await this.#database()).get('kept', key)) as Kept<T> | undefined;
  }

  /** Keeps an answer. @param connection id of the one that it came through. @returns whether it still stands */
  async keep(connection: string, key: string, value: unknown, at: Date): Promise<boolean> {
    const change = (await this.#database()).transaction(['state', 'kept'], 'readwrite');
    const stands = isSame(await change.objectStore('state').get('connection'), connection);
    if (stands) await change.objectStore('kept').put({ value, at }, key);
    await change.done;
    if (stands) this.#tell('kept', key);
    return stands;
  }

  /** Lets go of all but the newest of what is kept under keys that begin with `prefix`. */
  async forgetOld(prefix: string, newest: number): Promise<void> {
    const change = (await this.#database()).transaction('kept', 'readwrite');
    let seen = 0;
    // Keys alone: what is kept under them may be large.
    for (let next = await change.store.index('at').openKeyCursor(null, 'prev'); next; next = await next.continue()) {
      const { primaryKey } = next;
      if (!primaryKey.startsWith(prefix)) continue;
      seen += 1;
      if (seen > newest) await change.store.delete(primaryKey);
    }
    await change.done;
  }

  /** Forgets everything, the key too. @param signIn what is left to say, such as why */
  async wipe(signIn?: SignInState): Promise<void> {
    const change = (await this.#database()).transaction(['state', 'pending', 'kept'], 'readwrite');
    await Promise.all((['state', 'pending', 'kept'] as const).map((name) => change.objectStore(name).clear()));
    if (signIn) await change.objectStore('state').put(signIn, 'sign-in');
    await change.done;
    this.#tell('connection');
    this.#tell('sign-in');
  }

  /** Hears of changes that other pages and the background make. @returns ends it */
  watch(listener: StoreListener): () => void {
    const hear = ({ data }: MessageEvent): void => listener(data.changed, data.key);
    this.#channel.addEventListener('message', hear);
    return () => this.#channel.removeEventListener('message', hear);
  }

  /** Lets go of the database and of the other pages. */
  async close(): Promise<void> {
    this.#channel.close();
    (await this.#opened)?.close();
  }

  async #replace<N extends 'connection' | 'tokens'>(connection: string, name: N, value: StateRecords[N]): Promise<boolean> {
    const change = (await this.#database()).transaction('state', 'readwrite');
    const stands = isSame(await change.store.get('connection'), connection);
    if (stands) await change.store.put(value, name);
    await change.done;
    if (stands && name === 'connection') this.#tell('connection');
    return stands;
  }

  async #state<N extends keyof StateRecords>(name: N): Promise<StateRecords[N] | undefined> {
    return (await (await this.#database()).get('state', name)) as StateRecords[N] | undefined;
  }

  #tell(...[changed, key]: Parameters<StoreListener>): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has one origin
    this.#channel.postMessage({ changed, key });
  }

  #database(): Promise<StoreDatabase> {
    const lost = (): void => void (this.#opened = undefined);
    this.#opened ??= openDatabase(lost).catch((error: unknown) => {
      lost();
      throw error;
    });
    return this.#opened;
  }
}

function isSame(standing: StateRecords[keyof StateRecords] | undefined, connection: string): boolean {
  return (standing as Connection | undefined)?.id === connection;
}

/** @throws {DOMException} where the browser keeps nothing for this extension, or a newer version wrote it */
export async function openSessionStore(): Promise<SessionStore> {
  const store = new SessionStore();
  await store.connection();
  return store;
}
