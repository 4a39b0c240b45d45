import type { PrepaidBalance } from '../../../shared/contract/prepaid.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import { balances } from '../../ledger/balances.ts';

/** The prepaid account of the organisation, in its own currency. */
export async function readBalance({ tx, organisation, now, today }: Act): Promise<PrepaidBalance> {
  const balance = await balances(tx, organisation, now, today);
  if (!balance) throw new Refusal('KONTOR_NOT_FOUND');
  return balance;
}
