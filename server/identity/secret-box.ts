import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const FORM = 'k1';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A secret cannot be read: it was sealed with a key that is not here, in another place, or changed since. */
export class CannotOpenError extends Error {
  override readonly name = 'CannotOpenError';
}

/** A new key, as `KONTOR_SECRET_KEY` takes it. */
export function makeSecretKey(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Encrypts what the database must keep but not be able to read (AES-256-GCM). The first key seals, all of
 * them open, so that keys can be changed. What is sealed names its key and opens only in its place.
 */
export class SecretBox {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #newest: string;

  /**
   * @param keys 32 bytes in base64url each
   * @throws {RangeError} which names no part of a key
   */
  constructor(keys: readonly [string, ...string[]]) {
    const read = keys.map(readKey);
    this.#keys = new Map(read.map((key) => [idOf(key), key]));
    [this.#newest = ''] = this.#keys.keys();
  }

  /** @param place where it will be kept, such as `signing_key <id>` */
  seal(secret: Uint8Array, place: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key(this.#newest), iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(`${FORM}.${this.#newest}.${place}`));
    const bytes = Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    return `${FORM}.${this.#newest}.${bytes.toString('base64url')}`;
  }

  /** @throws {CannotOpenError} */
  open(sealed: string, place: string): Buffer {
    const [form = '', id = '', text = ''] = sealed.split('.');
    const bytes = Buffer.from(text, 'base64url');
    if (form !== FORM || bytes.length < IV_BYTES + TAG_BYTES) throw new CannotOpenError('This is nothing sealed.');
    const decipher = createDecipheriv(CIPHER, this.#key(id), bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(`${form}.${id}.${place}`)).setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
    } catch {
      throw new CannotOpenError('What was sealed is not what was kept.');
    }
  }

  /** Whether the newest key sealed it. */
  isCurrent(sealed: string): boolean {
    return sealed.startsWith(`${FORM}.${this.#newest}.`);
  }

  #key(id: string): Buffer {
    const key = this.#keys.get(id);
    if (!key) throw new CannotOpenError('The key that sealed this is not here.');
    return key;
  }
}

let ofThisProcess: SecretBox | undefined;

/** A key that nobody keeps: for databases that end with the process. */
export function passingSecretBox(): SecretBox {
  ofThisProcess ??= new SecretBox([makeSecretKey()]);
  return ofThisProcess;
}

function readKey(text: string): Buffer {
  const key = Buffer.from(text, 'base64url');
  if (key.length !== 32 || key.toString('base64url') !== text) throw new RangeError('A secret key is 32 random bytes in base64url: 43 characters.');
  return key;
}

/** Tells keys apart and nothing about them. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('kontor secret key ').update(key).digest('base64url').slice(0, 8);
}
