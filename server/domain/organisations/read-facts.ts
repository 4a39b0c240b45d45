import type { OrganisationRow } from '../../../shared/contract/organisation.ts';
import type { Queryable } from '../../storage/database.ts';
import { toNumber } from '../../storage/minor-units.ts';

/** What a list tells of the money of one organisation. */
export type OrganisationFacts = Pick<OrganisationRow, 'available' | 'open' | 'overdue'>;

type Line = { id: string; currency: string; available: bigint; open: bigint; overdue: bigint };

const FACTS = `
  select o.id, o.currency, coalesce(l.balance, 0) as available, i.open, i.overdue
  from organisation o
  left join ledger_account l on l.organisation_id = o.id and l.kind = 'prepaid' and l.currency = o.currency
  cross join lateral (
    select count(*) as open, count(*) filter (where state = 'due' and due_on < $2) as overdue
    from invoice where organisation_id = o.id and state in ('pro-forma', 'due')) i
  where o.id = any ($1::uuid[])`;

/**
 * Prepaid money and invoices to pay of each organisation, by id. The transaction's scope must name them:
 * those that the person may see the money of, and no others.
 * @param today calendar day, for what is overdue
 */
export async function readFacts(tx: Queryable, organisations: readonly string[], today: string): Promise<Map<string, OrganisationFacts>> {
  const lines = await tx.query<Line>(FACTS, [organisations, today]);
  return new Map(lines.map((line) => [line.id, factsOf(line)]));
}

function factsOf({ currency, available, open, overdue }: Line): OrganisationFacts {
  return { available: { amount: toNumber(available), currency }, open: toNumber(open), overdue: toNumber(overdue) };
}
