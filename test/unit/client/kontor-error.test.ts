import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codedError, KontorError } from '../../../shared/client/kontor-error.ts';

test('a coded failure stays what it is, also one of another copy of the class; all else is unforeseen', () => {
  const Copy = class KontorError extends Error {
    override readonly name = 'KontorError';
    readonly code = 'KONTOR_CLIENT_OFFLINE';
  };
  for (const error of [new KontorError('KONTOR_NOT_FOUND'), new Copy()]) assert.equal(codedError(error), error);

  for (const error of [new TypeError('Failed to fetch'), { name: 'KontorError' }, undefined]) {
    assert.deepEqual([codedError(error).code, codedError(error).message], ['KONTOR_INTERNAL', String(error)]);
  }
});
