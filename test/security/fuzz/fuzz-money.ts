import fc from 'fast-check';
import type { Fixture } from '../../support/fixture.ts';
import type { Shop } from '../../support/orders/make-shop.ts';
import { BEGINNING, moneyCommands } from './money-commands.ts';
import { MoneyCustomer } from './money-customer.ts';
import { MoneyModel } from './money-model.ts';

/** Sequences that were played, and what broke. */
export interface MoneyReport {
  readonly sequences: number;
  readonly steps: number;
  readonly failure: string | undefined;
}

/** Plays sequences of acts with money over HTTP beside a model in memory; the books are checked after each. */
export async function fuzzMoney(fixture: Fixture, shop: Shop, { runs, seed }: { runs: number; seed: number }): Promise<MoneyReport> {
  let [sequences, steps] = [0, 0];
  const property = fc.asyncProperty(moneyCommands, async (commands) => {
    sequences += 1;
    const real = await MoneyCustomer.arrive(fixture, shop);
    await fc.asyncModelRun(() => ({ model: new MoneyModel(), real }), [...BEGINNING, ...commands]);
    steps += BEGINNING.length + [...commands].length;
    await real.sound();
  });
  const { failed, counterexample, counterexamplePath, errorInstance } = await fc.check(property, { numRuns: runs, seed });
  const failure = failed ? `money (seed ${seed}, path ${counterexamplePath}): ${String(errorInstance)}\n      ${String(counterexample?.[0])}` : undefined;
  return { sequences, steps, failure };
}
