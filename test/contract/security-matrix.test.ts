import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../security/matrix/run.ts';

test('every route answers every caller as the access table says, and foreign ids as missing ones', async () => {
  const { counts, failures } = await run({ full: false, seed: 1 });
  assert.deepEqual(failures, []);
  assert.deepEqual([counts['leaks'], counts['5xx']], [0, 0]);
  assert.ok((counts['cells tried'] ?? 0) > 1500, 'hardly anything was tried');
});
