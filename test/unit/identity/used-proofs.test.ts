import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsedProofs } from '../../../server/identity/used-proofs.ts';

test('a hundred thousand used proofs are remembered and no more: the oldest is forgotten', () => {
  const used = new UsedProofs();
  for (let number = 0; number <= 100_000; number += 1) assert.ok(used.take(`proof ${number}`, 60, 0));
  assert.equal(used.size, 100_000);
  assert.deepEqual(['proof 1', 'proof 100000', 'proof 0'].map((id) => used.take(id, 60, 0)), [false, false, true]);
});

test('those that would no longer be taken go when the next one comes', () => {
  const used = new UsedProofs();
  for (const id of ['first', 'second', 'third']) used.take(id, 60, 0);
  used.take('fourth', 121, 61);
  assert.equal(used.size, 1);
});
