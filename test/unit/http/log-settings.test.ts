import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatabaseError } from '../../../server/storage/database.ts';
import { faultOf, withoutSecrets } from '../../../server/http/log-settings.ts';

const SECRET = 'kontor_partner_J0Zq3xv1mT2k-9f_Yb4wQ8';

test('what looks like a token, key, code or e-mail is taken out of a text', () => {
  for (const [text, expected] of [
    [`the key ${SECRET} is unknown`, 'the key […] is unknown'],
    ['refused for ada.muster@example.com', 'refused for […]'],
    ['<ada+x@example.com>', '<[…]>'],
    ['code=eyJhbGciOiJFZERTQSJ9.eyJzdWIi.Zm9v, again', '[…], again'],
    ['relation "product" does not exist', 'relation "product" does not exist'],
    ['Cannot read properties of undefined (reading \'organisation\')', 'Cannot read properties of undefined (reading \'organisation\')'],
  ] as const) {
    assert.equal(withoutSecrets(text), expected);
  }
});

test('a fault tells its kind, code and place, and not what it was given', () => {
  const json = (() => {
    try {
      return JSON.parse(`hunter2`);
    } catch (error) {
      return error;
    }
  })();
  const faults = [
    json, new DatabaseError('invalid input syntax for type uuid: "hunter2"', '22P02'), new Error(`no such key: ${SECRET}`),
    Object.assign(new Error('x'), { input: SECRET, cause: new Error(SECRET), headers: { cookie: 'hunter2' } }), 'hunter2', { password: 'hunter2' },
  ];
  for (const fault of faults) {
    const told = JSON.stringify(faultOf(fault));
    assert.ok(!told.includes('hunter2') && !told.includes(SECRET), told);
  }
  assert.deepEqual({ ...faultOf(new DatabaseError('relation "gone" does not exist', '42P01')), stack: '' }, {
    type: 'DatabaseError', code: '42P01', message: 'relation "gone" does not exist', stack: '',
  });
  assert.match(faultOf(new TypeError('x')).stack, /^\s+at .*log-settings\.test\.ts/m);
});
