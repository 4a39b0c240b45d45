import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mark } from '../../../widgets/elements/org-switcher/organisation-mark.styles.ts';
import { initials, markColour } from '../../../widgets/elements/org-switcher/organisation-mark.ts';
import { organisationId } from '../../support/organisation-rows.ts';

/** Relative luminance of `#rgb` or `#rrggbb`, after WCAG 2.2. */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? Array.from(hex.slice(1), (digit) => digit + digit) : (hex.slice(1).match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const value = Number.parseInt(pair, 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the mark of an organisation', () => {
  test('has the first letters of two words', () => {
    const names = { 'Müller & Söhne AG': 'MS', studio: 'S', 'L’Étoile d’or': 'LD', '3M Schweiz': '3S', '東京 本社': '東本', '&': '?', '': '?' };
    for (const [name, letters] of Object.entries(names)) assert.equal(initials(name), letters);
  });

  test('has one of nine colours, the same for the same id, all of them in use', () => {
    const colours = Array.from({ length: 400 }, (_, number) => markColour(organisationId(number)));
    assert.deepEqual([...new Set(colours)].toSorted(), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('is readable on every colour', () => {
    const pairs = [...mark.cssText.matchAll(/background: (#\w+);(?:\s*color: (#\w+))?/g)];
    assert.equal(pairs.length, 9);
    for (const [, background = '', text = '#fff'] of pairs) {
      const [light = 0, dark = 0] = [luminance(background), luminance(text)].toSorted((a, b) => b - a);
      assert.ok((light + 0.05) / (dark + 0.05) >= 4.5, `${text} on ${background}`);
    }
  });
});
