import type { ProblemTerms } from '../../../terms/problem/terms.ts';

/** Words of the card of `<kontor-prepaid-balance>`. Amounts, days, ages and names of people arrive formatted. */
export interface PrepaidBalanceTerms {
  problem: ProblemTerms;
  /** Accessible name of the whole. */
  label: string;
  available: string;
  /** @param age such as "2 minutes ago", "now" */
  asOf: (age: string) => string;
  refresh: string;
  low: (limit: string) => string;
  owed: (amount: string) => string;
  parts: Record<'purchased' | 'free' | 'reserved' | 'pending', string>;
  expires: (amount: string, day: string) => string;

  trend: (days: number) => string;
  lowest: string;
  highest: string;
  /** Accessible text beside the two, as the figure itself stands elsewhere. */
  now: string;

  coveredUntil: (day: string) => string;
  coversAll: (day: string) => string;
  coversNothing: string;
  uncovered: (subject: string, amount: string, day: string) => string;
  shortfall: (amount: string) => string;
  nothingMissing: string;

  topUp: string;
  topUpWith: (amount: string) => string;
  arrived: (amount: string) => string;
  movements: string;

  noRight: string;
  whoCanHelp: (names: string) => string;
}
