import type { KontorClient } from '../../shared/client/kontor-client.ts';
import { KontorError, type KontorErrorCode } from '../../shared/client/kontor-error.ts';
import type { Movement, PrepaidBalance, PrepaidOutlook, TopUp, TopUpRequest } from '../../shared/contract/prepaid.ts';
import type { Feature } from '../../shared/contract/session.ts';
import type { Money } from '../../shared/money/money.ts';
import { sampleSession, TODAY } from './invoice-sample.ts';

export const chf = (amount: number): Money => ({ amount, currency: 'CHF' });

const id = (index: number): string => `0190dd00-0000-7000-8000-${String(index).padStart(12, '0')}`;

/** 1,234.50 available, nothing wrong with it. */
export function prepaidBalance(change: Partial<PrepaidBalance> = {}): PrepaidBalance {
  const none = chf(0);
  return { available: chf(123_450), reserved: none, pending: none, freeCredit: chf(3450), owed: none, asOf: `${TODAY}T09:30:00Z`, ...change };
}

/** Reaches to 14 March 2027, nothing is missing before; 91 days from 100.00 up to 1,234.50. */
export function prepaidOutlook(change: Partial<PrepaidOutlook> = {}): PrepaidOutlook {
  return {
    currency: 'CHF',
    through: '2027-11-22',
    coveredUntil: '2027-03-14',
    uncovered: { on: '2027-03-15', subject: 'kSuite', total: chf(11_940) },
    shortfall: chf(0),
    nextExpiry: { on: '2027-01-03', amount: chf(2000), productKind: 'kdrive' },
    trend: Array.from({ length: 91 }, (_, day) => ({ on: '2026-09-01', available: day === 90 ? 123_450 : 10_000 + day * 100 })),
    ...change,
  };
}

/** Payments and top-ups in turn, newest first. */
export function manyMovements(count: number): Movement[] {
  return Array.from({ length: count }, (_, index) => {
    const payment = index % 2 === 0;
    return {
      id: id(index),
      at: `${TODAY}T08:00:00Z`,
      cause: payment ? 'payment' : 'top-up',
      amount: chf(payment ? -1990 : 5000),
      balance: chf(123_450 - index),
      document: id(1000 + index),
      number: payment ? `R-${index}` : null,
    };
  });
}

export interface PrepaidSetting {
  readonly balance?: PrepaidBalance;
  readonly outlook?: PrepaidOutlook;
  readonly movements?: readonly Movement[];
  readonly features?: readonly Feature[];
  readonly billingRight?: boolean;
}

const FIRST_STATE = { approved: 'settled', declined: 'declined', late: 'pending', 'charged-back': 'settled' } as const;

/** Stands for a server whose answers the test holds back, fails and changes as it goes. */
export class PrepaidDouble {
  balance: PrepaidBalance;
  outlook: PrepaidOutlook;
  movements: readonly Movement[];
  /** Every call waits for it. */
  latency: () => Promise<void> = () => Promise.resolve();
  failure: KontorErrorCode | undefined;
  /** What pays: awaited before a top-up is answered. */
  payment: () => Promise<void> = () => Promise.resolve();
  /** States that are told of a top-up when asked again, in turn; then the last one. */
  states: TopUp['state'][] = ['settled'];
  /** An older value that is told before an answer. */
  kept: { readonly value: PrepaidBalance; readonly at: Date } | undefined;
  /** Keys of the payments that arrived, and the calls that were made. */
  readonly keys: string[] = [];
  readonly calls: string[] = [];
  readonly signals: AbortSignal[] = [];
  readonly client: KontorClient;

  constructor({ balance, outlook, movements, features, billingRight = true }: PrepaidSetting = {}) {
    this.balance = balance ?? prepaidBalance();
    this.outlook = outlook ?? prepaidOutlook();
    this.movements = movements ?? manyMovements(23);
    const session = { ...sampleSession({ billingRight }), features: [...(features ?? ['prepaid:read', 'prepaid:top-up', 'invoices:read'])] };
    const own: Partial<KontorClient> = {
      session,
      can: (feature) => session.features.includes(feature),
      prepaidBalance: (options) => {
        if (this.kept) options?.early?.(this.kept.value, this.kept.at);
        return this.#answer('balance', () => this.balance, options?.signal);
      },
      prepaidOutlook: (options) => this.#answer('outlook', () => this.outlook, options?.signal),
      prepaidMovements: ({ offset = 0, limit = 50 }, options) =>
        this.#answer(`movements ${offset}+${limit}`, () => ({ rows: this.movements.slice(offset, offset + limit), count: this.movements.length }), options?.signal),
      topUp: (request, { idempotencyKey }) => this.#pay(request, idempotencyKey),
      topUpState: (_topUp, options) => this.#answer('state', () => this.#next(), options?.signal),
    };
    this.client = own as KontorClient;
  }

  #topUp: TopUp | undefined;

  async #answer<T>(call: string, answer: () => T, signal: AbortSignal | undefined): Promise<T> {
    this.calls.push(call);
    if (signal) this.signals.push(signal);
    await this.latency();
    if (this.failure) throw new KontorError(this.failure);
    return answer();
  }

  async #pay({ amount, card }: TopUpRequest, key: string): Promise<TopUp> {
    this.calls.push(`top-up ${amount.amount} ${card}`);
    this.keys.push(key);
    await this.payment();
    if (this.failure) throw new KontorError(this.failure);
    this.#topUp = { id: id(1), amount, card, state: FIRST_STATE[card], createdAt: `${TODAY}T10:00:00Z` };
    return this.#moved(this.#topUp);
  }

  #next(): TopUp {
    const state = (this.states.length > 1 ? this.states.shift() : this.states[0]) as TopUp['state'];
    return this.#moved({ ...(this.#topUp as TopUp), state });
  }

  #moved(topUp: TopUp): TopUp {
    const { available } = this.balance;
    if (topUp.state === 'settled') this.balance = { ...this.balance, available: chf(available.amount + topUp.amount.amount), pending: chf(0) };
    if (topUp.state === 'pending') this.balance = { ...this.balance, pending: topUp.amount };
    return topUp;
  }
}
