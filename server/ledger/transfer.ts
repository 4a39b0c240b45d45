import type { Currency } from '../../shared/money/money.ts';
import type { Queryable } from '../storage/database.ts';
import { lockAccounts } from './lock-accounts.ts';
import { post, type Posting, type Transfer } from './post.ts';

/** A transfer between two accounts of one organisation, in one currency. */
export interface TransferOrder extends Posting {
  readonly organisation: string;
  readonly currency: Currency;
}

/**
 * Moves money between two accounts, whole or not at all. The accounts are created on demand and locked
 * first. Who makes several transfers in one transaction locks all their accounts with `lockAccounts` and
 * then calls `post`.
 * @throws {NotCoveredError} when a prepaid or reserved account would fall below zero.
 * @throws {RangeError} where `post` throws it.
 */
export async function transfer(tx: Queryable, order: TransferOrder): Promise<Transfer> {
  const accounts = await lockAccounts(tx, order.organisation, order.currency, [order.from, order.to]);
  return await post(tx, accounts, order);
}
