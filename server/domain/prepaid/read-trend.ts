import { addDays } from '../../../shared/domain/add-days.ts';
import type { PrepaidOutlook } from '../../../shared/contract/prepaid.ts';
import { startOfDay } from '../../clock.ts';
import type { Act } from '../../http/act.ts';
import { toNumber } from '../../storage/minor-units.ts';

/** Days that the trend looks back. */
const DAYS = 90;

/**
 * The last entry of each day on which something moved, and the balance before the first of them. $2: when
 * each day begins; a day is known by its place in there, from 1.
 */
const TREND = `
  select distinct on (day) day, balance as closing, first_value(balance - amount) over (order by version) as opening
  from (
    select e.version, e.amount, e.balance, width_bucket(t.at, $2::timestamptz[]) as day
    from ledger_transfer t
    join ledger_account a on a.organisation_id = $1 and a.kind = 'prepaid' and a.currency = t.currency
      and a.currency = (select o.currency from organisation o where o.id = $1)
    join ledger_entry e on e.organisation_id = $1 and e.transfer_id = t.id and e.account_id = a.id
    where t.organisation_id = $1 and t.at >= ($2::timestamptz[])[1]) moves
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
