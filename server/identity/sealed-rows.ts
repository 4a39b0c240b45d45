import type { Queryable } from '../storage/database.ts';
import type { SecretBox } from './secret-box.ts';

/** How the two tables with secrets keep them; a row from before sealing holds the secret itself. */
const TABLES = {
  signing_key: {
    read: 'select id, private_jwk as kept from signing_key order by id for update',
    write: 'update signing_key set private_jwk = $2 where id = $1',
  },
  sign_in_secret: {
    read: 'select purpose as id, bytes as kept from sign_in_secret order by purpose for update',
    write: 'update sign_in_secret set bytes = $2 where purpose = $1',
  },
} as const;

type Table = keyof typeof TABLES;
/** `private_jwk` holds the sealed text as a JSON string, or a plain key; `bytes` the sealed text, or 32 plain bytes. */
type Kept = Uint8Array | string | object;

const PLAIN_BYTES = 32;

/** What is written to `signing_key.private_jwk`: a JSON string. */
export function sealSigningKey(box: SecretBox, id: string, privateJwk: object): string {
  return JSON.stringify(box.seal(Buffer.from(JSON.stringify(privateJwk)), `signing_key ${id}`));
}

/** What is written to `sign_in_secret.bytes`. */
export function sealSignInSecret(box: SecretBox, purpose: string, secret: Uint8Array): Buffer {
  return Buffer.from(box.seal(secret, `sign_in_secret ${purpose}`));
}

/** @throws {CannotOpenError} also for a plain one: after the start there is none */
export function openSecret(box: SecretBox, table: Table, id: string, kept: Kept): Buffer {
  return box.open(sealedText(kept) ?? '', `${table} ${id}`);
}

/**
 * Seals what is still plain, and seals anew what an older key sealed. Run at start, after the migrations.
 * @returns how many secrets changed
 * @throws {CannotOpenError} where a key is missing; nothing has then changed
 */
export async function sealSecrets(tx: Queryable, box: SecretBox): Promise<number> {
  const keys = await sealTable(tx, box, 'signing_key', (id, secret) => sealSigningKey(box, id, JSON.parse(secret.toString()) as object));
  const secrets = await sealTable(tx, box, 'sign_in_secret', (purpose, secret) => sealSignInSecret(box, purpose, secret));
  return keys + secrets;
}

async function sealTable(tx: Queryable, box: SecretBox, table: Table, seal: (id: string, secret: Buffer) => string | Buffer): Promise<number> {
  let changed = 0;
  for (const { id, kept } of await tx.query<{ id: string; kept: Kept }>(TABLES[table].read)) {
    const sealed = sealedText(kept);
    // Opened even where the key is current, so that a wrong one is found at start.
    const secret = sealed === undefined ? plainBytes(kept) : box.open(sealed, `${table} ${id}`);
    if (sealed !== undefined && box.isCurrent(sealed)) continue;
    await tx.query(TABLES[table].write, [id, seal(id, secret)]);
    changed += 1;
  }
  return changed;
}

function sealedText(kept: Kept): string | undefined {
  if (typeof kept === 'string') return kept;
  return kept instanceof Uint8Array && kept.length > PLAIN_BYTES ? Buffer.from(kept).toString('latin1') : undefined;
}

function plainBytes(kept: Kept): Buffer {
  return kept instanceof Uint8Array ? Buffer.from(kept) : Buffer.from(JSON.stringify(kept));
}
