/** Where the gateway reads the time from; tests and demonstrations set their own. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Due days and terms are calendar days of this zone. */
const timeZone = process.env['KONTOR_TIME_ZONE'] ?? 'Europe/Zurich';
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day in the gateway's time zone, `YYYY-MM-DD`. */
export function today(clock: Clock): string {
  return dayOf(clock.now());
}

/** The calendar day of an instant in the gateway's time zone, `YYYY-MM-DD`. */
export function dayOf(instant: Date): string {
  return calendar.format(instant);
}

/** Days of all zones begin within so many hours before and after the same day of UTC. */
const [EARLIEST, LATEST] = [-14, 12];
const QUARTER = 900_000;

/**
 * The first instant of a calendar day in the gateway's time zone. Zones differ from UTC by whole quarters
 * of an hour; a day that begins later than at midnight, where the clock is put forward, is found too.
 * @param day `YYYY-MM-DD`
 */
export function startOfDay(day: string): Date {
  const midnight = Date.parse(day);
  let [from, to] = [EARLIEST * 4, LATEST * 4];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (dayOf(new Date(midnight + middle * QUARTER)) >= day) to = middle;
    else from = middle + 1;
  }
  return new Date(midnight + to * QUARTER);
}
