import type { MovementCause, TestCard, TopUp } from '../../../../shared/contract/prepaid.ts';
import type { ProblemTerms } from '../../../terms/problem/terms.ts';

/** Words of `<kontor-prepaid-balance>`. Amounts, days, ages and names of people arrive formatted. */
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
  movements: string;
  causes: Record<MovementCause, string>;
  columns: Record<'day' | 'cause' | 'amount' | 'balance', string>;
  showInvoice: (number: string) => string;
  more: (count: number, figure: string) => string;
  noMovements: string;

  close: string;
  cancel: string;
  testCard: string;
  testCardNote: string;
  cards: Record<TestCard, string>;
  amount: string;
  missing: string;
  bounds: (least: string, greatest: string) => string;
  tooLow: (least: string) => string;
  tooHigh: (greatest: string) => string;
  noAmount: (example: string) => string;
  settlesOwed: (amount: string) => string;

  paying: string;
  elsewhere: string;
  elsewhereDone: string;
  offline: string;
  refused: string;
  unsure: string;
  states: Record<TopUp['state'], (amount: string) => string>;
  pendingNote: string;
  again: string;
  done: string;

  noRight: string;
  whoCanHelp: (names: string) => string;
}
