import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { vatOn } from '../../../shared/domain/vat.ts';

const net = fc.integer({ min: -10_000_000_000_000, max: 10_000_000_000_000 });
const rate = fc.integer({ min: 0, max: 10_000 });

describe('value added tax', () => {
  test('is the nearest minor unit, a half away from zero', () => {
    fc.assert(
      fc.property(net, rate, (amount, points) => {
        const tax = BigInt(vatOn(amount, points));
        const exact = BigInt(amount) * BigInt(points);
        const off = 2n * (tax * 10_000n - exact);
        assert.ok(off <= 10_000n && off >= -10_000n);
        // At a half the tax is the one farther from zero.
        if (off === 10_000n || off === -10_000n) assert.equal(off > 0n, exact > 0n);
      }),
    );
  });

  test('of a credit is the tax of the charge with the other sign', () => {
    fc.assert(fc.property(net, rate, (amount, points) => vatOn(-amount, points) + vatOn(amount, points) === 0));
  });

  test('of known amounts', () => {
    assert.equal(vatOn(10_000, 810), 810);
    assert.equal(vatOn(1995, 810), 162);
    assert.equal(vatOn(50, 100), 1);
    assert.equal(vatOn(-50, 100), -1);
    assert.equal(vatOn(49, 100), 0);
    assert.equal(vatOn(12_345, 0), 0);
  });
});
