import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { searchWords } from '../../../shared/domain/search-words.ts';

const punctuation = fc.string({ unit: fc.constantFrom(...'-_%&\'"\\/.,;:!?#()[]…–«»\u0000\u0301 '), minLength: 1, maxLength: 8 });

describe('searchWords', () => {
  test('asks for every folded word, and for nothing where nothing is typed', () => {
    assert.deepEqual(searchWords(' Café-Zürich  AG '), ['cafe', 'zurich', 'ag']);
    for (const text of ['', '  ', '\t']) assert.deepEqual(searchWords(text), []);
  });

  test('finds nowhere what holds no letter or digit', () => {
    fc.assert(
      fc.property(punctuation, fc.string({ unit: 'grapheme' }), (typed, text) => {
        if (typed.trim() === '') return;
        const words = searchWords(typed);
        assert.ok(words.length > 0 && words.every((word) => !foldText(text).includes(word)));
      }),
    );
  });
});
