import { addDays } from '../../../shared/domain/add-days.ts';
import type { PrepaidOutlook } from '../../../shared/contract/prepaid.ts';
import { startOfDay } from '../../clock.ts';
import type { Act } from '../../http/act.ts';
import { toNumber } from '../../storage/minor-units.ts';

/** Days that the trend looks back. */
const DAYS = 90;

/**
 * The last entry of each day on which something moved, and the balance before the first of them. $2: when
 * each day begins; a day is known by its place in there, from 1. The planner takes an organisation for
 * small, so it is told its way (`offset 0`): from the transfers of these days to their entries, one by one.
 */
const TREND = `
  with recent as materialized (
    select t.id, width_bucket(t.at, $2::timestamptz[]) as day
    from ledger_transfer t
    where t.organisation_id = $1 and t.at >= ($2::timestamptz[])[1]),
  prepaid as materialized (
    select a.id from ledger_account a
    where a.organisation_id = $1 and a.kind = 'prepaid' and a.currency = (select o.currency from organisation o where o.id = $1))
  select distinct on (day) day, balance as closing, first_value(balance - amount) over (order by version) as opening
  from prepaid cross join recent cross join lateral (
    select e.account_id, e.version, e.amount, e.balance from ledger_entry e
    where e.organisation_id = $1 and e.transfer_id = recent.id offset 0) entry
  where entry.account_id = prepaid.id
  order by day, version desc`;

type Line = { day: number; closing: bigint; opening: bigint };

/**
 * The available money at the end of each of the last 90 days and now, oldest first.
 * @param available now, minor units
 */
export async function readTrend(
  { tx, organisation, today }: Pick<Act, 'tx' | 'organisation' | 'today'>, available: number,
): Promise<PrepaidOutlook['trend']> {
  const days = Array.from({ length: DAYS + 1 }, (_, index) => addDays(today, index - DAYS));
  const lines = await tx.query<Line>(TREND, [organisation, days.map(startOfDay)]);
  const closings = new Map(lines.map(({ day, closing }) => [day - 1, toNumber(closing)]));
  let balance = lines[0] ? toNumber(lines[0].opening) : available;
  return days.map((on, index) => {
    balance = index === DAYS ? available : (closings.get(index) ?? balance);
    return { on, available: balance };
  });
}
