import { test } from 'node:test';
import { assertFinds, assertHolds, madeUp, readSourceTree, type SourceFile } from './source-tree.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const vague = /^(util|utils|utilities|helper|helpers|common|misc|types)$/;
/** Names that others prescribe: browsers for `_locales`, readers of a folder for its README. */
const prescribed = /(^|\/)(_locales\/.*|README\.md)$/;

function nameFaults(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => !prescribed.test(path)).flatMap(({ path }) => {
    const stems = path.split('/').map((part) => part.split('.'));
    const odd = stems.flat().find((stem) => !kebab.test(stem));
    const empty = stems.map(([stem = '']) => stem).find((stem) => vague.test(stem));
    if (odd !== undefined) return [`${path}: "${odd}" is not kebab-case: rename it`];
    return empty === undefined ? [] : [`${path}: "${empty}" says nothing: name the file after its main export`];
  });
}

test('files and folders have kebab-case names that say something', () => assertHolds(nameFaults(readSourceTree())));

test('the rule of the names can fail', () => {
  const names = ['shared/money/Money.ts', 'server/http_server/app.ts', 'shared/utils/a.ts', 'widgets/types.ts', 'server/a_b.sql'];
  const sound = ['docs/README.md', 'extension/public/_locales/pt_BR/messages.json', 'widgets/elements/a/a.styles.ts'];
  assertFinds(nameFaults([...names, ...sound].map((path) => madeUp(path))), [/Money/, /http_server/, /utils/, /types/, /a_b/]);
});
