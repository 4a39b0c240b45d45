import { createHash } from 'node:crypto';
import type { Act } from '../http/act.ts';
import { Refusal } from '../http/refusal.ts';

/** What a request is known by when it comes again. */
export interface OnceRequest {
  /** The header `Idempotency-Key` as it came. */
  readonly key: string | undefined;
  /** The act, `<resource>.<act>`. */
  readonly name: string;
  /** The checked body. */
  readonly body: unknown;
}

/** An answer, given now or earlier. */
export interface OnceAnswer<T> {
  readonly answer: T;
  readonly replayed: boolean;
}

const KEY = /^[\x21-\x7e]{1,200}$/;

const CLAIM = `insert into idempotency_key (organisation_id, key, account_id, act, body_hash, created_at)
  values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning key`;

const READ = `select account_id, act, body_hash, answer from idempotency_key where organisation_id = $1 and key = $2`;

const ANSWER = `update idempotency_key set answer = $3 where organisation_id = $1 and key = $2`;

/**
 * Does `work` once for a key of an organisation. The key is inserted first and in the transaction of the
 * work: a second request with it waits for the first, then gets its answer; where the first was rolled
 * back no key is left and the second does the work.
 * @param work its answer is kept as JSON
 * @throws {Refusal} without a key, with a malformed one, or where the key was used by somebody else, for
 *   another act or with another body.
 */
export async function once<T>(act: Act, request: OnceRequest, work: () => Promise<T>): Promise<OnceAnswer<T>> {
  const key = checkedKey(request.key);
  const hash = createHash('sha256').update(canonical(request.body)).digest('hex');
  const { tx, organisation, account, now } = act;
  const [claimed] = await tx.query(CLAIM, [organisation, key, account, request.name, hash, now]);
  if (!claimed) return { answer: await earlierAnswer<T>(act, key, request.name, hash), replayed: true };
  const answer = await work();
  await tx.query(ANSWER, [organisation, key, JSON.stringify(answer)]);
  return { answer, replayed: false };
}

function checkedKey(key: string | undefined): string {
  if (key === undefined) throw new Refusal('KONTOR_IDEMPOTENCY_KEY_MISSING');
  if (!KEY.test(key)) {
    throw new Refusal('KONTOR_REQUEST_INVALID', 'An Idempotency-Key is 1 to 200 visible ASCII characters.');
  }
  return key;
}

async function earlierAnswer<T>(act: Act, key: string, name: string, hash: string): Promise<T> {
  const [earlier] = await act.tx.query<{ account_id: string; act: string; body_hash: string; answer: T | null }>(
    READ, [act.organisation, key],
  );
  // Purged between the two statements: too old a key to tell anything by.
  if (!earlier) throw new Refusal('KONTOR_CONFLICT');
  const same = earlier.account_id === act.account && earlier.act === name && earlier.body_hash === hash;
  if (!same || earlier.answer === null) throw new Refusal('KONTOR_IDEMPOTENCY_KEY_REUSED');
  return earlier.answer;
}

/** JSON with the members of objects in order of their names: the order in which they were sent says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
