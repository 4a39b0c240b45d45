import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { matchedIdParts, matchedParts, type TextPart } from '../../../shared/domain/matched-parts.ts';
import { matchRank, organisationSearch } from '../../../shared/domain/organisation-search.ts';

const ID = '0198c7b2-557e-7a1b-8c2d-0000002923ab';

/** The pieces as text, matched ones in brackets. */
function show(parts: readonly TextPart[] | undefined): string | undefined {
  return parts?.map(({ text, matched }) => (matched ? `[${text}]` : text)).join('');
}

function inName(name: string, text: string): string | undefined {
  const search = organisationSearch(text);
  return search && show(matchedParts(name, search));
}

describe('matchedParts', () => {
  const cases: [name: string, search: string, expected: string | undefined][] = [
    ['Café Zürich AG', 'zur ca', '[Ca]fé [Zür]ich AG'],
    ['Cafe\u0301 Zu\u0308rich', 'cafe zu', '[Cafe\u0301] [Zu\u0308]rich'],
    ['Große Straße', 'ss', 'Gro[ß]e Straße'],
    ['Müller & Söhne AG', 'm s', '[M]üller & [S]öhne AG'],
    ['Bergbahn Arosa', 'bahn', 'Berg[bahn] Arosa'],
    ['Annahof Anna', 'ann anna', '[Anna]hof Anna'],
    ['ﬁnance', 'fin', '[ﬁn]ance'],
    ['Nordlicht', 'sud', undefined],
  ];
  for (const [name, search, expected] of cases) {
    test(`${search} in ${name}`, () => assert.equal(inName(name, search), expected));
  }

  test('loses and adds no letter, and marks exactly what the words fold to', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aAéÜßœ ﬁ0-&', 'e\u0301'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(letters, letters, (name, typed) => {
        const search = organisationSearch(typed);
        const parts = search && matchedParts(name, search);
        fc.pre(search !== undefined && parts !== undefined);
        assert.equal(parts.map(({ text }) => text).join(''), name);
        const marked = foldText(parts.filter(({ matched }) => matched).map(({ text }) => text).join(' '));
        for (const word of search.words) assert.ok(marked.replaceAll(' ', '').includes(word), `${word} in ${marked}`);
      }),
    );
  });

  test('knows a reason wherever a name is found', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abéÜß &'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, letters, (name, typed) => {
        const search = organisationSearch(typed);
        fc.pre(search !== undefined && matchRank(foldText(name), '', search) !== undefined);
        assert.notEqual(matchedParts(name, search), undefined);
      }),
    );
  });
});

describe('matchedIdParts', () => {
  const inId = (text: string): string | undefined => {
    const search = organisationSearch(text);
    return search && show(matchedIdParts(ID, search));
  };

  test('marks the digits with the hyphens between them', () => {
    assert.equal(inId('557E7a'), '0198c7b2-[557e-7a]1b-8c2d-0000002923ab');
    assert.equal(inId('23ab'), '0198c7b2-557e-7a1b-8c2d-00000029[23ab]');
    assert.equal(inId('0198-c7b2'), '[0198c7b2]-557e-7a1b-8c2d-0000002923ab');
  });

  test('has nothing where the digits are not in the id or too few', () => {
    assert.equal(inId('ffff'), undefined);
    assert.equal(inId('019'), undefined);
  });
});
