import { expect } from '@open-wc/testing';
import { deleteDB, openDB } from 'idb';
import type { Connection, PendingSignIn, Tokens } from '../../../extension/session-store/records.ts';
import { openSessionStore, type SessionStore } from '../../../extension/session-store/session-store.ts';

const connection = (id: string, previous?: string): Connection =>
  ({ id, gateway: 'http://localhost:4600', session: {}, previous: previous && { id: previous, name: previous } }) as unknown as Connection;
const server = { issuer: 'http://localhost:4600', token_endpoint: 'http://localhost:4600/token', revocation_endpoint: 'http://localhost:4600/revoke', id_token_signing_alg_values_supported: ['EdDSA'] };
const tokens = (access: string): Tokens => ({ access, expiresAt: 1, refresh: 'r', ahead: 0, server });
const pending = (state: string): PendingSignIn =>
  ({ state, gateway: 'http://localhost:4600', verifier: 'v', nonce: 'n', redirect: 'https://a.example/cb', startedAt: new Date() });
const at = (day: number): Date => new Date(2026, 0, day);

describe('session store', () => {
  const stores: SessionStore[] = [];
  const open = async (): Promise<SessionStore> => {
    const store = await openSessionStore();
    stores.push(store);
    return store;
  };
  afterEach(async () => {
    await Promise.all(stores.splice(0).map((store) => store.close()));
    await deleteDB('kontor');
  });

  /** Everything in the database, as another program reads it. */
  const everything = async (): Promise<unknown[]> => {
    const database = await openDB('kontor');
    const all = await Promise.all([...database.objectStoreNames].map((name) => database.getAll(name)));
    database.close();
    return all.flat();
  };

  it('is the same for everyone who opens it', async () => {
    const [popup, background] = [await open(), await open()];
    await background.establish(connection('a'), tokens('t'));
    expect((await popup.connection())?.id).to.equal('a');
    expect(await popup.tokens()).to.deep.equal(tokens('t'));
  });

  it('makes one key that cannot leave the browser, however many ask', async () => {
    const [popup, background] = [await open(), await open()];
    const keys = await Promise.all([popup.makeKey(), background.makeKey(), popup.makeKey()]);
    const data = new TextEncoder().encode('proof');
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const [first, ...others] = keys;
    const signature = await crypto.subtle.sign(algorithm, first!.privateKey, data);
    for (const { publicKey } of others) expect(await crypto.subtle.verify(algorithm, publicKey, signature, data)).to.equal(true);
    const refusal = await crypto.subtle.exportKey('jwk', (await background.key())!.privateKey).catch((error: DOMException) => error.name);
    expect(refusal).to.equal('InvalidAccessError');
  });

  it('keeps open sign-ins apart', async () => {
    const store = await open();
    await Promise.all([store.setPending(pending('a')), store.setPending(pending('b'))]);
    await store.removePending('a');
    expect(await store.pending('a')).to.equal(undefined);
    expect((await store.pendings()).map(({ state }) => state)).to.deep.equal(['b']);
  });

  it('leaves nothing after a sign-out, nor lets a late answer in', async () => {
    const store = await open();
    await store.makeKey();
    await store.establish(connection('a'), tokens('t'));
    await store.setPending(pending('a'));
    await store.keep('a', 'balance', 1, at(1));
    await store.wipe();
    const late = [store.keep('a', 'balance', 2, at(2)), store.setTokens('a', tokens('late')), store.setConnection(connection('a'))];
    expect(await Promise.all(late)).to.deep.equal([false, false, false]);
    expect(await everything()).to.deep.equal([]);
  });

  it('forgets what the last connection kept, and takes no answer of it', async () => {
    const store = await open();
    await store.establish(connection('a'), tokens('t'));
    expect(await store.keep('a', 'balance', 1, at(1))).to.equal(true);
    await store.establish(connection('b'), tokens('u'));
    expect(await store.kept('balance')).to.equal(undefined);
    expect(await store.keep('a', 'balance', 1, at(1))).to.equal(false);
    expect(await store.setTokens('a', tokens('old'))).to.equal(false);
    expect(await store.tokens()).to.deep.equal(tokens('u'));
  });

  it('lets go of the oldest of one kind', async () => {
    const store = await open();
    await store.establish(connection('a'), tokens('t'));
    for (const [index, key] of ['invoice/1', 'invoice/2', 'balance', 'invoice/3'].entries()) await store.keep('a', key, index, at(9 - index));
    await store.forgetOld('invoice/', 2);
    const left = await Promise.all(['invoice/1', 'invoice/2', 'invoice/3', 'balance'].map((key) => store.kept(key)));
    expect(left.map((one) => one?.value)).to.deep.equal([0, 1, undefined, 2]);
    expect(left[0]?.at).to.deep.equal(at(9));
  });

  it('reads no value to find what is old', async () => {
    const store = await open();
    await store.establish(connection('a'), tokens('t'));
    await store.keep('a', 'invoice/1', 'large', at(1));
    const { openCursor } = IDBIndex.prototype;
    IDBIndex.prototype.openCursor = () => {
      throw new Error('A value was read.');
    };
    try {
      await store.forgetOld('invoice/', 0);
    } finally {
      IDBIndex.prototype.openCursor = openCursor;
    }
    expect(await store.kept('invoice/1')).to.equal(undefined);
  });

  it('tells the others what changed, until they no longer listen', async () => {
    const [popup, background] = [await open(), await open()];
    const heard: unknown[] = [];
    const told = new Promise<void>((resolve) => {
      const end = popup.watch((changed, key) => {
        heard.push([changed, key]);
        if (changed !== 'sign-in') return;
        end();
        resolve();
      });
    });
    await background.establish(connection('a'), tokens('t'));
    await background.keep('a', 'balance', 1, at(1));
    await background.keep('b', 'balance', 1, at(1));
    await background.setSignIn({ status: 'open', gateway: 'http://localhost:4600' });
    await background.setConnection(connection('a', 'b'));
    await told;
    expect(heard).to.deep.equal([['connection', undefined], ['kept', 'balance'], ['sign-in', undefined]]);
  });

  it('brings what the first version wrote with it', async () => {
    const old = await openDB('kontor', 1, {
      upgrade(database) {
        database.createObjectStore('state');
        database.createObjectStore('pending', { keyPath: 'state' });
        database.createObjectStore('kept');
      },
    });
    await old.put('state', connection('a'), 'connection');
    await old.put('kept', { value: 'old', at: at(1) }, 'invoice/1');
    await old.put('pending', pending('a'));
    old.close();
    const store = await open();
    expect((await store.connection())?.id).to.equal('a');
    expect((await store.pendings()).length).to.equal(1);
    await store.keep('a', 'invoice/2', 'new', at(2));
    await store.forgetOld('invoice/', 1);
    expect([await store.kept('invoice/1'), (await store.kept('invoice/2'))?.value]).to.deep.equal([undefined, 'new']);
  });

  it('makes way for a newer version instead of blocking it', async () => {
    const store = await open();
    const newer = await openDB('kontor', 99);
    newer.close();
    const refusal = await store.connection().catch((error: DOMException) => error.name);
    expect(refusal).to.equal('VersionError');
  });
});
