import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ChaosOptions, runChaos } from '../chaos/chaos.ts';
import { testDatabase } from '../support/test-database.ts';

/** Small counts of what `npm run test:chaos` does at length. */
const counts = { kills: 3, callers: 8 } as const;
const databaseUrl = await testDatabase();

async function holds(options: Partial<ChaosOptions>): Promise<void> {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const report = await runChaos({ ...counts, ...options, seed });
  assert.deepEqual(report.faults, [], `seed ${seed}`);
  assert.ok(report.acknowledged > 0, 'nothing was acknowledged');
}

describe('a gateway killed at random points loses nothing it acknowledged and doubles nothing', () => {
  test('on the embedded database', () => holds({}));
  test('on a PostgreSQL server', () => holds({ databaseUrl }));
});
