import type { PrepaidBalance } from '../../shared/contract/prepaid.ts';
import type { Queryable } from '../storage/database.ts';
import { toNumber } from '../storage/minor-units.ts';

const READ = `select o.currency,
    coalesce((select a.balance from ledger_account a
      where a.organisation_id = $1 and a.kind = 'prepaid' and a.currency = o.currency), 0) as available,
    coalesce((select a.balance from ledger_account a
      where a.organisation_id = $1 and a.kind = 'reserved' and a.currency = o.currency), 0) as reserved,
    coalesce((select -a.balance from ledger_account a
      where a.organisation_id = $1 and a.kind = 'owed' and a.currency = o.currency), 0) as owed,
    (select coalesce(sum(u.amount), 0)::bigint from top_up u
      where u.organisation_id = $1 and u.state = 'pending' and u.currency = o.currency) as pending,
    (select coalesce(sum(f.amount - f.used), 0)::bigint from free_credit f
      where f.organisation_id = $1 and f.currency = o.currency and f.expires_on >= $2) as free_credit
  from organisation o where o.id = $1`;

interface Balances {
  readonly currency: string;
  readonly available: bigint;
  readonly reserved: bigint;
  readonly owed: bigint;
  readonly pending: bigint;
  readonly free_credit: bigint;
}

/**
 * What an organisation has in its own currency, from one snapshot.
 * @param today calendar day; free credit counts through the day it expires on
 * @returns `undefined` where there is no such organisation.
 */
export async function balances(
  tx: Queryable, organisation: string, now: Date, today: string,
): Promise<PrepaidBalance | undefined> {
  const [row] = await tx.query<Balances & Record<string, unknown>>(READ, [organisation, today]);
  if (!row) return undefined;
  const money = (amount: bigint): PrepaidBalance['available'] => ({ amount: toNumber(amount), currency: row.currency });
  return {
    available: money(row.available),
    reserved: money(row.reserved),
    pending: money(row.pending),
    freeCredit: money(row.free_credit),
    owed: money(row.owed),
    asOf: now.toISOString(),
  };
}
