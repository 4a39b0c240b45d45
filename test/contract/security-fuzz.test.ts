import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../security/fuzz/run.ts';

/** A small part of what `npm run test:security` does at length. */
test('hostile requests, forms and sequences of payments find no failure, no leak and no answer beyond the description', async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const { counts, failures } = await run({ full: false, seed });
  assert.deepEqual(failures, [], `seed ${seed}`);
  assert.deepEqual([counts['leaks'], counts['5xx']], [0, 0]);
  assert.ok((counts['hostile requests'] ?? 0) >= 1000 && (counts['over connections'] ?? 0) > 50, JSON.stringify(counts));
});
