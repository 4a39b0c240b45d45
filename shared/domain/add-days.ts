const DAY = 86_400_000;

/** The day `days` later, or earlier where it is negative. @param day `YYYY-MM-DD` */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
