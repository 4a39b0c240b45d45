import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foldText } from '../../../shared/domain/fold-text.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 40 });

describe('foldText', () => {
  const folded: Record<string, string> = {
    'Café-Zürich AG': 'cafe zurich ag',
    'CAFE\u0301': 'cafe',
    '  Müller & Söhne, S.à r.l. ': 'muller sohne s a r l',
    'Straße ŁÓDŹ Ærø Øst Þór İzmir ıssız': 'strasse lodz aero ost thor izmir issiz',
    'ﬁnance Ⅷ': 'finance viii',
    'Ελλάδα 東京 Київ': 'ελλαδα 東京 киів',
    '0198c7b2-557e': '0198c7b2 557e',
    '…!?': '',
  };
  for (const [original, expected] of Object.entries(folded)) {
    test(`${original} reads ${expected}`, () => assert.equal(foldText(original), expected));
  }

  test('holds letters and digits in words one space apart, without accents', () => {
    fc.assert(fc.property(text, (value) => assert.match(foldText(value), /^$|^[\p{L}\p{N}]+( [\p{L}\p{N}]+)*$/u)));
  });

  test('does nothing to what is folded already', () => {
    fc.assert(fc.property(text, (value) => assert.equal(foldText(foldText(value)), foldText(value))));
  });

  test('is the same for composed and decomposed text', () => {
    fc.assert(fc.property(text, (value) => assert.equal(foldText(value.normalize('NFD')), foldText(value.normalize('NFC')))));
  });

  test('is the same for both cases of a Latin name', () => {
    const latin = fc.string({ unit: fc.constantFrom(...'aäàçéèêëîïñöøœßüýžłđ AÄÀÇÉÈÊËÎÏÑÖØŒÜÝŽŁĐ-&.'), maxLength: 30 });
    fc.assert(fc.property(latin, (value) => assert.equal(foldText(value.toUpperCase()), foldText(value.toLowerCase()))));
  });
});
