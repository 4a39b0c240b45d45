import type { AppliedCode } from '../../../shared/contract/promo-code.ts';
import type { Act } from '../../http/act.ts';
import { Refusal } from '../../http/refusal.ts';

const TAKE = `update promo_code set used = used + 1
  where code = $1 and active and (max_uses is null or used < max_uses) returning code`;

const KEEP = `insert into promo_use (organisation_id, code, order_id, discount)
  select $1, n.code, $2, n.discount from unnest($3::text[], $4::bigint[]) as n (code, discount)`;

/**
 * Uses up the codes that count in an order. A code's row is shared by all organisations: each is taken by one
 * guarded update, in the order of the codes, so that two orders with the same codes wait for each other
 * and never for ever. Called late, since the rows stay locked to the end of the transaction, and with the
 * organisation's ledger accounts locked, so that an organisation does not use a code twice.
 * @throws {Refusal} KONTOR_ORDER_TOTAL_CHANGED where somebody else was faster with the last use.
 */
export async function useCodes({ tx, organisation }: Act, order: string, codes: readonly AppliedCode[]): Promise<void> {
  const counting = codes.filter((code) => code.reason === null).sort((one, other) => (one.code < other.code ? -1 : 1));
  for (const { code } of counting) {
    const [taken] = await tx.query(TAKE, [code]);
    if (!taken) throw new Refusal('KONTOR_ORDER_TOTAL_CHANGED', `The promo code ${code} was used up or withdrawn meanwhile.`);
  }
  if (counting.length === 0) return;
  await tx.query(KEEP, [organisation, order, counting.map(({ code }) => code), counting.map(({ discount }) => discount ?? 0)]);
}
