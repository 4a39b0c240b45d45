import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VerifiedTokens } from '../../../server/identity/verified-tokens.ts';
import { SetClock } from '../../support/set-clock.ts';

test('ten thousand tokens are remembered and no more: the oldest is checked again', async () => {
  const clock = new SetClock();
  const checked: string[] = [];
  const live = { verifier: async () => ({}) } as unknown as ConstructorParameters<typeof VerifiedTokens>[1];
  const tokens = new VerifiedTokens(clock, live, async (token) => {
    checked.push(token);
    return { expiresAt: new Date(clock.now().getTime() + 1000), signedBy: 'key' };
  });
  for (let number = 0; number <= 10_000; number += 1) await tokens.read(`token ${number}`);
  checked.length = 0;
  for (const token of ['token 10000', 'token 1', 'token 0']) await tokens.read(token);
  assert.deepEqual(checked, ['token 0']);
});

test('a remembered token is refused past its time', async () => {
  const clock = new SetClock();
  const live = { verifier: async () => ({}) } as unknown as ConstructorParameters<typeof VerifiedTokens>[1];
  const expiresAt = new Date(clock.now().getTime() + 1000);
  const tokens = new VerifiedTokens(clock, live, async () => ({ expiresAt, signedBy: 'key' }));
  await tokens.read('token');
  clock.pass(999);
  await tokens.read('token');
  clock.pass(1);
  await assert.rejects(tokens.read('token'), { code: 'KONTOR_TOKEN_EXPIRED' });
});
