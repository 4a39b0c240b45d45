import type { MovementCause, TestCard, TopUp } from '../../../../shared/contract/prepaid.ts';

/** Words of what opens from the card: the top-up and the movements. Fetched with them. Amounts arrive formatted. */
export interface PanelTerms {
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
  states: Record<Exclude<TopUp['state'], 'settled'>, (amount: string) => string>;
  pendingNote: string;
  again: string;
  done: string;
}
