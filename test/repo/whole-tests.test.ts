import { test } from 'node:test';
import { assertFinds, assertHolds, faultsIn, isTest, madeUp, readSourceTree, type SourceFile, type SyntaxNode } from './source-tree.ts';

const testing = /^(test|it|describe|suite|context|t)$/;
const partial = /^(only|skip|todo)$/;

function partialFaults(files: readonly SourceFile[]): string[] {
  return faultsIn(files.filter(isTest), ({ node }) =>
    isPartial(node) ? 'leaves tests out: finish the test or delete it (missing samples are told by a line "N skipped: no samples")' : undefined);
}

function isPartial(node: SyntaxNode): boolean {
  if (node.type === 'MemberExpression') return testing.test(nameOf(node['object'])) && partial.test(nameOf(node['property']));
  if (node.type !== 'CallExpression') return false;
  if (/^(xit|xdescribe|xtest|fit|fdescribe)$/.test(nameOf(node['callee']))) return true;
  if (!testing.test(nameOf(node['callee']))) return false;
  const options = (node['arguments'] as SyntaxNode[]).filter(({ type }) => type === 'ObjectExpression');
  const properties = options.flatMap((option) => option['properties'] as SyntaxNode[]);
  return properties.some((property) => partial.test(nameOf(property['key'])));
}

const nameOf = (node: unknown): string => String((node as SyntaxNode | null | undefined)?.['name'] ?? '');

test('every test runs', () => assertHolds(partialFaults(readSourceTree())));

test('the rule of whole tests can fail', () => {
  const text = [
    "test.only('a', () => {});",
    "describe.skip('a', () => {});",
    "test('a', {skip: true}, () => {});",
    "test('a', (t) => t.todo());",
    "xit('a', () => {});",
    "test('a', {timeout: 1000}, () => only(skip.todo));",
  ].join('\n');
  for (const path of ['test/unit/a.test.ts', 'test/support/a-suite.ts']) {
    assertFinds(partialFaults([madeUp(path, text)]), [/:1/, /:2/, /:3/, /:4/, /:5/]);
  }
});
