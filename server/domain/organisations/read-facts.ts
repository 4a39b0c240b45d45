import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import { toPayHorizon } from '../../../shared/domain/to-pay-horizon.ts';
import type { Queryable } from '../../storage/database.ts';
import { toNumber } from '../../storage/minor-units.ts';
import { toPayItems } from '../to-pay/to-pay-items.ts';

/** What a list tells of the money of one organisation. */
export type OrganisationFacts = Pick<OrganisationRow, 'available' | 'open' | 'overdue'>;

type Line = { id: string; currency: string; available: bigint; open: bigint; overdue: bigint };

/** Counted as "to pay" counts: what is overdue or due by $5, renewals included. */
const FACTS = `
  select mine.id, mine.currency, coalesce(l.balance, 0) as available, t.open, t.overdue
  from organisation mine
  left join ledger_account l on l.organisation_id = mine.id and l.kind = 'prepaid' and l.currency = mine.currency
  cross join lateral (
    select count(*) as open, count(*) filter (where rank = 0) as overdue
    from (${toPayItems('mine.id')}) items where due_on <= $5) t
  where mine.id = any ($1::uuid[])`;

/**
 * Prepaid money of each organisation, and how much it has to pay, by id. The transaction's scope must name
 * them: those that the person may see the money of, and no others.
 * @param today calendar day, for what is overdue and how far "to pay" looks ahead
 */
export async function readFacts(tx: Queryable, organisations: readonly string[], today: string): Promise<Map<string, OrganisationFacts>> {
  const lines = await tx.query<Line>(FACTS, [organisations, today, [], null, toPayHorizon(today)]);
  return new Map(lines.map((line) => [line.id, factsOf(line)]));
}

function factsOf({ currency, available, open, overdue }: Line): OrganisationFacts {
  return { available: { amount: toNumber(available), currency }, open: toNumber(open), overdue: toNumber(overdue) };
}
