import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readPromoCode, splitPromoCodes } from '../../../shared/domain/promo-code.ts';

const code = fc.stringMatching(/^[A-Z0-9-]{4,32}$/);

describe('a promo code', () => {
  test('is read without regard to case and the space around it', () => {
    assert.equal(readPromoCode('  lantern-20\n'), 'LANTERN-20');
    fc.assert(fc.property(code, (text) => readPromoCode(` ${text.toLowerCase()}\t`) === text && readPromoCode(text) === text));
  });

  test('is nothing else: too short, too long, with other letters or space inside', () => {
    for (const text of ['', '   ', 'ABC', 'A'.repeat(33), 'LANTERN 20', 'LANTÉRN', 'STRAßE', 'ABCſ', 'CODE\u0000', 'ＬＡＮＴＥＲＮ', '20%OFF']) {
      assert.equal(readPromoCode(text), undefined, text);
    }
    fc.assert(fc.property(fc.string(), (text) => [undefined, text.trim().toUpperCase()].includes(readPromoCode(text))));
  });

  test('is found among many in one paste, in their order', () => {
    assert.deepEqual(splitPromoCodes(' one-1, two-2;three-3\r\n\tfour-4 ,; five-5'), ['one-1', 'two-2', 'three-3', 'four-4', 'five-5']);
    assert.deepEqual(splitPromoCodes(' ,;\n'), []);
    const between = fc.constantFrom(' ', ',', ';', '\n', ', ', ' ; ', '\r\n', '\u00a0');
    fc.assert(fc.property(fc.array(code), between, (codes, space) => assert.deepEqual(splitPromoCodes(codes.join(space)), codes)));
  });
});
