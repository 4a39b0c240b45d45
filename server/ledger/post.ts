import { v7 as uuid } from 'uuid';
import type { MovementCause } from '../../shared/contract/prepaid.ts';
import type { Queryable } from '../storage/database.ts';
import { toNumber } from '../storage/minor-units.ts';
import type { AccountKind, LockedAccounts } from './lock-accounts.ts';
import { NotCoveredError } from './not-covered-error.ts';

/** What moves between two accounts, and why. */
export interface Posting {
  /** UUIDv7 of the transfer, where it must be known beforehand; otherwise it is made here. */
  readonly id?: string;
  readonly from: AccountKind;
  readonly to: AccountKind;
  /** Minor units, at least 1. */
  readonly amount: number;
  readonly cause: MovementCause;
  /** The invoice or top-up behind it. */
  readonly document: string | null;
  readonly at: Date;
}

/** A transfer that was made, with the balances after it, in minor units. */
export interface Transfer {
  readonly id: string;
  readonly fromBalance: number;
  readonly toBalance: number;
}

const POST = `with moved as (
    update ledger_account a set balance = a.balance + m.amount, version = a.version + 1
    from (values ($3::uuid, -$5::bigint), ($4::uuid, $5::bigint)) as m (id, amount)
    where a.organisation_id = $1 and a.id = m.id
    returning a.id, a.version, a.balance, m.amount
  ), made as (
    insert into ledger_transfer (organisation_id, id, from_account, to_account, amount, currency, cause, document_id, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  )
  insert into ledger_entry (organisation_id, account_id, version, transfer_id, amount, balance)
  select $1, id, version, $2, amount, balance from moved
  returning account_id, balance`;

/**
 * Posts one transfer with its two entries between accounts that are locked already. A refused one has no
 * effect, and the transaction may go on.
 * @throws {NotCoveredError} when a prepaid or reserved account would fall below zero.
 * @throws {RangeError} when the amount is no positive safe integer, a balance would no longer be one, or
 *   more than the debt would be settled.
 */
export async function post(tx: Queryable, accounts: LockedAccounts, posting: Posting): Promise<Transfer> {
  const { id = uuid(), from, to, amount, cause, document, at } = posting;
  const giver = accounts.get(from);
  const taker = accounts.get(to);
  check(posting, giver.balance, taker.balance);
  const entries = await tx.query<{ account_id: string; balance: bigint }>(POST, [
    accounts.organisation, id, giver.id, taker.id, amount, accounts.currency, cause, document, at,
  ]);
  if (entries.length !== 2) throw new Error('A transfer did not post its two entries.');
  for (const account of [giver, taker]) {
    const entry = entries.find(({ account_id }) => account_id === account.id);
    if (entry) account.balance = toNumber(entry.balance);
  }
  return { id, fromBalance: giver.balance, toBalance: taker.balance };
}

function check({ from, to, amount }: Posting, given: number, taken: number): void {
  if (!Number.isSafeInteger(amount) || amount < 1) throw new RangeError('A transfer moves a positive whole amount.');
  if (from === to) throw new RangeError('A transfer has two different accounts.');
  if ((from === 'prepaid' || from === 'reserved') && given < amount) throw new NotCoveredError(given);
  if (to === 'owed' && taken + amount > 0) throw new RangeError('No more can be settled than is owed.');
  if (!Number.isSafeInteger(given - amount) || !Number.isSafeInteger(taken + amount)) {
    throw new RangeError('A balance would be beyond 2^53.');
  }
}
