import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../security/row-level/run.ts';

test('no row of another organisation comes out of any table, nor goes into one, whatever state a connection is in', async () => {
  const { counts, failures } = await run({ full: false, seed: 1 });
  assert.deepEqual(failures, []);
  assert.ok((counts['tables'] ?? 0) >= 30, 'hardly a table was tried');
});
