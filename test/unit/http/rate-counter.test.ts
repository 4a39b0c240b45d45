import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { RateCounter } from '../../../server/http/rate-counter.ts';

test('a caller has so many requests a minute, and each caller has its own', () => {
  let now = 0;
  const counter = new RateCounter(2, () => now);
  assert.deepEqual(counter.count('a'), { allowed: true, remaining: 1, seconds: 60 });
  now = 59_500;
  assert.deepEqual(counter.count('a'), { allowed: true, remaining: 0, seconds: 1 });
  assert.deepEqual(counter.count('a'), { allowed: false, remaining: 0, seconds: 1 });
  assert.equal(counter.count('b').allowed, true);
  now = 60_000;
  assert.deepEqual(counter.count('a'), { allowed: true, remaining: 1, seconds: 60 });
  assert.equal(counter.count('b', 2).allowed, false);
});

test('a window lasts a minute, wherever the clock stands', () => {
  fc.assert(fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (now) => {
    assert.equal(new RateCounter(1, () => now).count('a').seconds, 60);
  }));
});

test('no caller gets more than the limit in any window, whoever else asks', () => {
  const asks = fc.array(fc.record({ caller: fc.constantFrom('a', 'b', 'c'), wait: fc.nat(40_000) }), { maxLength: 200 });
  fc.assert(fc.property(asks, fc.integer({ min: 1, max: 5 }), (turns, most) => {
    let now = 0;
    const counter = new RateCounter(most, () => now);
    const model = new Map<string, { begun: number; count: number }>();
    for (const { caller, wait } of turns) {
      now += wait;
      const known = model.get(caller);
      const window = known && now - known.begun < 60_000 ? known : { begun: now, count: 0 };
      window.count += 1;
      model.set(caller, window);
      assert.equal(counter.count(caller).allowed, window.count <= most);
    }
  }));
});

test('what it keeps is bounded, and forgets what is over', () => {
  let now = 0;
  const counter = new RateCounter(5, () => now);
  for (let caller = 0; caller < 50_000; caller += 1) counter.count(`address ${caller}`);
  assert.ok(counter.size <= 20_000, String(counter.size));
  now = 60_001;
  for (let caller = 0; caller < 20_000; caller += 1) counter.count('one');
  for (let caller = 0; caller < 10_001; caller += 1) counter.count(`late ${caller}`);
  assert.ok(counter.size <= 10_002, String(counter.size));
});
