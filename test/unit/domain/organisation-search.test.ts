import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foldText } from '../../../shared/domain/fold-text.ts';
import { matchRank, type OrganisationSearch, organisationSearch } from '../../../shared/domain/organisation-search.ts';

const ID = '0198c7b2-557e-7a1b-8c2d-0000002923ab';
const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdéü0123'), minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 });

const rank = (name: string, search: string, id = ID): number | undefined => matchRank(foldText(name), id, read(search));

function read(text: string): OrganisationSearch {
  const search = organisationSearch(text);
  assert.ok(search);
  return search;
}

describe('organisationSearch', () => {
  test('has nothing to search for where nothing is typed', () => {
    for (const text of ['', '   ', '\u00a0']) assert.equal(organisationSearch(text), undefined);
  });

  test('takes only hexadecimal digits, four at least, for a part of an id', () => {
    assert.equal(read('C7B2-557E').idDigits, 'c7b2557e');
    assert.equal(read('7b2').idDigits, '');
    assert.equal(read('c7b2 x').idDigits, '');
  });
});

describe('matchRank', () => {
  const cases: [name: string, search: string, expected: number | undefined][] = [
    ['Café Zürich', 'cafe ZÜRICH', 0],
    ['Café Zürich AG', 'café zür', 1],
    ['Café Zürich AG', 'ag caf', 2],
    ['Café Zürich AG', 'ürich', 3],
    ['Café Zürich AG', 'cafe bern', undefined],
    ['Nordlicht', '557e7a1b', 4],
    ['Nordlicht', '557E-7a', 4],
    ['Nordlicht', 'fffff', undefined],
    ['Badeface 0198', 'face', 3],
    ['Müller & Söhne', '&', undefined],
    ['Ärzte--Haus', '--', undefined],
    ['--', '\u0301', undefined],
  ];
  for (const [name, search, expected] of cases) {
    test(`${search} in ${name}: ${expected}`, () => assert.equal(rank(name, search), expected));
  }

  test('finds a name by itself, by its beginning, and by its words in any order', () => {
    fc.assert(
      fc.property(words, fc.nat(), (parts, turn) => {
        const name = parts.join(' ');
        assert.equal(rank(name, name), 0);
        assert.ok((rank(name, name.slice(0, 1 + (turn % name.length)).trimEnd()) ?? 9) <= 1);
        const turned = [...parts.slice(turn % parts.length), ...parts.slice(0, turn % parts.length)];
        assert.ok((rank(name, turned.join(' ')) ?? 9) <= 2);
      }),
    );
  });

  test('finds no more by a longer search than by its beginning, ids apart', () => {
    fc.assert(
      fc.property(words, words, (name, typed) => {
        const longer = read(typed.join(' '));
        const shorter = read(typed.join(' ').slice(0, -1) || typed.join(' '));
        fc.pre(matchRank(foldText(name.join(' ')), '', longer) !== undefined);
        assert.notEqual(matchRank(foldText(name.join(' ')), '', shorter), undefined);
      }),
    );
  });
});
