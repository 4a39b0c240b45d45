import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { movedBy } from '../../../widgets/elements/org-switcher/list-keys.ts';
import { listSections, listUnits, rowPlace, type SectionView, sectionsInView, UNITS_PER_ROW } from '../../../widgets/elements/org-switcher/list-places.ts';

const counts = fc
  .tuple(fc.nat(4), fc.nat(5), fc.nat(40))
  .map(([pinned, recent, other]) => ({ count: pinned + recent + other, pinned, recent }))
  .filter(({ count }) => count > 0);

/** What stands in each unit of a part of the list. */
function unitsOf({ group, heading, first, end }: SectionView): string[] {
  const rows = Array.from({ length: (end - first) * UNITS_PER_ROW }, (_, unit) => `row ${first + Math.floor(unit / UNITS_PER_ROW)}`);
  return heading ? [group ?? '', ...rows] : rows;
}

/** The whole list, unit by unit. */
function drawn(list: { count: number; pinned: number; recent: number }): string[] {
  return sectionsInView(listSections(list, true), 0, Number.MAX_SAFE_INTEGER).views.flatMap(unitsOf);
}

describe('places in the list of organisations', () => {
  test('headings stand above their rows, and only where there is more than one kind', () => {
    assert.deepEqual(drawn({ count: 3, pinned: 1, recent: 0 }), ['pinned', 'row 0', 'row 0', 'other', 'row 1', 'row 1', 'row 2', 'row 2']);
    assert.deepEqual(drawn({ count: 1, pinned: 0, recent: 0 }), ['row 0', 'row 0']);
    assert.deepEqual(drawn({ count: 1, pinned: 0, recent: 1 }), ['recent', 'row 0', 'row 0']);
  });

  test('every row is drawn once, where its place is said to be, and the height is that of all', () => {
    fc.assert(
      fc.property(counts, (list) => {
        const sections = listSections(list, true);
        const units = drawn(list);
        assert.equal(units.length, listUnits(sections));
        for (let index = 0; index < list.count; index++) assert.equal(units.indexOf(`row ${index}`), rowPlace(sections, index).end - UNITS_PER_ROW);
      }),
    );
  });

  test('a view of any part begins where it says and covers the part', () => {
    fc.assert(
      fc.property(counts, fc.nat(120), fc.integer({ min: 1, max: 30 }), (list, start, height) => {
        const sections = listSections(list, true);
        const total = listUnits(sections);
        const from = Math.min(start, total - 1);
        const to = Math.min(from + height, total);
        const { views, raised } = sectionsInView(sections, from, to);
        const shown = views.flatMap(unitsOf);
        const begin = from - (raised ? 1 : 0);
        assert.deepEqual(shown, drawn(list).slice(begin, begin + shown.length));
        assert.ok(begin + shown.length >= to && begin + shown.length <= to + 1);
      }),
    );
  });
});

test('keys move within the list', () => {
  const moves: [key: string, from: number, to: number | undefined][] = [
    ['ArrowDown', 3, 4], ['ArrowUp', 3, 2], ['ArrowUp', 0, 0], ['ArrowDown', 9, 9], ['Home', 5, 0], ['End', 5, 9],
    ['PageDown', 2, 8], ['PageDown', 7, 9], ['PageUp', 7, 1], ['a', 3, undefined],
  ];
  for (const [key, from, to] of moves) assert.equal(movedBy(key, from, 10, 6), to, `${key} from ${from}`);
  assert.equal(movedBy('End', 0, 0, 6), undefined);
});
