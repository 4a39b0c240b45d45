import { exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import { v7 as uuid } from 'uuid';
import type { Clock } from '../clock.ts';
import type { Database } from '../storage/database.ts';
import { openSecret, sealSigningKey } from './sealed-rows.ts';
import type { SecretBox } from './secret-box.ts';

/** The one algorithm; a token's own header never chooses. */
export const ALGORITHM = 'EdDSA';

/** How long a list of keys is used before it is read again, so that a new or retired key is noticed. Milliseconds. */
const FRESH_FOR = 30_000;

interface SigningKey {
  readonly id: string;
  readonly sign: CryptoKey;
  readonly verify: CryptoKey;
  readonly publicJwk: JWK;
  readonly privateJwk: JWK;
}

type KeyRow = { id: string; private_jwk: string };

/**
 * The keys that sign widget sessions and people's tokens, newest first, kept sealed. Two may be live at
 * once: to change keys, insert a new one, wait until no token of the old one lives (ten minutes), and
 * retire that. The first is made at first need. Instances share them through the database.
 */
export class SigningKeys {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #box: SecretBox;
  #making: Promise<void> | undefined;
  #read: { readonly at: number; readonly keys: Promise<readonly SigningKey[]> } | undefined;

  constructor(database: Database, clock: Clock, box: SecretBox) {
    this.#database = database;
    this.#clock = clock;
    this.#box = box;
  }

  /** The newest live key, made where there is none. */
  async signer(): Promise<SigningKey> {
    const [newest] = await this.#live();
    if (newest) return newest;
    // A failed making is not kept.
    this.#making ??= this.#make().finally(() => {
      this.#making = undefined;
    });
    await this.#making;
    return await this.signer();
  }

  /** The live key of this id. */
  async verifier(id: string | undefined): Promise<SigningKey | undefined> {
    return (await this.#live()).find((key) => key.id === id);
  }

  /** The public halves, for `/.well-known/jwks.json`. */
  async publicKeys(): Promise<readonly JWK[]> {
    const keys = await this.#live();
    return keys.map(({ id, publicJwk }) => ({ ...publicJwk, kid: id, alg: ALGORITHM, use: 'sig' }));
  }

  /** The private halves, newest first and at least one, for the OpenID provider. They never leave the gateway. */
  async privateKeys(): Promise<readonly JWK[]> {
    await this.signer();
    const keys = await this.#live();
    return keys.map(({ id, privateJwk }) => ({ ...privateJwk, kid: id, alg: ALGORITHM, use: 'sig' }));
  }

  #live(): Promise<readonly SigningKey[]> {
    const now = this.#clock.now().getTime();
    if (this.#read && Math.abs(now - this.#read.at) < FRESH_FOR) return this.#read.keys;
    const read = { at: now, keys: this.#load() };
    this.#read = read;
    // A failed reading is not kept.
    read.keys.catch(() => {
      if (this.#read === read) this.#read = undefined;
    });
    return read.keys;
  }

  async #load(): Promise<readonly SigningKey[]> {
    const rows = await this.#database.query<KeyRow>(
      'select id, private_jwk from signing_key where retired_at is null order by created_at desc, id desc',
    );
    return await Promise.all(rows.map((row) => this.#readKey(row)));
  }

  async #make(): Promise<void> {
    const pair = await generateKeyPair(ALGORITHM, { crv: 'Ed25519', extractable: true });
    const id = uuid();
    const sealed = sealSigningKey(this.#box, id, await exportJWK(pair.privateKey));
    const row = [id, sealed, JSON.stringify(await exportJWK(pair.publicKey)), this.#clock.now()] as const;
    await this.#database.asOwner((tx) =>
      tx.query('insert into signing_key (id, private_jwk, public_jwk, created_at) values ($1, $2, $3, $4)', row),
    );
    this.#read = undefined;
  }

  /**
   * The public half comes out of the sealed one: whoever can write to the table changes no key of a running
   * gateway. One that is put there plain is sealed at the next start, as the keys from before sealing are.
   */
  async #readKey({ id, private_jwk }: KeyRow): Promise<SigningKey> {
    const privateJwk = JSON.parse(openSecret(this.#box, 'signing_key', id, private_jwk).toString()) as JWK;
    const { d: _private, ...publicJwk } = privateJwk;
    const [sign, verify] = await Promise.all([importJWK(privateJwk, ALGORITHM), importJWK(publicJwk, ALGORITHM)]);
    return { id, sign: sign as CryptoKey, verify: verify as CryptoKey, publicJwk, privateJwk };
  }
}
