import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOperatorKey, makeOperatorKey } from '../../../server/identity/operator-key.ts';
import { secretHash } from '../../../server/identity/secret-hash.ts';

test('the key with the hash is the operator\'s and no other; without a hash nobody is the operator', () => {
  const [key, other] = [makeOperatorKey(), makeOperatorKey()];
  const hash = secretHash(key);
  checkOperatorKey(key, hash);
  for (const [given, expected] of [[other, hash], ['', hash], [hash, hash], [`${key} `, hash], [key, undefined], ['', undefined], [key, ''], ['', '']] as const) {
    assert.throws(() => checkOperatorKey(given, expected), { code: 'KONTOR_TOKEN_INVALID' });
  }
});
