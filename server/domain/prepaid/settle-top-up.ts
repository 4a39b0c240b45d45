import { audit, NOWHERE } from '../audit.ts';
import { lockAccounts } from '../../ledger/lock-accounts.ts';
import { post } from '../../ledger/post.ts';
import type { Queryable } from '../../storage/database.ts';
import { toNumber } from '../../storage/minor-units.ts';

/** A top-up whose money moves now. */
export interface ArrivedTopUp {
  readonly organisation: string;
  readonly id: string;
  /** Minor units. */
  readonly amount: number;
  readonly currency: string;
}

const SETTLE = `update top_up set state = 'settled'
  where organisation_id = $1 and id = $2 and state = 'pending' returning amount, currency`;

/** The money of a pending top-up has arrived. A top-up in another state stays as it is. */
export async function settleTopUp(tx: Queryable, organisation: string, id: string, at: Date): Promise<void> {
  const [row] = await tx.query<{ amount: bigint; currency: string }>(SETTLE, [organisation, id]);
  if (!row) return;
  await postTopUp(tx, { organisation, id, amount: toNumber(row.amount), currency: row.currency }, at);
  await audit(tx, { organisation, at, actorKind: 'job', actor: 'settle-top-up', act: 'prepaid.settle', subject: id, source: NOWHERE });
}

/** Posts the money that arrived; what is owed from an earlier charge-back is settled out of it at once. */
export async function postTopUp(tx: Queryable, topUp: ArrivedTopUp, at: Date): Promise<void> {
  const { organisation, id: document, amount, currency } = topUp;
  const accounts = await lockAccounts(tx, organisation, currency, ['outside', 'owed', 'prepaid']);
  await post(tx, accounts, { from: 'outside', to: 'prepaid', amount, cause: 'top-up', document, at });
  const debt = Math.min(amount, -accounts.get('owed').balance);
  if (debt > 0) {
    await post(tx, accounts, { from: 'prepaid', to: 'owed', amount: debt, cause: 'debt-settlement', document, at });
  }
}
