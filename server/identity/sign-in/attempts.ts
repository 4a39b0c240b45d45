import type { Database, Queryable } from '../../storage/database.ts';
import { secretHash } from '../secret-hash.ts';
import { callerNetwork } from './caller-address.ts';

/** Attempts within the window: of one account, whoever makes them, and of one address, whomever it tries. */
const MOST_OF_ACCOUNT = 10;
const MOST_OF_ADDRESS = 100;
/** Milliseconds, from the first attempt on. */
const WINDOW = 15 * 60_000;

/** Who tries, and as whom. */
export interface Attempt {
  readonly email: string;
  /** IP address. */
  readonly address: string;
}

/**
 * Counts an attempt before its password is looked at, so that many at once count as many. E-mails that
 * nobody has are counted alike.
 * @returns seconds until the next is allowed; 0 where this one is
 */
export async function countAttempt(database: Database, attempt: Attempt, now: Date): Promise<number> {
  return await database.asOwner(async (tx) => {
    const ofAddress = await count(tx, addressKey(attempt), MOST_OF_ADDRESS, now);
    return ofAddress > 0 ? ofAddress : await count(tx, accountKey(attempt), MOST_OF_ACCOUNT, now);
  });
}

/** The right password was given: the account starts anew, and the address is not charged for it. */
export async function forgiveAttempt(tx: Queryable, attempt: Attempt): Promise<void> {
  await tx.query('update sign_in_attempt set attempts = attempts - 1 where key = $1', [addressKey(attempt)]);
  await tx.query('delete from sign_in_attempt where key = $1', [accountKey(attempt)]);
}

async function count(tx: Queryable, key: string, most: number, now: Date): Promise<number> {
  const [row] = await tx.query<{ attempts: number; ends_at: Date }>(
    `insert into sign_in_attempt (key, attempts, ends_at) values ($1, 1, $2)
     on conflict (key) do update set
       attempts = case when sign_in_attempt.ends_at <= $3 then 1 else sign_in_attempt.attempts + 1 end,
       ends_at = case when sign_in_attempt.ends_at <= $3 then excluded.ends_at else sign_in_attempt.ends_at end
     returning attempts, ends_at`,
    [key, new Date(now.getTime() + WINDOW), now],
  );
  if (!row || row.attempts <= most) return 0;
  return Math.ceil((row.ends_at.getTime() - now.getTime()) / 1000);
}

function accountKey({ email }: Attempt): string {
  return secretHash(`account ${email}`);
}

function addressKey({ address }: Attempt): string {
  return secretHash(`address ${callerNetwork(address)}`);
}
