import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, isOutdated, isPassword } from '../../../server/identity/sign-in/passwords.ts';
import { TooBusyError, Turns } from '../../../server/identity/sign-in/turns.ts';
import { DEMO_PASSWORD, DEMO_PASSWORD_HASH } from '../../../server/seed/demo-credentials.ts';

test('a password is known by its hash, which is salted and says how it was made', async () => {
  const [first, second] = [await hashPassword('Grüße 🔑'), await hashPassword('Grüße 🔑')];
  assert.notEqual(first, second);
  assert.match(first, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  // The same letters, typed in another form.
  assert.equal(await isPassword('Grüße 🔑'.normalize('NFD'), first), true);
  for (const wrong of ['Grüsse 🔑', '', 'grüße 🔑', `Grüße 🔑${'x'.repeat(2000)}`]) assert.equal(await isPassword(wrong, first), false);
  const longest = await hashPassword('x'.repeat(1000));
  assert.deepEqual([await isPassword('x'.repeat(1000), longest), await isPassword('x'.repeat(1001), longest)], [true, false]);
  for (const kept of [undefined, '', '$argon2id$', 'plain']) assert.equal(await isPassword('', kept), false);
});

test('an e-mail that nobody has costs the same work: it waits for its turn, and is refused where the line is full', async () => {
  const tried = await Promise.allSettled(Array.from({ length: 43 }, () => isPassword('x', undefined)));
  assert.deepEqual(tried.slice(0, 42).map((one) => one.status === 'fulfilled' && one.value), Array<boolean>(42).fill(false));
  assert.ok(tried[42]?.status === 'rejected' && tried[42].reason instanceof TooBusyError);
});

test('the demo\'s hash is of the demo\'s password and as new ones are', async () => {
  assert.equal(await isPassword(DEMO_PASSWORD, DEMO_PASSWORD_HASH), true);
  assert.equal(isOutdated(DEMO_PASSWORD_HASH), false);
});

test('a hash made at another cost still serves, and is called outdated', async () => {
  // 64 KiB, one pass, the salt "saltsaltsalt", 16 bytes.
  const old = '$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0$0n3H49Ia4zCrVWIgMrsGxw';
  assert.equal(isOutdated(old), true);
  assert.equal(await isPassword('old', old), true);
  assert.equal(await isPassword('new', old), false);
});

test('two have their turn at a time, the rest waits in order, and a full line is refused', async () => {
  const turns = new Turns(2, 2);
  const started: number[] = [];
  const releases: (() => void)[] = [];
  const work = (number: number) => turns.take(async () => {
    started.push(number);
    await new Promise<void>((resolve) => releases.push(resolve));
    if (number === 0) throw new Error('failed');
  });
  const all = [0, 1, 2, 3].map(work);
  await assert.rejects(work(4), TooBusyError);
  assert.deepEqual(started, [0, 1]);
  releases[0]?.();
  await assert.rejects(all[0] ?? Promise.resolve(), /failed/);
  assert.deepEqual(started, [0, 1, 2]);
  releases[1]?.();
  await all[1];
  for (const release of releases) release();
  await all[2];
  for (const release of releases) release();
  await all[3];
  assert.deepEqual(started, [0, 1, 2, 3]);
  await turns.take(async () => {});
});
