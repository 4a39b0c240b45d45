import { v7 as uuid } from 'uuid';
import type { Movement, MovementQuery, MovementWindow, PrepaidBalance, PrepaidOutlook, TopUp, TopUpRequest } from '../../contract/prepaid.ts';
import type { ToPayRow } from '../../contract/to-pay.ts';
import { coverOutlook } from '../../domain/cover-outlook.ts';
import { addMonths } from '../../domain/to-pay-horizon.ts';
import { TOP_UP_BOUNDS } from '../../domain/top-up-bounds.ts';
import { KontorError } from '../kontor-error.ts';
import { prepaidTrend } from './prepaid-trend.ts';

export interface MemoryPrepaidOptions {
  readonly balance: PrepaidBalance;
  /** Newest first. */
  readonly movements?: readonly Movement[];
  readonly nextExpiry?: PrepaidOutlook['nextExpiry'];
}

const STATES = { approved: 'settled', declined: 'declined', late: 'pending', 'charged-back': 'settled' } as const;

/** The prepaid account of one organisation in memory. No time passes here: a late card stays pending. */
export class MemoryPrepaid {
  #balance: PrepaidBalance;
  #movements: readonly Movement[];
  #nextExpiry: PrepaidOutlook['nextExpiry'];
  #topUps = new Map<string, TopUp>();
  #byKey = new Map<string, { request: string; topUp: TopUp }>();

  constructor({ balance, movements = [], nextExpiry = null }: MemoryPrepaidOptions) {
    this.#balance = balance;
    this.#movements = movements;
    this.#nextExpiry = nextExpiry;
  }

  balance(): PrepaidBalance {
    return this.#balance;
  }

  movements({ offset = 0, limit = 50 }: MovementQuery = {}): MovementWindow {
    return { rows: this.#movements.slice(offset, offset + limit), count: this.#movements.length };
  }

  /** @param toPay what falls due, once each: rows know no terms. @param today `YYYY-MM-DD` */
  outlook(toPay: readonly ToPayRow[], today: string): PrepaidOutlook {
    const { available: { amount: available, currency }, owed } = this.#balance;
    const through = addMonths(today, 12);
    const demands = toPay.map(({ dueOn, subject, total: { amount: total, currency: its } }) => ({ on: dueOn, subject, total, currency: its }));
    const { coveredUntil, uncovered, shortfall } = coverOutlook({ currency, available, owed: owed.amount }, demands, today, through);
    return {
      currency, through, coveredUntil,
      uncovered: uncovered && { ...uncovered, total: { amount: uncovered.total, currency } },
      shortfall: { amount: shortfall, currency },
      nextExpiry: this.#nextExpiry,
      trend: prepaidTrend(this.#movements, available, today),
    };
  }

  /**
   * @throws {KontorError} KONTOR_IDEMPOTENCY_KEY_REUSED, KONTOR_AMOUNT_OUT_OF_RANGE,
   * KONTOR_CURRENCY_MISMATCH
   */
  topUp(request: TopUpRequest, idempotencyKey: string): TopUp {
    const text = JSON.stringify([request.amount.amount, request.amount.currency, request.card]);
    const before = this.#byKey.get(idempotencyKey);
    if (before && before.request !== text) throw new KontorError('KONTOR_IDEMPOTENCY_KEY_REUSED', 'Another request had this key.');
    if (before) return before.topUp;
    const { amount, card } = request;
    if (amount.amount < TOP_UP_BOUNDS.least || amount.amount > TOP_UP_BOUNDS.greatest) {
      throw new KontorError('KONTOR_AMOUNT_OUT_OF_RANGE', 'The amount is out of range.');
    }
    if (amount.currency !== this.#balance.available.currency) {
      throw new KontorError('KONTOR_CURRENCY_MISMATCH', 'The account has another currency.');
    }
    const topUp: TopUp = { id: uuid(), amount, card, state: STATES[card], createdAt: new Date().toISOString() };
    this.#topUps.set(topUp.id, topUp);
    this.#byKey.set(idempotencyKey, { request: text, topUp });
    this.#book(topUp);
    return topUp;
  }

  /** Pays an invoice, or not where the account does not hold the amount. @param amount minor units */
  pay(amount: number, invoice: string): boolean {
    const { available } = this.#balance;
    if (available.amount < amount) return false;
    const at = new Date().toISOString();
    const balance = { ...available, amount: available.amount - amount };
    const moved = { amount: -amount, currency: available.currency };
    this.#balance = { ...this.#balance, available: balance, asOf: at };
    this.#movements = [{ id: uuid(), at, cause: 'payment', amount: moved, balance, document: invoice, number: null }, ...this.#movements];
    return true;
  }

  /** @throws {KontorError} KONTOR_NOT_FOUND */
  topUpState(id: string): TopUp {
    const topUp = this.#topUps.get(id);
    if (!topUp) throw new KontorError('KONTOR_NOT_FOUND', 'No such top-up.');
    return topUp;
  }

  #book({ id, amount, state, createdAt }: TopUp): void {
    const { available, pending } = this.#balance;
    if (state === 'pending') {
      this.#balance = { ...this.#balance, pending: { ...pending, amount: pending.amount + amount.amount }, asOf: createdAt };
    } else if (state === 'settled') {
      const balance = { ...available, amount: available.amount + amount.amount };
      this.#balance = { ...this.#balance, available: balance, asOf: createdAt };
      this.#movements = [{ id: uuid(), at: createdAt, cause: 'top-up', amount, balance, document: id, number: null }, ...this.#movements];
    }
  }
}
