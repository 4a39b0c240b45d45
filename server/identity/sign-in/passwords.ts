import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { Turns } from './turns.ts';

/** OWASP's recommendation for Argon2id: 19 MiB (in KiB here), two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Longer passwords match nothing. UTF-16 units. */
const LONGEST_PASSWORD = 1000;

type Cost = Record<keyof typeof COST, number>;

interface Parsed extends Cost {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;
const derive = promisify(argon2);

/** At most two at a time, 19 MiB each, and as many waiting as are done within seconds. */
const turns = new Turns(2, 40);

/** What is kept of a password: a PHC string with its own salt and cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derived(password, salt, COST, HASH_BYTES);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/**
 * Whether the password is the one behind `kept`. Without one (no such person, or nobody who may sign in)
 * the work is the same and the answer no.
 * @throws {TooBusyError} where too many wait already
 */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const known = kept === undefined ? undefined : parse(kept);
  const { salt, hash } = known ?? { salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES) };
  const found = await derived(password.slice(0, LONGEST_PASSWORD), salt, known ?? COST, hash.length);
  return timingSafeEqual(found, hash) && known !== undefined && password.length <= LONGEST_PASSWORD;
}

/** Whether a kept hash was made with another cost than today's: after the next sign-in it is made anew. */
export function isOutdated(kept: string): boolean {
  const parsed = parse(kept);
  return !parsed || Object.entries(COST).some(([name, value]) => parsed[name as keyof Cost] !== value);
}

async function derived(password: string, salt: Buffer, { memory, passes, parallelism }: Cost, tagLength: number): Promise<Buffer> {
  // One form for letters that can be typed in several.
  const message = Buffer.from(password.normalize('NFKC'));
  const parameters: Argon2Parameters = { message, nonce: salt, memory, passes, parallelism, tagLength };
  return await turns.take(() => derive('argon2id', parameters));
}

function parse(kept: string): Parsed | undefined {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(kept) ?? [];
  if (!salt || !hash) return undefined;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  return { ...cost, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
