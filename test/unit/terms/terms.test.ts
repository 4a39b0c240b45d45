import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { describe, test } from 'node:test';
import { languageOf, loadTerms } from '../../../widgets/terms/load-terms.ts';
import type { KitTerms } from '../../../widgets/terms/kit-terms.ts';

const root = join(import.meta.dirname, '../../..');
/** Every folder with words, of the elements, the extension and the server, one file a language. */
const folders = globSync('{widgets,extension,server}/**/en.ts', { cwd: root })
  .map((path) => dirname(path).replaceAll(sep, '/'))
  .toSorted();
const LANGUAGES = ['de', 'es', 'fr', 'it'] as const;

/** Product names, which no language translates. */
const NAMES = ['Infomaniak Mail', 'Jelastic Cloud', 'Site Creator', 'Swiss Backup', 'VOD/AOD', 'kDrive', 'kSuite'];
/** Texts that read the same as in English, each a word of the language. */
const SAME: Record<(typeof LANGUAGES)[number], readonly string[]> = {
  de: [...NAMES, 'Offline', 'PDF', 'Status', 'Synology NAS', 'Total'],
  es: [...NAMES, 'Error', 'PDF', 'Total'],
  fr: [...NAMES, 'Date', 'Documents', 'E-mail', 'Organisations', 'PDF', 'Pro forma', 'Total', '<1> organisation', '<5> organisations'],
  it: [...NAMES, 'E-mail', 'Offline', 'PDF', 'Password'],
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

/** The words of the kit are a default export, so that each language is a file of its own. */
async function termsOf(folder: string, language: string): Promise<object> {
  const module = await import(join(root, folder, `${language}.ts`));
  return module.default ?? module[language];
}

const values = (text: string): string => (text.match(/<\d>|\d/g) ?? []).toSorted().join(' ');

test('there are words to look at', () => {
  for (const room of ['widgets/elements/org-switcher', 'widgets/elements/promo-code/terms/answers', 'extension/popup', 'server/identity', 'server/documents']) {
    assert.ok(folders.some((folder) => folder.startsWith(room)), room);
  }
});

for (const folder of folders) {
  describe(`the words of ${folder}`, async () => {
    const english = textsOf(await termsOf(folder, 'en'));
    for (const language of LANGUAGES) {
      test(`are whole in ${language}`, async () => {
        const texts = textsOf(await termsOf(folder, language));
        assert.deepEqual([...texts.keys()].toSorted(), [...english.keys()].toSorted());
        for (const [place, text] of texts) {
          assert.match(text, /^\S(.*\S)?$/u, `${place} in ${language} is empty or begins or ends with a space`);
          assert.equal(values(text), values(english.get(place) ?? ''), `${place} in ${language} says other values than in English`);
        }
      });

      test(`are translated in ${language}`, async () => {
        const texts = await termsOf(folder, language).then((terms) => [...textsOf(terms)]);
        const left = texts.filter(([place, text]) => text === english.get(place) && /\p{L}/u.test(text) && !SAME[language].includes(text));
        assert.deepEqual(left, []);
      });

      const element = /^widgets\/elements\/([^/]+)\/terms$/.exec(folder)?.[1];
      if (element) test(`come with the kit's file of ${language}`, async () => {
        assert.equal((await loadTerms(language))[element as keyof KitTerms], await termsOf(folder, language));
      });
    }
  });
}

test('include accessible names and hints', () => {
  const paths = globSync('{widgets,extension}/**/*.ts', { cwd: root });
  assert.ok(paths.length > 100);
  for (const path of paths) {
    const fixed = readFileSync(join(root, path), 'utf8').match(/\b(aria-label|aria-description|title|placeholder|alt)="[^"$]*\p{L}[^"]*"/gu);
    assert.equal(fixed, null, `${path} has words of its own`);
  }
});

test('the list of texts that are the same has nothing that is not', async () => {
  for (const language of LANGUAGES) {
    const pairs = await Promise.all(folders.map(async (folder) => {
      const english = textsOf(await termsOf(folder, 'en'));
      return [...textsOf(await termsOf(folder, language))].filter(([place, text]) => text === english.get(place));
    }));
    const same = new Set(pairs.flat().map(([, text]) => text));
    assert.deepEqual(SAME[language].filter((text) => !same.has(text)), [], language);
  }
});

test('a locale reads its language, and English where the kit has none', () => {
  const read = ['de-CH', 'fr', 'it-CH', 'es-419', 'en-GB', 'pt-BR', 'rm', 'toString', ''].map(languageOf);
  assert.deepEqual(read, ['de', 'fr', 'it', 'es', 'en', 'en', 'en', 'en', 'en']);
});
