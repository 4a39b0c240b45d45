import type { Movement, MovementCause, MovementQuery, MovementWindow } from '../../../shared/contract/prepaid.ts';
import type { Act } from '../../http/act.ts';
import { planForValues } from '../../storage/plan-for-values.ts';
import { toNumber } from '../../storage/minor-units.ts';

/** Versions have no gaps, so a window anywhere in the list is a range of the primary key, not an offset. */
const LIST = `select a.version as count, a.currency, e.id, e.at, e.cause, e.amount, e.balance, e.document_id,
    coalesce(i.number, i.pro_forma_number) as number
  from ledger_account a left join lateral (
    select t.id, t.at, t.cause, t.document_id, e.amount, e.balance, e.version
    from ledger_entry e join ledger_transfer t on t.organisation_id = $1 and t.id = e.transfer_id
    where e.organisation_id = $1 and e.account_id = a.id and e.version <= a.version - $2
    order by e.version desc limit $3
  ) e on true
  left join invoice i on i.organisation_id = $1 and i.id = e.document_id
  where a.organisation_id = $1 and a.kind = 'prepaid'
    and a.currency = (select o.currency from organisation o where o.id = $1)
  order by e.version desc`;

type Row = Record<string, unknown> & {
  readonly count: bigint;
  readonly currency: string;
  /** Null, as all that follow, where the window is past the end. */
  readonly id: string | null;
  readonly at: Date;
  readonly cause: MovementCause;
  readonly amount: bigint;
  readonly balance: bigint;
  readonly document_id: string | null;
  readonly number: string | null;
};

/** What happened on the prepaid account, newest first, each with the balance after it. */
export async function listMovements(
  { tx, organisation }: Pick<Act, 'tx' | 'organisation'>, { offset = 0, limit = 50 }: MovementQuery,
): Promise<MovementWindow> {
  await planForValues(tx);
  const found = await tx.query<Row>(LIST, [organisation, offset, limit]);
  const rows = found.flatMap((row): Movement[] => {
    if (row.id === null) return [];
    return [{
      id: row.id,
      at: row.at.toISOString(),
      cause: row.cause,
      amount: { amount: toNumber(row.amount), currency: row.currency },
      balance: { amount: toNumber(row.balance), currency: row.currency },
      document: row.document_id,
      number: row.number,
    }];
  });
  return { rows, count: toNumber(found[0]?.count ?? 0n) };
}
