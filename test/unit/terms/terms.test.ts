import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { languageOf, loadTerms } from '../../../widgets/terms/load-terms.ts';
import type { KitTerms } from '../../../widgets/terms/kit-terms.ts';

const root = join(import.meta.dirname, '../../..');
/** An element's words; with `/panel-terms` those that are fetched with a part of it. */
const elements = globSync('widgets/elements/*/{terms,panel-terms}', { cwd: root })
  .map((path) => path.split(/[\\/]/).slice(2).join('/').replace(/\/terms$/, ''))
  .toSorted();
const LANGUAGES = ['de', 'es', 'fr', 'it'] as const;

/** Texts that read the same as in English, each a word of the language. */
const SAME: Record<(typeof LANGUAGES)[number], readonly string[]> = {
  de: ['PDF', 'Status', 'Total'],
  es: ['PDF', 'Total'],
  fr: ['Date', 'Documents', 'Organisations', 'PDF', 'Pro forma', 'Total', '<1> organisation', '<5> organisations'],
  it: ['PDF'],
};

/** Every text by its place; one that is made of values is made of values that are easy to find again. */
function textsOf(terms: object, place = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(terms)) {
    const here = place + key;
    if (typeof value === 'string') texts.set(here, value);
    else if (typeof value === 'function') texts.set(here, value(5, '<5>')).set(`${here} of one`, value(1, '<1>'));
    else for (const [inner, text] of textsOf(value, `${here}.`)) texts.set(inner, text);
  }
  return texts;
}

async function termsOf(element: string, language: string): Promise<object> {
  const { default: terms } = await import(join(root, `widgets/elements/${element.includes('/') ? element : `${element}/terms`}/${language}.ts`));
  return terms;
}

const values = (text: string): string => (text.match(/<\d>|\d/g) ?? []).toSorted().join(' ');

test('there are elements to look at', () => assert.ok(elements.includes('org-switcher') && elements.includes('invoice-list')));

for (const element of elements) {
  describe(`the words of ${element}`, async () => {
    const english = textsOf(await termsOf(element, 'en'));
    for (const language of LANGUAGES) {
      test(`are whole in ${language}`, async () => {
        const texts = textsOf(await termsOf(element, language));
        assert.deepEqual([...texts.keys()].toSorted(), [...english.keys()].toSorted());
        for (const [place, text] of texts) {
          assert.match(text, /^\S(.*\S)?$/u, `${place} in ${language} is empty or begins or ends with a space`);
          assert.equal(values(text), values(english.get(place) ?? ''), `${place} in ${language} says other values than in English`);
        }
      });

      test(`are translated in ${language}`, async () => {
        const texts = await termsOf(element, language).then((terms) => [...textsOf(terms)]);
        const left = texts.filter(([place, text]) => text === english.get(place) && /\p{L}/u.test(text) && !SAME[language].includes(text));
        assert.deepEqual(left, []);
      });

      if (!element.includes('/')) test(`come with the kit's file of ${language}`, async () => {
        assert.equal((await loadTerms(language))[element as keyof KitTerms], await termsOf(element, language));
      });
    }

    test('include accessible names and hints', () => {
      for (const path of globSync(`widgets/elements/${element}/*.ts`, { cwd: root })) {
        const fixed = readFileSync(join(root, path), 'utf8').match(/\b(aria-label|aria-description|title|placeholder|alt)="[^"$]*\p{L}[^"]*"/gu);
        assert.equal(fixed, null, `${path} has words of its own`);
      }
    });
  });
}

test('the list of texts that are the same has nothing that is not', async () => {
  for (const language of LANGUAGES) {
    const pairs = await Promise.all(elements.map(async (element) => {
      const english = textsOf(await termsOf(element, 'en'));
      return [...textsOf(await termsOf(element, language))].filter(([place, text]) => text === english.get(place));
    }));
    const same = new Set(pairs.flat().map(([, text]) => text));
    assert.deepEqual(SAME[language].filter((text) => !same.has(text)), [], language);
  }
});

test('a locale reads its language, and English where the kit has none', () => {
  const read = ['de-CH', 'fr', 'it-CH', 'es-419', 'en-GB', 'pt-BR', 'rm', 'toString', ''].map(languageOf);
  assert.deepEqual(read, ['de', 'fr', 'it', 'es', 'en', 'en', 'en', 'en', 'en']);
});
