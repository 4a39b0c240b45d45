import type { TopUp } from '../../../shared/contract/prepaid.ts';
import { toNumber } from '../../storage/minor-units.ts';

/** The columns of `top_up` that `topUpFrom` reads. */
export const TOP_UP_COLUMNS = 'id, amount, currency, card, state, created_at';

/** A row of `top_up` as the database gives it. */
export type TopUpRow = Record<string, unknown> & Pick<TopUp, 'id' | 'card' | 'state'> & {
  readonly amount: bigint;
  readonly currency: string;
  readonly created_at: Date;
};

/** The top-up as the contract has it. */
export function topUpFrom(row: TopUpRow): TopUp {
  return {
    id: row.id,
    amount: { amount: toNumber(row.amount), currency: row.currency },
    card: row.card,
    state: row.state,
    createdAt: row.created_at.toISOString(),
  };
}
