import { test } from 'node:test';
import {
  assertFinds,
  assertHolds,
  faultsIn,
  isCode,
  linesIn,
  madeUp,
  readSourceTree,
  type SourceFile,
} from './source-tree.ts';

const elementLines = 250;
const wantedLines = 200;
const mostLines = 350;
const functionLines = 45;

/** Files that may pass 200 lines (350 at most), each with its reason. */
const longer: Readonly<Record<string, string>> = {};

const isElement = (path: string): boolean => /^widgets\/elements\/([^/]+)\/\1\.ts$/.test(path);
/** A suite is a test that runs over several databases or clients. */
const isTestFile = (path: string): boolean => /^test\/.*(\.test|-suite)\.ts$/.test(path);

function fileFaults(files: readonly SourceFile[], exceptions: Readonly<Record<string, string>>): string[] {
  const over = files.filter(isCode).flatMap(({ path, text }) => {
    const lines = linesIn(text);
    const excepted = exceptions[path] !== undefined;
    const limit = isElement(path) ? elementLines : isTestFile(path) || excepted ? mostLines : wantedLines;
    if (lines > limit) return [`${path} has ${lines} lines, ${limit} at most: split it by what it does`];
    const needless = excepted && lines <= wantedLines;
    return needless ? [`${path} fits ${wantedLines} lines again: take it off the list in test/repo/sizes.test.ts`] : [];
  });
  const known = new Set(files.map(({ path }) => path));
  const gone = Object.keys(exceptions).filter((path) => !known.has(path));
  return [...over, ...gone.map((path) => `${path} is gone: take it off the list in test/repo/sizes.test.ts`)];
}

function functionFaults(files: readonly SourceFile[]): string[] {
  return faultsIn(files.filter(({ path }) => !isTestFile(path)), ({ node, parent }, { text }) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type)) return undefined;
    const lines = linesIn(text.slice(node.start, node.end));
    if (lines <= functionLines) return undefined;
    const named = (node['id'] ?? parent?.['key'] ?? parent?.['id']) as { name?: string } | null | undefined;
    return `${named?.name ?? 'a function'} has ${lines} lines, ${functionLines} at most: give its parts names`;
  });
}

test('files stay small', () => assertHolds(fileFaults(readSourceTree(), longer)));

test('the rule of the files can fail', () => {
  const lines = (count: number): string => 'a();\n'.repeat(count);
  const faults = fileFaults(
    [
      madeUp('widgets/elements/a/a.ts', lines(251)),
      madeUp('widgets/elements/a/b.ts', lines(201)),
      madeUp('server/listed.ts', lines(351)),
      madeUp('server/shrunk.ts', lines(200)),
      madeUp('server/sound.ts', lines(300)),
      madeUp('test/unit/a.test.ts', lines(351)),
    ],
    { 'server/listed.ts': 'a table', 'server/shrunk.ts': 'a table', 'server/gone.ts': 'a table', 'server/sound.ts': 'a table' },
  );
  assertFinds(faults, [/a\/a\.ts has 251/, /b\.ts has 201/, /listed/, /shrunk.* fits/, /a\.test\.ts/, /gone/]);
});

test('functions stay small, render() among them', () => assertHolds(functionFaults(readSourceTree())));

test('the rule of the functions can fail', () => {
  const body = `{\n${'a();\n'.repeat(44)}}`;
  const text = `class A { render() ${body}\n}\nconst b = () => ${body};\nfunction c() ${body}\nfunction d() { a(); }`;
  assertFinds(functionFaults([madeUp('widgets/a.ts', text)]), [/:1 render has 46/, /b has 46/, /c has 46/]);
});
