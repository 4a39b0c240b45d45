import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { shareOut } from '../../../shared/money/share-out.ts';

const weights = fc.array(fc.nat({ max: 1_000_000_000_000 }), { minLength: 1, maxLength: 50 });
const shared = weights.chain((parts) =>
  fc.record({ parts: fc.constant(parts), amount: fc.nat({ max: parts.reduce((sum, part) => sum + part, 0) }) }));

describe('sharing out', () => {
  test('loses nothing, takes from nobody more than there is, and is off by less than one unit', () => {
    fc.assert(
      fc.property(shared, ({ parts, amount }) => {
        const shares = shareOut(amount, parts);
        const sum = parts.reduce((total, part) => total + part, 0);
        assert.equal(shares.reduce((total, share) => total + share, 0), amount);
        for (const [at, share] of shares.entries()) {
          const part = parts[at] ?? 0;
          assert.ok(share >= 0 && share <= part);
          const off = BigInt(share) * BigInt(sum) - BigInt(amount) * BigInt(part);
          assert.ok((off < 0n ? -off : off) < BigInt(sum) || sum === 0);
        }
      }),
    );
  });

  test('gives the odd units to the largest remainders, the earlier first', () => {
    assert.deepEqual(shareOut(10, [1, 1, 1].map((part) => part * 100)), [4, 3, 3]);
    assert.deepEqual(shareOut(100, [333, 333, 334]), [33, 33, 34]);
    assert.deepEqual(shareOut(0, [0, 0]), [0, 0]);
    assert.deepEqual(shareOut(5, [0, 5]), [0, 5]);
  });
});
