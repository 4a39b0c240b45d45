/** What a money request was, as its key remembers it. */
export interface KeyUse {
  readonly act: 'top-up' | 'place';
  readonly body: string;
  readonly answer: string;
}

export interface ModelOrder {
  readonly id: string;
  revision: number;
  state: 'open' | 'placed' | 'paid';
  method: 'prepaid' | 'card' | 'bank-transfer' | null;
}

export interface ModelTopUp {
  readonly id: string;
  readonly amount: number;
  state: 'pending' | 'settled' | 'declined' | 'charged-back';
}

/** What one organisation's money ought to be, by rules of its own. Minor units. */
export class MoneyModel {
  available = 0;
  owed = 0;
  readonly keys = new Map<string, KeyUse>();
  readonly orders: ModelOrder[] = [];
  readonly topUps: ModelTopUp[] = [];

  get pending(): number {
    return this.topUps.filter(({ state }) => state === 'pending').reduce((sum, { amount }) => sum + amount, 0);
  }

  /** Money comes in; what is owed is settled out of it. */
  arrive(amount: number): void {
    const debt = Math.min(amount, this.owed);
    this.owed -= debt;
    this.available += amount - debt;
  }

  takeBack(amount: number): void {
    const left = Math.min(amount, this.available);
    this.available -= left;
    this.owed += amount - left;
  }

  /** What a placement must be refused with, if anything. */
  refusal(order: ModelOrder, seen: { revision: number; gross: number }, gross: number): string | undefined {
    if (order.state !== 'open') return 'KONTOR_ORDER_CLOSED';
    if (order.revision !== seen.revision) return 'KONTOR_CONFLICT';
    if (order.method === null) return 'KONTOR_PAYMENT_METHOD_MISSING';
    if (seen.gross !== gross) return 'KONTOR_ORDER_TOTAL_CHANGED';
    return order.method === 'prepaid' && gross > this.available ? 'KONTOR_BALANCE_NOT_COVERED' : undefined;
  }
}
