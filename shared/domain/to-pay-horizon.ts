/** How far ahead "to pay" looks unless all is asked for. Rule of the host: the next two months. */
const MONTHS = 2;

/**
 * The last day that "to pay" shows by default. A day that the month does not have becomes its last.
 * @param today `YYYY-MM-DD`
 */
export function toPayHorizon(today: string): string {
  return addMonths(today, MONTHS);
}

/** The same day `months` later; 31 January plus one month is the last of February. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
