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
