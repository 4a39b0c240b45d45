import type { Movement, PrepaidOutlook } from '../../contract/prepaid.ts';
import { addDays } from '../../domain/add-days.ts';

/** Days that the trend looks back. */
const DAYS = 90;

/**
 * The balance at the end of each of the last 90 days and now, as the movements tell it.
 * @param movements newest first
 * @param available now, minor units
 */
export function prepaidTrend(movements: readonly Movement[], available: number, today: string): PrepaidOutlook['trend'] {
  const oldest = movements.at(-1);
  const opening = oldest ? oldest.balance.amount - oldest.amount.amount : available;
  return Array.from({ length: DAYS + 1 }, (_, index) => {
    const on = addDays(today, index - DAYS);
    const last = movements.find(({ at }) => at.slice(0, 10) <= on);
    return { on, available: index === DAYS ? available : (last?.balance.amount ?? opening) };
  });
}
