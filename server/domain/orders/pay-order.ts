import type { OrderQuote } from '../../../shared/contract/order.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';
import type { LockedAccounts } from '../../ledger/lock-accounts.ts';
import { NotCoveredError } from '../../ledger/not-covered-error.ts';
import { post } from '../../ledger/post.ts';

/**
 * Moves the money of an order by its payment method. The test card always approves: its money comes in and
 * goes out again, both with the invoice as their document.
 * @param accounts outside and prepaid
 * @param document the invoice
 * @returns false where it is to be paid by bank transfer. What costs nothing is paid.
 * @throws {Refusal} KONTOR_BALANCE_NOT_COVERED
 */
export async function payOrder(
  { tx, now: at }: Act, accounts: LockedAccounts, { paymentMethod, totals: { gross: amount } }: OrderQuote, document: string,
): Promise<boolean> {
  if (amount === 0) return true;
  if (paymentMethod === 'bank-transfer') return false;
  if (paymentMethod === 'card') await post(tx, accounts, { from: 'outside', to: 'prepaid', amount, cause: 'top-up', document, at });
  try {
    await post(tx, accounts, { from: 'prepaid', to: 'outside', amount, cause: 'payment', document, at });
  } catch (error) {
    if (error instanceof NotCoveredError) throw new Refusal('KONTOR_BALANCE_NOT_COVERED');
    throw error;
  }
  return true;
}
