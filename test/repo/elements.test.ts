import { test } from 'node:test';
import { assertFinds, assertHolds, madeUp, readSourceTree, type SourceFile } from './source-tree.ts';

const languages = ['it', 'de', 'en', 'es', 'fr'];

/** Elements that leave a part out, each with the reason. */
const leftOut: Readonly<Record<string, readonly { part: RegExp; reason: string }[]>> = {
  session: [
    { part: /\.styles\.ts$/, reason: 'it shows nothing but what stands inside it' },
    { part: /\/terms\//, reason: 'it has no words of its own' },
  ],
};

/** What every element consists of, so that a partner finds each one documented and each one tested. */
function elementFaults(files: readonly SourceFile[], exceptions = leftOut): string[] {
  const paths = new Set(files.map(({ path }) => path));
  const names = new Set([...paths].flatMap((path) => /^widgets\/elements\/([^/]+)\//.exec(path)?.[1] ?? []));
  return [...names].flatMap((name) => {
    const folder = `widgets/elements/${name}`;
    const wanted = [
      `${folder}/${name}.ts`,
      `${folder}/${name}.styles.ts`,
      `${folder}/define.ts`,
      ...languages.map((language) => `${folder}/terms/${language}.ts`),
      `docs/elements/${name}.md`,
      `test/support/harnesses/${name}.harness.ts`,
    ];
    const missing = wanted.filter((path) => !paths.has(path));
    const tested = [...paths].some((path) => path.startsWith('test/browser/') && path.includes(name) && path.endsWith('.test.ts'));
    if (!tested) missing.push(`test/browser/${name}.test.ts`);
    const excused = (path: string): boolean => exceptions[name]?.some(({ part }) => part.test(path)) ?? false;
    return missing.filter((path) => !excused(path)).map((path) => `The element ${name} lacks ${path}: add it`);
  });
}

test('every element is whole', () => assertHolds(elementFaults(readSourceTree())));

test('the rule of the elements can fail', () => {
  const whole = ['a.ts', 'a.styles.ts', 'define.ts', ...languages.map((language) => `terms/${language}.ts`)];
  const around = ['docs/elements/a.md', 'test/support/harnesses/a.harness.ts', 'test/browser/elements/a-keyboard.test.ts'];
  const sound = [...whole.map((path) => `widgets/elements/a/${path}`), ...around];
  const check = (paths: readonly string[], exceptions = {}): string[] => elementFaults(paths.map((path) => madeUp(path)), exceptions);
  assertFinds(check(sound), []);
  for (const path of sound) assertFinds(check(sound.filter((other) => other !== path)), [/The element a lacks/]);
  assertFinds(check(sound.slice(1), { a: [{ part: /a\.ts$/, reason: 'a proof' }] }), []);
});
