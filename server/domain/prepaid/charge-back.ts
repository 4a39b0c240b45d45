import { audit, NOWHERE } from '../audit.ts';
import { lockAccounts } from '../../ledger/lock-accounts.ts';
import { post } from '../../ledger/post.ts';
import type { Queryable } from '../../storage/database.ts';
import { toNumber } from '../../storage/minor-units.ts';

const CHARGE_BACK = `update top_up set state = 'charged-back'
  where organisation_id = $1 and id = $2 and state = 'settled' returning amount, currency`;

/**
 * Takes a settled top-up back. The prepaid account never goes below zero: what was spent in the meantime
 * becomes debt. A top-up in another state stays as it is.
 */
export async function chargeBack(tx: Queryable, organisation: string, id: string, at: Date): Promise<void> {
  const [row] = await tx.query<{ amount: bigint; currency: string }>(CHARGE_BACK, [organisation, id]);
  if (!row) return;
  const amount = toNumber(row.amount);
  const accounts = await lockAccounts(tx, organisation, row.currency, ['outside', 'owed', 'prepaid']);
  const covered = Math.min(amount, accounts.get('prepaid').balance);
  const posting = { to: 'outside', cause: 'charge-back', document: id, at } as const;
  if (covered > 0) await post(tx, accounts, { ...posting, from: 'prepaid', amount: covered });
  if (covered < amount) await post(tx, accounts, { ...posting, from: 'owed', amount: amount - covered });
  await audit(tx, { organisation, at, actorKind: 'job', actor: 'charge-back-top-up', act: 'prepaid.charge-back', subject: id, source: NOWHERE });
}
