import { Fixture } from '../../support/fixture.ts';
import { makeShop } from '../../support/orders/make-shop.ts';
import type { Shop } from '../../support/orders/make-shop.ts';
import type { SecurityOptions, SecurityReport } from '../report.ts';
import { ApiDescription } from './api-description.ts';
import type { Operation } from './api-description.ts';
import { fuzzMoney } from './fuzz-money.ts';
import { fuzzOperation } from './fuzz-operation.ts';
import { fuzzSignIn } from './fuzz-sign-in.ts';
import { setStage } from './stage.ts';

/** How much is tried: requests to the described API, forms of sign-in, sequences of acts with money. */
const AMOUNTS = {
  full: { requests: 18_800, forms: 1200, sequences: 150 },
  small: { requests: 940, forms: 60, sequences: 6 },
} as const;

type Counts = Record<'hostile requests' | 'over connections' | 'money sequences' | 'money steps' | 'leaks' | '5xx', number>;

/** Sends what the description of the API allows, what stands at its bounds and what it forbids; then forms, then money. */
export async function run({ full, seed }: SecurityOptions): Promise<SecurityReport> {
  const fixture = await Fixture.open();
  const counts: Counts = { 'hostile requests': 0, 'over connections': 0, 'money sequences': 0, 'money steps': 0, leaks: 0, '5xx': 0 };
  const failures: string[] = [];
  try {
    const shop = await makeShop(fixture.database);
    await fuzzApi(fixture, shop, { full, seed }, counts, failures);
    const { forms, sequences } = full ? AMOUNTS.full : AMOUNTS.small;
    const signIn = await fuzzSignIn(fixture, { runs: forms, seed });
    counts['hostile requests'] += signIn.requests;
    for (const { kind } of signIn.findings) if (kind !== 'other') counts[kind] += 1;
    const money = await fuzzMoney(fixture, shop, { runs: sequences, seed });
    counts['money sequences'] = money.sequences;
    counts['money steps'] = money.steps;
    failures.push(...[signIn.failure, money.failure].filter((failure) => failure !== undefined));
  } finally {
    await fixture.close();
  }
  return { name: 'fuzz', counts, failures };
}

async function fuzzApi(fixture: Fixture, shop: Shop, { full, seed }: SecurityOptions, counts: Counts, failures: string[]): Promise<void> {
  const api = await ApiDescription.of(fixture.app);
  const port = Number(new URL(await fixture.app.listen({ host: '127.0.0.1', port: 0 })).port);
  const share = (full ? AMOUNTS.full : AMOUNTS.small).requests / api.operations.reduce((sum, operation) => sum + weightOf(operation), 0);
  for (const [at, operation] of api.operations.entries()) {
    // Each is placed once.
    const stage = await setStage(fixture, shop, operation.path.includes('{orderId}') ? 32 : 1);
    // A seed of its own, or every operation would meet the same choices.
    const report = await fuzzOperation({ api, stage, port }, operation, { runs: Math.ceil(share * weightOf(operation)), seed: seed + at });
    counts['hostile requests'] += report.requests;
    counts['over connections'] += report.byWire;
    for (const { kind } of report.findings) if (kind !== 'other') counts[kind] += 1;
    if (report.failure !== undefined) failures.push(report.failure);
    // Shots that never hit anything would find nothing either.
    else if (full && report.successes === 0) failures.push(`${operation.method} ${operation.path}: none of ${report.requests} requests came through`);
  }
}

/** Where there is a body more can be wrong, and more must be right for a shot to come through. */
function weightOf({ body }: Operation): number {
  return Object.keys(body).length > 0 ? 2 : 1;
}
