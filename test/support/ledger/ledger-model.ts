import assert from 'node:assert/strict';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { chargeBack } from '../../../server/domain/prepaid/charge-back.ts';
import { listMovements } from '../../../server/domain/prepaid/list-movements.ts';
import { settleTopUp } from '../../../server/domain/prepaid/settle-top-up.ts';
import { balances } from '../../../server/ledger/balances.ts';
import { checkInvariants } from '../../../server/ledger/check-invariants.ts';
import type { AccountKind } from '../../../server/ledger/lock-accounts.ts';
import { transfer } from '../../../server/ledger/transfer.ts';
import type { Database, Queryable } from '../../../server/storage/database.ts';

const KINDS: readonly AccountKind[] = ['outside', 'owed', 'prepaid', 'reserved'];

/** What the ledger of one organisation ought to hold, by rules of its own. */
export class LedgerModel {
  readonly balance: Record<AccountKind, number> = { outside: 0, owed: 0, prepaid: 0, reserved: 0 };
  /** Of the prepaid account, newest first. */
  readonly movements: { cause: string; amount: number; balance: number }[] = [];
  readonly topUps: { id: string; amount: number; state: 'pending' | 'settled' | 'charged-back' }[] = [];

  /** @returns what a transfer must be refused with, if anything. */
  refusal(from: AccountKind, to: AccountKind, amount: number): string | undefined {
    if (!Number.isSafeInteger(amount) || amount <= 0 || from === to) return 'RangeError';
    if ((from === 'prepaid' || from === 'reserved') && amount > this.balance[from]) return 'NotCoveredError';
    if (to === 'owed' && amount > -this.balance.owed) return 'RangeError';
    return undefined;
  }

  move(from: AccountKind, to: AccountKind, amount: number, cause: string): void {
    if (amount === 0) return;
    this.balance[from] -= amount;
    this.balance[to] += amount;
    if (from === 'prepaid') this.movements.unshift({ cause, amount: -amount, balance: this.balance.prepaid });
    if (to === 'prepaid') this.movements.unshift({ cause, amount, balance: this.balance.prepaid });
  }
}

/** The real ledger beside the model: one organisation in one database. */
export interface RealLedger {
  readonly database: Database;
  readonly organisation: string;
  readonly account: string;
}

type Command = fc.AsyncCommand<LedgerModel, RealLedger, true>;

function act<T>({ database, organisation, account }: RealLedger, work: (tx: Queryable) => Promise<T>): Promise<T> {
  return database.transaction({ account, organisations: [organisation] }, work);
}

async function agree(model: LedgerModel, real: RealLedger): Promise<void> {
  const { organisation } = real;
  const [balance, movements] = await act(real, async (tx) => [
    await balances(tx, organisation, new Date(), '2026-01-01'),
    await listMovements({ tx, organisation }, { limit: 200 }),
  ] as const);
  assert.equal(balance?.available.amount, model.balance.prepaid);
  assert.equal(balance.reserved.amount, model.balance.reserved);
  assert.equal(balance.owed.amount, 0 - model.balance.owed);
  const pending = model.topUps.filter(({ state }) => state === 'pending').reduce((sum, { amount }) => sum + amount, 0);
  assert.equal(balance.pending.amount, pending);
  assert.equal(movements.count, model.movements.length);
  const read = movements.rows.map((row) => ({ cause: row.cause, amount: row.amount.amount, balance: row.balance.amount }));
  assert.deepEqual(read, model.movements);
  assert.deepEqual(await checkInvariants(real.database), []);
}

/** Any transfer, the impossible ones too. */
class Move implements Command {
  readonly from: AccountKind;
  readonly to: AccountKind;
  readonly amount: number;

  constructor(from: AccountKind, to: AccountKind, amount: number) {
    this.from = from;
    this.to = to;
    this.amount = amount;
  }

  check = async (): Promise<boolean> => true;

  async run(model: LedgerModel, real: RealLedger): Promise<void> {
    const { from, to, amount } = this;
    const order = { organisation: real.organisation, from, to, currency: 'CHF', amount, cause: 'payment', document: null, at: new Date() } as const;
    const refusal = model.refusal(from, to, amount);
    if (refusal !== undefined) {
      // Caught inside the transaction, which commits: a refused transfer must leave nothing half done.
      await act(real, (tx) => assert.rejects(transfer(tx, order), { name: refusal }));
    } else {
      model.move(from, to, amount, 'payment');
      const made = await act(real, (tx) => transfer(tx, order));
      assert.deepEqual([made.fromBalance, made.toBalance], [model.balance[from], model.balance[to]]);
    }
    await agree(model, real);
  }

  toString = (): string => `${this.from} -> ${this.to} ${this.amount}`;
}

class AskTopUp implements Command {
  readonly amount: number;

  constructor(amount: number) {
    this.amount = amount;
  }

  check = async (): Promise<boolean> => true;

  async run(model: LedgerModel, real: RealLedger): Promise<void> {
    const id = uuid();
    await act(real, (tx) => tx.query(
      `insert into top_up (organisation_id, id, amount, currency, card, state, created_by, created_at)
       values ($1, $2, $3, 'CHF', 'late', 'pending', $4, now())`,
      [real.organisation, id, this.amount, real.account],
    ));
    model.topUps.push({ id, amount: this.amount, state: 'pending' });
    await agree(model, real);
  }

  toString = (): string => `top up ${this.amount}`;
}

/** News about a top-up, whether it fits its state or not: news that comes twice has no second effect. */
class TopUpNews implements Command {
  readonly news: 'settle' | 'charge back';
  readonly pick: number;

  constructor(news: 'settle' | 'charge back', pick: number) {
    this.news = news;
    this.pick = pick;
  }

  check = async (model: Readonly<LedgerModel>): Promise<boolean> => model.topUps.length > 0;

  async run(model: LedgerModel, real: RealLedger): Promise<void> {
    const topUp = model.topUps[this.pick % model.topUps.length];
    assert.ok(topUp);
    const tell = this.news === 'settle' ? settleTopUp : chargeBack;
    await act(real, (tx) => tell(tx, real.organisation, topUp.id, new Date()));
    if (this.news === 'settle' && topUp.state === 'pending') {
      const debt = -model.balance.owed;
      topUp.state = 'settled';
      model.move('outside', 'prepaid', topUp.amount, 'top-up');
      model.move('prepaid', 'owed', Math.min(debt, topUp.amount), 'debt-settlement');
    } else if (this.news === 'charge back' && topUp.state === 'settled') {
      const left = Math.min(topUp.amount, model.balance.prepaid);
      topUp.state = 'charged-back';
      model.move('prepaid', 'outside', left, 'charge-back');
      model.move('owed', 'outside', topUp.amount - left, 'charge-back');
    }
    await agree(model, real);
  }

  toString = (): string => `${this.news} ${this.pick}`;
}

const kind = fc.constantFrom(...KINDS);
const amount = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 2000 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -1, 0.5, Number.NaN, 2 ** 53) },
);
const payment = fc.integer({ min: 1, max: 2000 });

/** Everything that moves money in the ledger, in any order. */
export const ledgerCommands = fc.commands<LedgerModel, RealLedger, true>(
  [
    fc.tuple(kind, kind, amount).map(([from, to, amount]) => new Move(from, to, amount)),
    payment.map((amount) => new Move('prepaid', 'outside', amount)),
    fc.integer({ min: 500, max: 5000 }).map((amount) => new AskTopUp(amount)),
    fc.nat(5).map((pick) => new TopUpNews('settle', pick)),
    fc.nat(5).map((pick) => new TopUpNews('charge back', pick)),
  ],
  { maxCommands: 30, size: '+1' },
);
